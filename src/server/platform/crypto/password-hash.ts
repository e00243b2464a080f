import { hash, verify } from "@node-rs/argon2";
import { newToken } from "./token.ts";

/** The library's own default, argon2id; its enumeration cannot be imported into isolated modules. */
const argon2id = 2;

/** Memory in KiB and passes over it, in one lane. */
export interface PasswordCost {
  memoryCost: number;
  timeCost: number;
}

/** OWASP's first choice for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const recommended: PasswordCost = { memoryCost: 19_456, timeCost: 2 };

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** Costs the same whether or not there is a hash to compare with, so that nobody can tell an unknown account by time. */
  matches(hash: string | null | undefined, password: string): Promise<boolean>;
}

export function createPasswordHasher(given: PasswordCost = recommended): PasswordHasher {
  const cost = { ...given, algorithm: argon2id, parallelism: 1 };
  // Made at once: the first unknown account must not take longer than the second.
  const decoy = hash(newToken(), cost);
  return {
    hash: (password) => hash(password, cost),
    async matches(stored, password) {
      const isMatch = await verify(stored ?? (await decoy), password);
      return isMatch && typeof stored === "string";
    },
  };
}
