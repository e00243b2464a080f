/**
 * How the shared tier stays right without trusting any clock or any key to be there:
 * - A counter gives every event a number. It starts from the time, so that it goes on above what it was when it is lost.
 * - A tag is a key that holds the number of its birth. To drop a tag is to delete that key.
 * - An entry holds a number from before its value was loaded, and is good only if all its tags are there and older.
 * So a drop, an eviction and a flush all do the same: what carried the tag is a miss, and what is being loaded when it
 * happens is never stored. An entry also names the server's incarnation: what a restart or a failover brought back from
 * an earlier moment is a miss as well. Each script runs as one step, in the order in which a connection sends them.
 */
const shared = `
  local function number()
    local n = redis.pcall('INCR', KEYS[3])
    if type(n) ~= 'number' then return nil end -- no room
    if n > 1 then return n end
    local time = redis.call('TIME')
    n = time[1] * 1000000 + time[2]
    redis.call('SET', KEYS[3], string.format('%.0f', n))
    return n
  end
  local function milliseconds()
    local time = redis.call('TIME')
    return time[1] * 1000 + math.floor(time[2] / 1000)
  end
  -- Whether all tags are there and older; makes those that are not.
  local function are_older(prefix, tags, than)
    local all = true
    for _, tag in ipairs(tags) do
      local born = redis.call('GET', prefix .. tag)
      if not born then
        local n = number()
        if n then redis.pcall('SET', prefix .. tag, string.format('%.0f', n), 'PX', 172800000) end
        all = false
      elseif tonumber(born) > than then all = false end
    end
    return all
  end
`;

/**
 * KEYS entry, lock, counter; ARGV tag prefix, incarnation, lock's token, its milliseconds ("0": none), tags known before.
 * Answers the entry's value, age and freshness in ms ('' without one), then the number for a load, or '' when another
 * process holds the lock or there is no room.
 */
export const readScript = `${shared}
  local e = redis.call('HMGET', KEYS[1], 'i', 'n', 't', 'v', 'c', 'f')
  local value, age, fresh = '', -1, 0
  if e[1] == ARGV[2] then
    local good = true
    for _, tag in ipairs(cjson.decode(e[3])) do
      local born = redis.call('GET', ARGV[1] .. tag)
      if not born or tonumber(born) > tonumber(e[2]) then good = false break end
    end
    if good then
      value, age, fresh = e[4], math.max(0, milliseconds() - tonumber(e[5])), tonumber(e[6])
      if age < fresh then return {value, age, fresh, ''} end
    end
  end
  if ARGV[4] ~= '0' then
    local lock = redis.pcall('SET', KEYS[2], ARGV[3], 'NX', 'PX', ARGV[4])
    if lock == false then return {value, age, fresh, 'locked'} end
    are_older(ARGV[1], {unpack(ARGV, 5)}, 0)
  end
  local n = number()
  return {value, age, fresh, n and string.format('%.0f', n) or ''}
`;

/** KEYS entry, lock, counter; ARGV tag prefix, incarnation, lock's token, number, kept ms, fresh ms, value, tags. */
export const writeScript = `${shared}
  if redis.call('GET', KEYS[2]) == ARGV[3] then redis.call('DEL', KEYS[2]) end
  local tags = {unpack(ARGV, 8)}
  if not are_older(ARGV[1], tags, tonumber(ARGV[4])) then return 0 end
  local stored = redis.pcall('HSET', KEYS[1], 'i', ARGV[2], 'n', ARGV[4], 't', cjson.encode(tags), 'v', ARGV[7],
    'c', string.format('%.0f', milliseconds()), 'f', ARGV[6])
  if type(stored) ~= 'number' then return 0 end
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
  return 1
`;

/** KEYS lock; ARGV its token. */
export const releaseScript = `
  if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
  return 0
`;

/** KEYS the notification; ARGV tag prefix, tags. Every process that hears a notification sends it; the first one counts. */
export const dropScript = `
  local first = redis.pcall('SET', KEYS[1], '1', 'NX', 'PX', 60000)
  if first == false then return 0 end
  for i = 2, #ARGV do redis.call('DEL', ARGV[1] .. ARGV[i]) end
  return 1
`;
