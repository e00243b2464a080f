import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compressAnswers } from "./compress.ts";

const text = (bytes: number) => JSON.stringify("ą".repeat((bytes - 2) / 2));
const json = "application/json; charset=utf-8";
const long = text(20_000);

async function* breakingAfter(content: string, waitMs: number) {
  yield content;
  if (waitMs > 0) await delay(waitMs);
  throw new Error("broken on the way");
}

let server: FastifyInstance;
beforeAll(async () => {
  server = Fastify();
  compressAnswers(server);
  const answers: Record<string, (reply: import("fastify").FastifyReply) => unknown> = {
    "/1023": (reply) => reply.type("text/html").send("a".repeat(1_023)),
    "/1024": (reply) => reply.type("text/html").send("a".repeat(1_024)),
    "/json": (reply) => reply.type(json).header("etag", '"one"').send(long),
    "/buffer": (reply) => reply.type("text/csv").send(Buffer.from(long)),
    "/stream": (reply) => reply.type("text/csv").send(Readable.from([long.slice(0, 9_000), long.slice(9_000)])),
    "/broken": (reply) => reply.type("text/csv").send(Readable.from(breakingAfter(long, 0))),
    "/broken-late": (reply) =>
      reply.type("text/csv").send(Readable.from(breakingAfter(randomBytes(1_000_000).toString("base64"), 300))),
    "/picture": (reply) => reply.type("image/png").send(Buffer.alloc(5_000)),
    "/packed": (reply) => reply.type(json).header("content-encoding", "gzip").send(gzipSync(long)),
    "/ready": (reply) => reply.type(json).header("vary", "Accept-Encoding").send(long),
    "/varied": (reply) => reply.type(json).header("vary", "accept-language").send(long),
    "/part": (reply) => reply.code(206).type(json).header("content-range", "bytes 0-19999/40000").send(long),
    "/unchanged": (reply) => reply.code(304).send(),
    "/nothing": (reply) => reply.code(204).send(),
    "/failed": (reply) => reply.code(422).type("application/problem+json").send(long),
  };
  for (const [path, answer] of Object.entries(answers)) server.get(path, (_request, reply) => answer(reply));
  await server.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => server.close());

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Over a real connection, without anything that unpacks by itself. */
async function ask(path: string, encoding: string | undefined, method = "GET"): Promise<Answer> {
  const { port } = server.server.address() as AddressInfo;
  const headers = encoding === undefined ? {} : { "accept-encoding": encoding };
  const sent = httpRequest({ host: "127.0.0.1", port, path, method, headers }).end();
  const [response] = (await once(sent, "response")) as [import("node:http").IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

describe("what is made for one request", () => {
  test("is packed from 1,024 bytes on", async () => {
    const below = await ask("/1023", "gzip");
    expect([below.headers["content-encoding"], below.body.length]).toEqual([undefined, 1_023]);
    expect(below.headers.vary).toBe("accept-encoding");
    const from = await ask("/1024", "gzip");
    expect(from.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(from.body).toString()).toBe("a".repeat(1_024));
  });

  test("comes as the client likes it best, texts, buffers, streams and refusals alike", async () => {
    for (const path of ["/json", "/buffer", "/stream", "/failed", "/varied"]) {
      const gzip = await ask(path, "gzip, deflate");
      expect([gzip.headers["content-encoding"], gunzipSync(gzip.body).toString()], path).toEqual(["gzip", long]);
      const brotli = await ask(path, "gzip, deflate, br");
      expect([brotli.headers["content-encoding"], brotliDecompressSync(brotli.body).toString()], path).toEqual([
        "br",
        long,
      ]);
      for (const header of [undefined, "", "identity", "deflate", "gzip;q=0, br;q=0", "gzip;q=banana", ",,;="]) {
        const plain = await ask(path, header);
        expect([plain.headers["content-encoding"], plain.body.toString()], `${path} ${header}`).toEqual([
          undefined,
          long,
        ]);
        expect(plain.headers.vary, path).toContain("accept-encoding");
      }
    }
    expect((await ask("/varied", "br")).headers.vary).toBe("accept-language, accept-encoding");
  });

  test("loses the strength of its tag only when packed", async () => {
    expect((await ask("/json", "br")).headers.etag).toBe('W/"one"');
    expect((await ask("/json", undefined)).headers.etag).toBe('"one"');
  });

  test("is told by HEAD as GET would send it", async () => {
    for (const path of ["/1023", "/1024", "/json", "/buffer"]) {
      const get = await ask(path, "br");
      const head = await ask(path, "br", "HEAD");
      expect(head.body.length).toBe(0);
      for (const name of ["content-encoding", "content-length", "vary", "etag", "content-type"]) {
        expect(head.headers[name], `${path} ${name}`).toBe(get.headers[name]);
      }
    }
  });
});

describe("left as it is", () => {
  test("what is packed already, chosen by encoding already, a picture, or a part", async () => {
    const packed = await ask("/packed", "br, gzip");
    expect([packed.headers["content-encoding"], gunzipSync(packed.body).toString()]).toEqual(["gzip", long]);
    for (const path of ["/ready", "/part"]) {
      const { headers, body } = await ask(path, "br, gzip");
      expect([headers["content-encoding"], body.toString()], path).toEqual([undefined, long]);
    }
    const picture = await ask("/picture", "br, gzip");
    expect([picture.headers["content-encoding"], picture.headers.vary]).toEqual([undefined, undefined]);
  });

  test("what has no body", async () => {
    for (const path of ["/unchanged", "/nothing"]) {
      const { headers, body } = await ask(path, "br");
      expect([headers["content-encoding"], headers.vary, body.length], path).toEqual([undefined, undefined, 0]);
    }
  });

  test("a stream that breaks is a readable failure at first, and later ends the connection instead of looking whole", async () => {
    const { status, headers, body } = await ask("/broken", "gzip");
    expect([status, headers["content-encoding"]]).toEqual([500, undefined]);
    expect(JSON.parse(body.toString())).toMatchObject({ statusCode: 500 });
    await expect(ask("/broken-late", "gzip")).rejects.toMatchObject({ code: "ECONNRESET" });
    expect((await ask("/json", "br")).status).toBe(200);
  });
});
