import { record } from "../audit/index.ts";
import { StartupError } from "../platform/config/startup-error.ts";
import { newToken } from "../platform/crypto/token.ts";
import { systemClock } from "../platform/time/clock.ts";
import type { Command } from "./command.ts";

const usage = "create-admin --name NAME --email ADDRESS";

export const createAdmin: Command = {
  usage,
  summary: "make an administrator; prints a password to be changed after signing in",
  options: { name: { type: "string" }, email: { type: "string" } },
  async run(visit, { texts: { name, email } }) {
    if (!name || !email) throw new StartupError(`Usage: npm run cli -- ${usage}`);
    await visit.migrate();
    const { features, db } = await visit.app();
    const password = newToken().slice(0, 20);
    const admin = { name, email, password, role: "admin", language: "en", isVerified: true } as const;
    const { id } = await features.identity.createPerson(admin);
    const at = systemClock.now();
    await record(db, { actorId: null, action: "person.createdByCli", subjectType: "person", subjectId: id, at });
    return { text: `Administrator ${email}\nPassword      ${password}`, data: { id, email, password } };
  },
};
