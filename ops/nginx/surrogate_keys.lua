-- Purging by key for nginx's own cache, which can only forget an address at a time.
--
-- Every address has a generation that is part of its cache key; what was kept under an older one is never found again and
-- leaves by itself. Purging a key gives it the next generation, and an address has the newest one of its keys. Which keys an
-- address has is learned from the Surrogate-Key header of its last answer. An address of which nothing is known, or no longer,
-- has the newest generation of all: it is asked for anew rather than found too old.
local M = {}

local clock = ngx.shared.workshops_clock
local generations = ngx.shared.workshops_generations
local addresses = ngx.shared.workshops_addresses

local function text(number)
  return string.format("%.0f", number)
end

-- Begins with the time, so that after a restart nothing matches what is on the disk from before.
function M.start()
  local now = math.floor(ngx.now() * 1000)
  clock:add("newest", now)
  clock:add("oldest", now)
end

function M.generation(address)
  local newest = clock:get("newest")
  local known = addresses:get(address)
  if not known then
    return text(newest)
  end
  local base, keys = known:match("^(%d+) (.*)$")
  local generation = math.max(tonumber(base), clock:get("oldest"))
  for key in keys:gmatch("%S+") do
    generation = math.max(generation, generations:get(key) or 0)
  end
  return text(generation)
end

-- The generation is that of the request, not of now: a key that was purged meanwhile is newer than it.
function M.learn(address, generation)
  local header = ngx.header
  local keys = header["Surrogate-Key"]
  if type(keys) == "table" then
    keys = table.concat(keys, " ")
  end
  header["Surrogate-Key"] = nil
  header["Cache-Tag"] = nil
  local control = header["Cache-Control"]
  if type(control) ~= "string" or not control:find("s-maxage", 1, true) then
    return
  end
  local known = addresses:get(address)
  local base = known and tonumber(known:match("^%d+"))
  -- An answer that was long on its way must not undo what a newer one has taught.
  if not base or base <= tonumber(generation) then
    addresses:set(address, generation .. " " .. (keys or ""))
  end
end

local function forget(key)
  local generation = clock:incr("newest", 1)
  if generations:safe_set(key, generation) then
    return
  end
  -- No room to remember this purge: forget everything instead.
  clock:set("oldest", clock:incr("newest", 1))
  generations:flush_all()
  generations:flush_expired()
end

local function answer(status, body)
  ngx.status = status
  ngx.header["Content-Type"] = "application/json"
  ngx.say(body)
end

-- POST {"tags": ["workshops", "workshop:…"]} with the token, the shape of Cloudflare's purge.
function M.purge(token)
  if ngx.req.get_method() ~= "POST" then
    return answer(405, '{"success":false}')
  end
  if ngx.var.http_authorization ~= "Bearer " .. token then
    return answer(401, '{"success":false}')
  end
  ngx.req.read_body()
  local list = (ngx.req.get_body_data() or ""):match('"tags"%s*:%s*%[(.-)%]')
  if not list then
    return answer(400, '{"success":false}')
  end
  for key in list:gmatch('"([^"\\]+)"') do
    forget(key)
  end
  return answer(200, '{"success":true}')
end

return M
