import { StartupError } from "../platform/config/startup-error.ts";
import { type Command, wordOf } from "./command.ts";

const usage = "statistics refresh";

export const statistics: Command = {
  usage,
  summary: "compute the materialized workshop statistics anew",
  async run(visit, given) {
    if (wordOf(given, 0, usage) !== "refresh") throw new StartupError(`Usage: npm run cli -- ${usage}`);
    const { scheduled } = await visit.app();
    await scheduled.find(({ name }) => name === "catalogue.refreshStatistics")?.run();
    return { text: "The statistics are up to date.", data: { isRefreshed: true } };
  },
};
