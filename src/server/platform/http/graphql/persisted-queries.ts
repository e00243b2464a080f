import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { AppError } from "../../../../shared/kernel/error.ts";
import { limits } from "./limits.ts";

/**
 * Queries by the SHA-256 of their text, as Apollo's clients send them. Each process learns them by itself: one that does
 * not know a hash says so, and the client sends the text along.
 */
export class PersistedQueries {
  readonly #sources = new LRUCache<string, string>({ max: limits.persistedQueries, maxSize: limits.persistedBytes });

  find(hash: string): string | undefined {
    return this.#sources.get(hash);
  }

  /** To be called once the query has run, so that nothing that is refused takes room. */
  keep(hash: string, source: string): void {
    if (!this.#sources.has(hash)) this.#sources.set(hash, source, { size: source.length * 2 });
  }
}

/** @throws {AppError} invalid_input when the hash is another text's */
export function requireHash(hash: string, source: string): void {
  if (createHash("sha256").update(source).digest("hex") === hash) return;
  const issue = {
    field: "extensions.persistedQuery.sha256Hash",
    code: "wrong_hash",
    message: "Not the query's SHA-256.",
  };
  throw new AppError("invalid_input", { issues: [issue] });
}
