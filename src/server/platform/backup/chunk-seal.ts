import { createCipheriv, createDecipheriv, createHash, createHmac, type ScryptOptions, scrypt } from "node:crypto";
import { promisify } from "node:util";
import { LRUCache } from "lru-cache";

/** Where a chunk stands: its number, and whether it is the last. A chunk that is moved, or cut off after, is noticed. */
export interface Position {
  number: number;
  isLast: boolean;
}

/** Closes chunks so that a change of any bit is noticed, and with a key so that nobody else can read them. */
export interface ChunkSeal {
  close(chunk: Buffer, position: Position): Buffer;
  /** The chunk; undefined when it is not what was closed at this position. */
  open(sealed: Buffer, position: Position): Buffer | undefined;
}

export const tagBytes = 16;
const cipher = "aes-256-gcm";
/** 32 MB and a tenth of a second for each guess. */
const scryptCost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** On a thread of its own: the site goes on meanwhile. */
const deriveKey = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** The keys of the last files: whoever writes one reads it right after, to see whether it can be restored. */
const recentKeys = new LRUCache<string, Promise<Buffer>>({ max: 4 });

/** The key of one file: the salt is new in each, so a nonce never comes twice with the same key. */
export function keyOf(passphrase: string, salt: string): Promise<Buffer> {
  const words = passphrase.normalize("NFC");
  const name = createHash("sha256")
    .update(JSON.stringify([words, salt]))
    .digest("base64");
  const known = recentKeys.get(name);
  if (known) return known;
  const key = deriveKey(words, Buffer.from(salt, "hex"), 32, scryptCost);
  recentKeys.set(name, key);
  key.catch(() => recentKeys.delete(name));
  return key;
}

export function keyCheckOf(key: Buffer): string {
  return createHmac("sha256", key).update("workshopsai backup key").digest("hex").slice(0, 32);
}

/** AES-256-GCM as STREAM does it (Hoang, Reyhanitabar, Rogaway, Vizár 2015). `header` is authenticated with each chunk. */
export function encryptingSeal(key: Buffer, header: Buffer): ChunkSeal {
  return {
    close(chunk, position) {
      const sealing = createCipheriv(cipher, key, nonceOf(position)).setAAD(header);
      return Buffer.concat([sealing.update(chunk), sealing.final(), sealing.getAuthTag()]);
    },
    open(sealed, position) {
      const opening = createDecipheriv(cipher, key, nonceOf(position), { authTagLength: tagBytes }).setAAD(header);
      opening.setAuthTag(sealed.subarray(-tagBytes));
      try {
        return Buffer.concat([opening.update(sealed.subarray(0, -tagBytes)), opening.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

/** The same form without a key: a digest stands where the tag would. It notices accidents, not an attacker. */
export function plainSeal(header: Buffer): ChunkSeal {
  const digestOf = (chunk: Buffer, position: Position) =>
    createHash("sha256").update(header).update(nonceOf(position)).update(chunk).digest().subarray(0, tagBytes);
  return {
    close: (chunk, position) => Buffer.concat([chunk, digestOf(chunk, position)]),
    open(sealed, position) {
      const chunk = sealed.subarray(0, -tagBytes);
      return digestOf(chunk, position).equals(sealed.subarray(-tagBytes)) ? chunk : undefined;
    },
  };
}

function nonceOf({ number, isLast }: Position): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
