import { readdirSync } from "node:fs";
import { requireKebab } from "./names.mjs";

/** The path that the next migration of a domain gets: numbers go on without gaps. */
export function nextMigration(domain) {
  const numbers = readdirSync("migrations").map((name) => Number.parseInt(name, 10));
  const next = Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
  return `migrations/${String(next).padStart(4, "0")}-${domain}.sql`;
}

export function newMigration(plan, name) {
  const { kebab } = requireKebab(name, "A domain");
  plan.create(
    nextMigration(kebab),
    `-- What this changes for ${kebab.replaceAll("-", " ")}, and why, in a sentence. It runs in a transaction of its own.\n`,
  );
  plan.remains("write the statements; once it was applied anywhere, a migration is never changed again");
  plan.remains("every column that a statement filters or sorts by needs an index: tests/database/query-plans.test.ts");
}
