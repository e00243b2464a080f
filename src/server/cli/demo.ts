import { keepSignIns, seedDemoIfEmpty } from "../demo/index.ts";
import { StartupError } from "../platform/config/startup-error.ts";
import { systemClock } from "../platform/time/clock.ts";
import { type Command, tableOf, wordOf } from "./command.ts";

const usage = "demo add";

export const demo: Command = {
  usage,
  summary: "fill an empty installation with demo content; prints how to sign in",
  async run(visit, given) {
    if (wordOf(given, 0, usage) !== "add") throw new StartupError(`Usage: npm run cli -- ${usage}`);
    await visit.migrate();
    const { db, features } = await visit.app();
    const signIns = await seedDemoIfEmpty({ db, clock: systemClock, responses: features.responses });
    if (signIns.length === 0)
      throw new StartupError("there are people already: the demo goes into an empty database only");
    keepSignIns(visit.settings.DATA_DIR, signIns);
    return { text: tableOf(signIns.map(({ role, email, password }) => [role, email, password])), data: signIns };
  },
};
