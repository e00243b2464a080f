import { type Answer, type Command, tableOf } from "./command.ts";
import { checkDatabase } from "./doctor/check-database.ts";
import { checkMachine } from "./doctor/check-machine.ts";
import { checkSettings } from "./doctor/check-settings.ts";
import { checkSite } from "./doctor/check-site.ts";
import { checkWork } from "./doctor/check-work.ts";
import type { Finding } from "./doctor/finding.ts";

export const doctor: Command = {
  usage: "doctor",
  summary: "check everything and say what to do; fails when something has to be done",
  async run(visit) {
    const { settings } = visit;
    const findings: Finding[] = [...checkSettings(settings), ...(await checkMachine(settings))];
    const database = await checkDatabase(visit);
    findings.push(...database.findings);
    // What lies in the database can be looked at only where it is there and its tables are ours.
    if (database.isUsable) findings.push(...(await checkWork(visit)));
    findings.push(...(await checkSite(settings)));
    return answerOf(findings);
  },
};

function answerOf(findings: Finding[]): Answer {
  const rows = findings.map(({ status, subject, says }) => [
    status === "ok" ? "ok" : status.toUpperCase(),
    subject,
    says,
  ]);
  const remedies = findings.filter(({ remedy }) => remedy).map(({ subject, remedy }) => `- ${subject}: ${remedy}`);
  const hasFailed = findings.some(({ status }) => status === "fail");
  const todo = remedies.length > 0 ? `\n\nWhat to do:\n${remedies.join("\n")}` : "\n\nNothing to do.";
  return { text: `${tableOf(rows)}${todo}`, data: findings, exitCode: hasFailed ? 1 : 0 };
}
