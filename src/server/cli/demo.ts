import { forgetSignIns, keepSignIns, type RemovedDemo, removeDemo, seedDemoIfEmpty } from "../demo/index.ts";
import { StartupError } from "../platform/config/startup-error.ts";
import { systemClock } from "../platform/time/clock.ts";
import { type Answer, type Command, tableOf, wordOf } from "./command.ts";
import type { Visit } from "./visit.ts";

const usage = "demo [add | remove [--with-enrolments]]";

export const demo: Command = {
  usage,
  summary: "fill an empty installation with demo content, which prints how to sign in; remove it again",
  details:
    "What is removed is what was added, and what its people did since. Workshops and questionnaires that were made since stay,\nand so do the places and facilitators that they need; those made with a demo account go to the administrator who has been\nthere longest. Other people's enrolments in demo workshops are deleted only with --with-enrolments.",
  options: { "with-enrolments": { type: "boolean" } },
  async run(visit, given) {
    const action = wordOf(given, 0, usage);
    if (action === "add") return add(visit);
    if (action === "remove") return remove(visit, given.flags.has("with-enrolments"));
    throw new StartupError(`Usage: npm run cli -- ${usage}`);
  },
};

async function add(visit: Visit): Promise<Answer> {
  await visit.migrate();
  const { db, features } = await visit.app();
  const signIns = await seedDemoIfEmpty({ db, clock: systemClock, responses: features.responses });
  if (signIns.length === 0)
    throw new StartupError("there are people already: the demo goes into an empty database only");
  keepSignIns(visit.settings.DATA_DIR, signIns);
  return { text: tableOf(signIns.map(({ role, email, password }) => [role, email, password])), data: signIns };
}

async function remove(visit: Visit, withEnrolments: boolean): Promise<Answer> {
  await visit.migrate();
  const { db, cache } = await visit.app();
  const removed = await removeDemo({ db, cache, clock: systemClock }, { withEnrolments });
  forgetSignIns(visit.settings.DATA_DIR);
  return { text: wordsFor(removed), data: removed };
}

function wordsFor({ people, workshops, questionnaires, enrolments, answers, kept, handedOver }: RemovedDemo): string {
  const lines = [`The demo is gone: ${people} people, ${workshops} workshops, ${questionnaires} questionnaires.`];
  if (enrolments + answers > 0) lines.push(`With it went ${enrolments} enrolments and ${answers} answers of others.`);
  if (kept > 0) lines.push(`${kept} of its facilitators and places stay: other workshops need them.`);
  if (handedOver > 0) lines.push(`${handedOver} workshops and questionnaires now belong to an administrator.`);
  return lines.join("\n");
}
