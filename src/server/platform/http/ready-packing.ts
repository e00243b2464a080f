import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding } from "./ready-encoding.ts";
import type { ReadyPage } from "./ready-page.ts";

/** The packed forms of a page that somebody has asked for so far. */
export type Packed = Partial<Record<Exclude<Encoding, "identity">, Buffer>>;

/** Below this a packed answer takes as many packets as a plain one. */
const packedFromBytes = 1024;
const brotliQuality = 5;
const gzipLevel = 6;
/** A window no larger than the page: the usual one of 4 MiB is cleared anew for each page, which takes longer than packing. */
const windowBitsFor = (bytes: number) =>
  Math.min(
    constants.BROTLI_DEFAULT_WINDOW,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes)) + 1),
  );

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify<Buffer, object, Buffer>(gzip);

export const isWorthPacking = ({ identity }: ReadyPage): boolean => identity.length > packedFromBytes;

/**
 * Packs a page on zlib's threads, each form when it is first asked for and once however many ask: a search that nobody
 * repeats is packed once at most. The forms go with the page.
 */
export function createPacker(): (page: ReadyPage, encoding: Encoding) => Promise<Packed> {
  const packedOf = new WeakMap<ReadyPage, Packed>();
  const running = new WeakMap<ReadyPage, Map<Encoding, Promise<Buffer>>>();
  return async (page, encoding) => {
    const packed = packedOf.get(page) ?? {};
    packedOf.set(page, packed);
    if (encoding === "identity" || packed[encoding] || !isWorthPacking(page)) return packed;
    const packing = running.get(page) ?? new Map<Encoding, Promise<Buffer>>();
    running.set(page, packing);
    const bytes = packing.get(encoding) ?? pack(page.identity, encoding);
    packing.set(encoding, bytes);
    packed[encoding] = await bytes;
    return packed;
  };
}

function pack(bytes: Buffer, encoding: "br" | "gzip"): Promise<Buffer> {
  if (encoding === "gzip") return gzipAsync(bytes, { level: gzipLevel });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGWIN]: windowBitsFor(bytes.length),
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliAsync(bytes, { params });
}
