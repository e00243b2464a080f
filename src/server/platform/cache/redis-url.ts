import type { RedisOptions } from "ioredis";

const defaultPorts = { redis: 6379, sentinel: 26_379 };

/**
 * What the driver needs for `redis://`, `rediss://` (TLS) or
 * `redis-sentinel://user:password@host:port,host:port/master-name[/database]?sentinelPassword=…`.
 * Undefined when the address is none of these.
 */
export function redisOptionsOf(url: string): RedisOptions | undefined {
  return url.startsWith("redis-sentinel://") ? sentinelOptions(url) : serverOptions(url);
}

/** The same address without who signs in there, for people to read. */
export function redisPlaceOf(url: string): string {
  const { host, port, sentinels, name } = redisOptionsOf(url) ?? {};
  if (!sentinels) return `${host}:${port}`;
  return `${name} at ${sentinels.map((sentinel) => `${sentinel.host}:${sentinel.port}`).join(",")}`;
}

function serverOptions(url: string): RedisOptions | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const db = databaseOf(pathname.slice(1));
  if ((protocol !== "redis:" && protocol !== "rediss:") || hostname === "" || db === undefined) return undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port || defaultPorts.redis),
    ...signIn(username, password),
    db,
    ...(protocol === "rediss:" && { tls: {} }),
  };
}

function sentinelOptions(url: string): RedisOptions | undefined {
  const parts = /^redis-sentinel:\/\/(?:([^:@/]*):([^@/]*)@)?([^/?@]+)\/([^/?]+)(?:\/(\d*))?(?:\?(.*))?$/.exec(url);
  if (!parts) return undefined;
  const [, username = "", password = "", hosts = "", name = "", database = "", query = ""] = parts;
  const sentinels = hosts.split(",").map(hostOf);
  const db = databaseOf(database);
  if (db === undefined || sentinels.some((sentinel) => sentinel === undefined)) return undefined;
  const sentinelPassword = new URLSearchParams(query).get("sentinelPassword");
  return {
    sentinels: sentinels.filter((sentinel) => sentinel !== undefined),
    name: decodeURIComponent(name),
    ...signIn(username, password),
    db,
    ...(sentinelPassword && { sentinelPassword }),
  };
}

function hostOf(text: string): { host: string; port: number } | undefined {
  const parts = /^(\[[0-9a-f:.]+\]|[^:[\]\s]+)(?::(\d{1,5}))?$/i.exec(text);
  if (!parts?.[1]) return undefined;
  return { host: parts[1].replace(/^\[|\]$/g, ""), port: Number(parts[2] ?? defaultPorts.sentinel) };
}

function databaseOf(text: string): number | undefined {
  return /^\d{0,3}$/.test(text) ? Number(text) : undefined;
}

function signIn(username: string, password: string): Pick<RedisOptions, "username" | "password"> {
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
  };
}
