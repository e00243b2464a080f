import { expect, test } from "vitest";
import { redisOptionsOf, redisPlaceOf } from "./redis-url.ts";

test.each([
  ["redis://localhost", { host: "localhost", port: 6379, db: 0 }],
  ["redis://:p%40ss@10.0.0.1:6380/2", { host: "10.0.0.1", port: 6380, password: "p@ss", db: 2 }],
  ["rediss://user:secret@cache.example:6390", { host: "cache.example", port: 6390, username: "user", tls: {} }],
  ["redis://[::1]:6379", { host: "::1", port: 6379 }],
  ["redis-sentinel://one/main", { sentinels: [{ host: "one", port: 26_379 }], name: "main", db: 0 }],
  [
    "redis-sentinel://user:p%2Fss@one:26380,[::1]:26381,three/main/4?sentinelPassword=other%20one",
    {
      sentinels: [
        { host: "one", port: 26_380 },
        { host: "::1", port: 26_381 },
        { host: "three", port: 26_379 },
      ],
      ...{ name: "main", username: "user", password: "p/ss", db: 4, sentinelPassword: "other one" },
    },
  ],
])("%s is understood", (url, expected) => {
  expect(redisOptionsOf(url)).toMatchObject(expected);
});

test.each([
  "http://localhost",
  "redis://",
  "redis://localhost/name",
  "redis-sentinel://one",
  "redis-sentinel:///main",
  "redis-sentinel://one:port/main",
  "redis-sentinel://one,,two/main",
  "localhost:6379",
])("%s is refused", (url) => {
  expect(redisOptionsOf(url)).toBeUndefined();
});

test("a place has no password in it", () => {
  expect(redisPlaceOf("redis://user:secret@localhost:6380/1")).toBe("localhost:6380");
  expect(redisPlaceOf("redis-sentinel://user:secret@one:1,two:2/main?sentinelPassword=secret")).toBe(
    "main at one:1,two:2",
  );
});
