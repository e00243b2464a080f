import { record } from "../audit/index.ts";
import { StartupError } from "../platform/config/startup-error.ts";
import { systemClock } from "../platform/time/clock.ts";
import type { Command } from "./command.ts";

const usage = "maintenance [on [--message TEXT] | off]";
const longestMessage = 300;

export const maintenance: Command = {
  usage,
  summary: "let everything be read and nothing be changed, or end that",
  details:
    "All processes hear at once. Whoever wants to change something gets 503 with Retry-After and a page that says so, with the\nmessage as it is typed. Administrators can sign in and work on the operations page. Jobs go on; stop the worker for more.",
  options: { message: { type: "string" } },
  async run(visit, { words: [action], texts: { message } }) {
    const app = await visit.app();
    if (action === "on") {
      if ((message?.length ?? 0) > longestMessage)
        throw new StartupError(`--message: at most ${longestMessage} letters`);
      await app.maintenance.begin(message ?? null);
    } else if (action === "off") await app.maintenance.end();
    else if (action !== undefined) throw new StartupError(`Usage: npm run cli -- ${usage}`);
    if (action !== undefined) {
      const subject = { subjectType: "installation", subjectId: "maintenance" };
      const name = action === "on" ? "maintenance.begun" : "maintenance.ended";
      await record(app.db, { actorId: null, action: name, ...subject, at: systemClock.now() });
    }
    const state = await app.maintenance.state();
    const text = state ? `On since ${state.since}. End it with: npm run cli -- maintenance off` : "Off.";
    return { text, data: { isOn: state !== null, ...state } };
  },
};
