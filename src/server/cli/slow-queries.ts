import { showStatements } from "../operations/index.ts";
import { type Command, tableOf } from "./command.ts";

const states = {
  not_loaded:
    "The server does not count statements: add pg_stat_statements to shared_preload_libraries and restart it.",
  not_installed: "The server counts statements, this database may not look: create extension pg_stat_statements.",
};
const longestText = 100;

export const slowQueries: Command = {
  usage: "slow-queries",
  summary: "the statements that took most of the database's time",
  async run(visit) {
    const { db } = await visit.app();
    const list = await showStatements(db);
    if (list.state !== "counted") return { text: states[list.state], data: list };
    const rows = list.items.map(({ calls, meanMs, maxMs, totalMs, text }) => [
      ...[calls, meanMs.toFixed(2), maxMs.toFixed(1), totalMs.toFixed(0)],
      text.replace(/\s+/g, " ").slice(0, longestText),
    ]);
    return { text: tableOf([["calls", "mean ms", "max ms", "total ms", "statement"], ...rows]), data: list };
  },
};
