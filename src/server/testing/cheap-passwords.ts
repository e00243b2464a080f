import { createPasswordHasher } from "../platform/crypto/password-hash.ts";

/** The least that argon2id can cost: tests sign in hundreds of times, and none of them guards anything. */
export const cheapPasswords = createPasswordHasher({ memoryCost: 8, timeCost: 1 });
