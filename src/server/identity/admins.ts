import { AppError } from "../../shared/kernel/error.ts";
import type { Tx } from "../platform/db/database.ts";
import { lockActiveAdmins } from "./queries/people.ts";

/**
 * Makes sure that an admin is left when this one is gone, also when two take each other's role away at the same time:
 * the second waits here and then is one no more. @throws {AppError} forbidden
 */
export async function requireAnotherAdmin(tx: Tx, personId: string): Promise<void> {
  const others = (await lockActiveAdmins(tx)).filter((id) => id !== personId);
  if (others.length === 0) throw new AppError("forbidden", { reason: "last_admin" });
}
