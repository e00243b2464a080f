import { once } from "node:events";
import { createConnection } from "node:net";
import { expect, test } from "vitest";
import { startRedis } from "./redis.ts";
import { describeWith } from "./services.ts";
import { startTcpProxy } from "./tcp-proxy.ts";

describeWith("redis")("the Redis of the tests", () => {
  test("answers, dies, and starts again empty on the same port", async () => {
    const redis = await startRedis();
    expect(await redis.command("set", "key", "wartość")).toBe("+OK\r\n");
    expect(await redis.command("get", "key")).toBe("$9\r\nwartość\r\n");
    await redis.kill();
    expect(redis.isRunning()).toBe(false);
    await redis.start();
    expect(await redis.command("get", "key")).toBe("$-1\r\n");
    await redis.stop();
    expect(redis.isRunning()).toBe(false);
  });

  test("can be slow, cut off and out of reach behind the proxy", async () => {
    const redis = await startRedis();
    const proxy = await startTcpProxy({ port: redis.port });
    const ping = async () => {
      const socket = createConnection({ host: "127.0.0.1", port: proxy.port });
      socket.write("PING\r\n");
      const startedAt = performance.now();
      const [answer] = await Promise.race([once(socket, "data"), once(socket, "close").then(() => [])]);
      socket.destroy();
      return { answer: String(answer), ms: performance.now() - startedAt };
    };
    expect((await ping()).answer).toBe("+PONG\r\n");
    proxy.delay(300);
    expect((await ping()).ms).toBeGreaterThan(290);
    proxy.refuse(true);
    expect((await ping()).answer).toBe("undefined");
    proxy.refuse(false);
    proxy.delay(0);
    expect((await ping()).answer).toBe("+PONG\r\n");
    await proxy.close();
    await redis.stop();
  });
});
