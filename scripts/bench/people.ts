import { insertLoginSession } from "../../src/server/identity/queries/login-sessions.ts";
import { insertPerson } from "../../src/server/identity/queries/people.ts";
import { hashOfToken, newToken } from "../../src/server/platform/crypto/token.ts";
import { createDatabase, type Db } from "../../src/server/platform/db/database.ts";
import { newId } from "../../src/shared/kernel/id.ts";
import type { Role } from "../../src/shared/kernel/permission.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** An admin and so many participants who are signed in, straight in the tables: their `Cookie` headers for http. */
export async function addSignedIn(url: string, participants: number): Promise<{ staff: string; cookies: string[] }> {
  const db = createDatabase({ url, lanes: 0 });
  try {
    return await db.transaction(async (tx) => {
      const staff = await signedIn(tx, "admin");
      const cookies: string[] = [];
      while (cookies.length < participants) cookies.push(await signedIn(tx, "participant"));
      return { staff, cookies };
    });
  } finally {
    await db.close();
  }
}

async function signedIn(db: Db, role: Role): Promise<string> {
  const id = newId();
  const at = new Date();
  const person = { id, name: `A ${role}`, email: `${id}@example.org`, role, language: "en" as const };
  await insertPerson(db, { ...person, isEmailVerified: true, suspendedAt: null, createdAt: at });
  const token = newToken();
  const session = { id: newId(), personId: id, tokenHash: hashOfToken(token), at };
  await insertLoginSession(db, { ...session, expiresAt: new Date(at.getTime() + dayMs) });
  return `workshopsai_session=${token}`;
}
