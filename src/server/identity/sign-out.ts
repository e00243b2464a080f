import type { Caller, UseCaseDeps } from "./deps.ts";
import { endPresentLoginSession } from "./login-session.ts";

/** Ends the login session that the caller came with. */
export function signOut(deps: UseCaseDeps, caller: Pick<Caller, "actor">): Promise<void> {
  return deps.db.transaction((tx) => endPresentLoginSession(deps, tx, caller));
}
