import type { Language } from "../../shared/kernel/locale.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import { type Caller, createIdentity, type NewPerson } from "../identity/index.ts";
import { createCache } from "../platform/cache/create-cache.ts";
import type { Db } from "../platform/db/database.ts";
import type { JobRequest } from "../platform/jobs/jobs.ts";
import type { MailMessage } from "../platform/mail/message.ts";
import { fixedClock } from "../platform/time/clock.ts";
import { cheapPasswords } from "./cheap-passwords.ts";
import { testDatabase } from "./test-database.ts";

export const goodPassword = "seven green bicycles";

/** The identity feature alone, on a database of its own; mail and jobs stay in memory. */
export async function testIdentity({ publicUrl = "http://localhost:3001" } = {}) {
  const { db, close } = await testDatabase();
  const clock = fixedClock("2027-01-15T09:00:00Z");
  const mails: MailMessage[] = [];
  const queue: { name: string; payload: object }[] = [];
  const deps = {
    db,
    clock,
    jobs: { add: async (_db: Db, { name, payload }: JobRequest) => void queue.push({ name, payload }) },
    mail: { enqueue: async (_db: Db, message: MailMessage) => void mails.push(message) },
    publicUrl,
    appSecret: "only for tests",
    passwords: cheapPasswords,
  };
  /** Knows nothing yet, as a process that has just started. The cache keeps real time, which the clock does not move. */
  const freshIdentity = () => createIdentity({ ...deps, cache: createCache() });
  const identity = freshIdentity();
  let people = 0;

  async function caller({ cookie, language = "en", address = "192.0.2.1" }: CallerInput = {}): Promise<Caller> {
    return { actor: await identity.resolveActor(cookie), address, language };
  }

  return {
    identity,
    freshIdentity,
    account: identity.account,
    db,
    clock,
    mails,
    close,
    caller,
    async person(given: Partial<NewPerson> = {}) {
      const email = `person-${++people}@example.org`;
      const person = { name: `Person ${people}`, email, password: goodPassword, language: "en", ...given } as const;
      return identity.createPerson({ role: "participant", isVerified: true, ...person });
    },
    /** Somebody who is signed in: as a caller, and their cookie. */
    async signedIn(role: Role = "participant") {
      const person = await this.person({ role });
      const cookie = await identity.openLoginSession(person.id);
      return { person, cookie, caller: await caller({ cookie }) };
    },
    async runJobs(): Promise<void> {
      for (const { name, payload } of queue.splice(0)) {
        await identity.jobs.find((job) => job.name === name)?.run(payload as never);
      }
    },
    /** The token of the newest mail that has one. */
    mailedToken(): string {
      const found = mails
        .map(({ text }) => /token=([\w-]{43})/.exec(text)?.[1])
        .findLast((token) => token !== undefined);
      if (found === undefined) throw new Error("no mail with a token");
      return found;
    },
  };
}

interface CallerInput {
  cookie?: string | undefined;
  language?: Language;
  address?: string;
}
