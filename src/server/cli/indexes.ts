import { showDatabase } from "../operations/index.ts";
import { type Command, megabytes, tableOf } from "./command.ts";

export const indexes: Command = {
  usage: "indexes",
  summary: "indexes that nothing reads, tables that may lack one, and what dead rows take",
  async run(visit) {
    const { db } = await visit.app();
    const found = await showDatabase(db);
    const unused = found.unusedIndexes.map(({ name, table, bytes }) => [name, table, megabytes(bytes)]);
    const lacking = found.tables.filter(({ wantsIndex }) => wantsIndex);
    const dead = found.tables.filter(({ deadRows, rows }) => deadRows > 1_000 && deadRows > rows / 5);
    const text = [
      `Counted since ${found.since ?? "the server's first start"}; the database takes ${megabytes(found.bytes)}.`,
      section("Never read, and no rule rests on them: may go once a month's work has been counted", unused),
      section(
        "Big and often read from end to end: see slow-queries for what asks so",
        lacking.map(({ name, rows, wholeReads }) => [name, `${rows} rows`, `${wholeReads} whole reads`]),
      ),
      section(
        "Many dead rows: vacuum (analyze) TABLE, and look why autovacuum does not come",
        dead.map(({ name, deadRows, deadBytes }) => [name, `${deadRows} dead rows`, megabytes(deadBytes)]),
      ),
    ].join("\n\n");
    return { text, data: found };
  },
};

function section(title: string, rows: (string | number)[][]): string {
  return `${title}:\n${rows.length === 0 ? "none" : tableOf(rows)}`;
}
