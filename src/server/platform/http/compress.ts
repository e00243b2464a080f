import { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply } from "fastify";
import { rememberingEncoding } from "./ready-encoding.ts";

/** Below this a packed answer saves nothing: it goes in one packet either way. */
const fromBytes = 1_024;
const gzipLevel = 6;
/** Packs a little better than gzip's 6 in about the same time; higher ones are for what is packed once and sent often. */
const brotliQuality = 4;
const packable = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml|javascript|graphql-response)|image\/svg\+xml)/;

const asGzip = promisify(gzip);
const asBrotli = promisify(brotliCompress);
const brotliParameters = (bytes: number) => ({
  [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
  ...(bytes > 0 ? { [constants.BROTLI_PARAM_SIZE_HINT]: bytes } : {}),
});

/**
 * Packs what is made for one request. What comes packed, or says by `Vary` that it was chosen by encoding already, is left
 * as it is; so is a part of something, which has no meaning when packed by itself.
 */
export function compressAnswers(server: FastifyInstance): void {
  const encodingFor = rememberingEncoding();
  server.addHook("onSend", async (request, reply, payload) => {
    const size = sizeOf(payload, reply);
    if (size === undefined || !isPackable(reply)) return payload;
    reply.header("vary", withEncoding(reply.getHeader("vary")));
    const encoding = encodingFor(request.headers["accept-encoding"]);
    if (size < fromBytes || encoding === "identity") return payload;
    reply.header("content-encoding", encoding).removeHeader("content-length");
    weakenTag(reply);
    if (payload instanceof Readable) return pack(payload, encoding, reply);
    const bytes = typeof payload === "string" ? Buffer.from(payload) : (payload as Buffer);
    return encoding === "br"
      ? asBrotli(bytes, { params: brotliParameters(bytes.length) })
      : asGzip(bytes, { level: gzipLevel });
  });
}

/** Bytes of an answer; a stream that does not say counts as long. Undefined when there is none. */
function sizeOf(payload: unknown, reply: FastifyReply): number | undefined {
  if (typeof payload === "string") return Buffer.byteLength(payload);
  if (Buffer.isBuffer(payload)) return payload.length;
  if (!(payload instanceof Readable)) return undefined;
  return Number(reply.getHeader("content-length") ?? Number.POSITIVE_INFINITY);
}

function isPackable(reply: FastifyReply): boolean {
  const { statusCode } = reply;
  if (statusCode === 204 || statusCode === 206 || statusCode === 304) return false;
  if (reply.hasHeader("content-encoding") || reply.hasHeader("content-range")) return false;
  if (/accept-encoding|\*/i.test(String(reply.getHeader("vary") ?? ""))) return false;
  if (/no-transform/i.test(String(reply.getHeader("cache-control") ?? ""))) return false;
  return packable.test(String(reply.getHeader("content-type") ?? ""));
}

const withEncoding = (vary: number | string | string[] | undefined): string =>
  vary === undefined ? "accept-encoding" : `${Array.isArray(vary) ? vary.join(", ") : vary}, accept-encoding`;

/** Packed bytes are other bytes: a strong tag would say they are the same (RFC 9110, 8.8.1). */
function weakenTag(reply: FastifyReply): void {
  const tag = reply.getHeader("etag");
  if (typeof tag === "string" && tag.startsWith('"')) reply.header("etag", `W/${tag}`);
}

function pack(payload: Readable, encoding: "br" | "gzip", reply: FastifyReply): Readable {
  const packer =
    encoding === "br" ? createBrotliCompress({ params: brotliParameters(0) }) : createGzip({ level: gzipLevel });
  payload.on("error", (error) => {
    // What fails before anything was sent is answered with a plain problem instead.
    if (!reply.raw.headersSent) reply.removeHeader("content-encoding");
    packer.destroy(error);
  });
  packer.on("close", () => payload.destroy());
  return payload.pipe(packer);
}
