import { insertLoginSession } from "../../src/server/identity/queries/login-sessions.ts";
import { storePassword } from "../../src/server/identity/queries/passwords.ts";
import { createPasswordHasher } from "../../src/server/platform/crypto/password-hash.ts";
import { hashOfToken, newToken } from "../../src/server/platform/crypto/token.ts";
import type { Database } from "../../src/server/platform/db/database.ts";
import { testDatabase } from "../../src/server/testing/test-database.ts";
import { addPerson } from "../../src/server/testing/test-workshops.ts";
import { newId } from "../../src/shared/kernel/id.ts";
import type { Role } from "../../src/shared/kernel/permission.ts";
import { type Server, type SignIn, startServer } from "./server.ts";

export interface Site {
  server: Server;
  db: Database;
  /** The cookie of a new person who is signed in. */
  signedIn(role: Role): Promise<string>;
  /** A new person who can sign in. */
  withPassword(): Promise<SignIn>;
  close(): Promise<void>;
}

/** The built product in several processes, on a database of its own that the test sees, too. */
export async function startSite(settings: Record<string, string> = {}): Promise<Site> {
  const { db, url, close } = await testDatabase();
  const server = await startServer({
    settings: {
      ...{ NODE_ENV: "test", LOG_LEVEL: "info", DEMO: "0", DATABASE_URL: url, DB_POOL_MAX: "5" },
      ...{ WEB_CONCURRENCY: "3", WEB_TIMEOUT_SECONDS: "120", ...settings },
    },
  });
  return {
    server,
    db,
    signedIn: (role) => signedInCookie(db, role),
    async withPassword() {
      const { personId, email } = await addPerson(db);
      const password = "seven green bicycles";
      const at = new Date();
      await storePassword(db, personId, { passwordHash: await createPasswordHasher().hash(password), at });
      return { email, password };
    },
    async close() {
      await server.stop();
      await close();
    },
  };
}

/** The cookie of a new person who is signed in. */
export async function signedInCookie(db: Database, role: Role): Promise<string> {
  const { personId } = await addPerson(db, role);
  const token = newToken();
  const at = new Date();
  const expiresAt = new Date(at.getTime() + 86_400_000);
  await insertLoginSession(db, { id: newId(), personId, tokenHash: hashOfToken(token), expiresAt, at });
  return `workshopsai_session=${token}`;
}
