import { hashOfToken, newToken } from "../../../src/server/platform/crypto/token.ts";
import { sql } from "../../../src/server/platform/db/sql.ts";
import { clientOf } from "../../../src/server/testing/client.ts";
import type { TestApp } from "../../../src/server/testing/test-app.ts";
import { addPerson } from "../../../src/server/testing/test-workshops.ts";
import { identityContract as contract } from "../../../src/shared/identity/contract.ts";
import { newId } from "../../../src/shared/kernel/id.ts";
import type { Role } from "../../../src/shared/kernel/permission.ts";
import { type Caller, ofNobody, type Situation, specimen } from "./specimen.ts";

const password = "seven green bicycles";
const alone = { relations: ofNobody };

/** A new person who is signed in, without the time that a password takes. */
export async function signedIn(app: TestApp, role: Role): Promise<Caller & { personId: string }> {
  const { personId } = await addPerson(app.db, role);
  return { ...clientOf(app.app.server, await app.features.identity.openLoginSession(personId)), personId };
}

const newAddress = () => `${newId()}@example.org`;
const registration = () => ({ name: "Newcomer", email: newAddress(), password });

/** One password hash for all: making one is slow on purpose. */
async function withPassword({ app }: Situation, personId: string): Promise<void> {
  const email = "model@example.org";
  const model = await app.db.maybe(sql`select 1 from people where email = ${email}`);
  const person = { name: "Model", email, password, role: "participant", language: "en", isVerified: true } as const;
  if (!model) await app.features.identity.createPerson(person);
  await app.db.run(sql`
    insert into sign_in_methods (id, person_id, account_id, provider_id, password)
    select ${newId()}::uuid, ${personId}::uuid, ${personId}, m.provider_id, m.password
    from sign_in_methods m join people p on p.id = m.person_id where p.email = ${email}`);
}

async function mailedToken({ app }: Situation, purpose: "verify" | "reset"): Promise<string> {
  const { personId } = await addPerson(app.db);
  if (purpose === "verify") {
    await app.db.run(sql`update people set email_verified = false where id = ${personId}::uuid`);
  }
  const token = newToken();
  await app.db.run(sql`
    insert into verifications (id, identifier, value, expires_at)
    values (${newId()}::uuid, ${`${purpose}:${hashOfToken(token)}`}, ${JSON.stringify({ personId })}, '2027-02-01')`);
  return token;
}

/** Somebody with this role, on an installation that has another admin. */
async function about({ app }: Situation, role: Role) {
  await addPerson(app.db, "admin");
  const { personId } = await addPerson(app.db, role);
  return { params: { personId } };
}

const account = [
  specimen(contract.register, async () => ({ input: { body: registration() } }), alone),
  specimen(
    contract.verifyEmail,
    async (situation) => ({ input: { body: { token: await mailedToken(situation, "verify") } } }),
    alone,
  ),
  specimen(
    contract.signIn,
    async (situation) => {
      const { personId, email } = await addPerson(situation.app.db);
      await withPassword(situation, personId);
      return { input: { body: { email, password } } };
    },
    alone,
  ),
  specimen(contract.signOut, async () => ({ input: {} }), alone),
  specimen(contract.requestPasswordReset, async () => ({ input: { body: { email: newAddress() } } }), alone),
  specimen(
    contract.resetPassword,
    async (situation) => ({ input: { body: { token: await mailedToken(situation, "reset"), password } } }),
    alone,
  ),
  specimen(
    contract.createFirstAdmin,
    async ({ app, caller }) => {
      const { personId } = caller;
      await app.db.run(sql`
        update people set role = 'participant' where role = 'admin' and id is distinct from ${personId}::uuid`);
      const setupCode = (await app.features.identity.setupCode()) ?? "none any more";
      return { input: { body: { ...registration(), setupCode } } };
    },
    alone,
  ),
  specimen(contract.getProfile, async () => ({ input: {} }), alone),
  specimen(contract.updateProfile, async () => ({ input: { body: { name: "Another name" } } }), alone),
  specimen(
    contract.changePassword,
    async (situation) => {
      if (situation.caller.personId) await withPassword(situation, situation.caller.personId);
      return { input: { body: { currentPassword: password, newPassword: "eight yellow bicycles" } } };
    },
    alone,
  ),
];

const administration = [
  specimen(contract.listPeople, async () => ({ input: {} }), alone),
  specimen(
    contract.assignRole,
    async (situation) => ({ input: { ...(await about(situation, "participant")), body: { role: "editor" as const } } }),
    alone,
  ),
  specimen(
    contract.setSuspension,
    async (situation) => ({ input: { ...(await about(situation, "participant")), body: { isSuspended: true } } }),
    alone,
  ),
  specimen(
    contract.setSuspension,
    async (situation) => ({ input: { ...(await about(situation, "facilitator")), body: { isSuspended: true } } }),
    { ...alone, variant: "somebody of the staff" },
  ),
];

export const identitySpecimens = [...account, ...administration];
