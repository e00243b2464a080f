import type { ByteReader } from "./byte-reader.ts";
import { type ChunkSeal, tagBytes } from "./chunk-seal.ts";
import { damaged } from "./header.ts";

const chunkBytes = 65_536;

/** Cuts a stream into chunks of one size, the last one aside, and closes each. */
export async function* closeChunks(source: AsyncIterable<Buffer>, seal: ChunkSeal): AsyncGenerator<Buffer> {
  let number = 0;
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of source) {
    waiting.push(piece);
    length += piece.length;
    // More than one: the last chunk has to be known as such.
    if (length <= chunkBytes) continue;
    let rest = Buffer.concat(waiting);
    for (; rest.length > chunkBytes; rest = rest.subarray(chunkBytes)) {
      yield seal.close(rest.subarray(0, chunkBytes), { number: number++, isLast: false });
    }
    waiting = [rest];
    length = rest.length;
  }
  yield seal.close(Buffer.concat(waiting), { number, isLast: true });
}

/** The stream that was cut into chunks. @throws {BackupError} at the first chunk that is not what it was */
export async function* openChunks(reader: ByteReader, seal: ChunkSeal): AsyncGenerator<Buffer> {
  for (let number = 0; ; number++) {
    const sealed = await reader.takeUpTo(chunkBytes + tagBytes);
    const isLast = await reader.isAtEnd();
    const chunk = sealed.length < tagBytes ? undefined : seal.open(sealed, { number, isLast });
    if (!chunk) throw damaged();
    yield chunk;
    if (isLast) return;
  }
}
