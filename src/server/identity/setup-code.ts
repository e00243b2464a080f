import { asTypedCode, keyedHash, newTypedCode } from "../platform/crypto/token.ts";
import type { UseCaseDeps } from "./deps.ts";
import { hasAdmin } from "./queries/people.ts";
import { addSetupCode } from "./queries/setup-codes.ts";

/**
 * A new code that lets its holder make the first admin; undefined once there is one. Print it where only the owner of
 * the machine reads. Every process may print its own: the newest eight work.
 */
export async function makeSetupCode(deps: UseCaseDeps): Promise<string | undefined> {
  if (await hasAdmin(deps.db)) return undefined;
  const code = newTypedCode();
  await addSetupCode(deps.db, setupCodeHash(deps, code), deps.clock.now());
  return code;
}

export function setupCodeHash({ appSecret }: UseCaseDeps, typed: string): string {
  return keyedHash(appSecret, `setup-code:${asTypedCode(typed)}`);
}
