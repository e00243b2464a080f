import type { Command } from "./command.ts";

export const migrate: Command = {
  usage: "migrate",
  summary: "bring the database up to date",
  async run(visit) {
    const applied = await visit.migrate();
    const text = applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date.";
    return { text, data: { applied } };
  },
};
