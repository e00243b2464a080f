import { statementsOf } from "../../src/server/platform/db/statements.ts";

/** The last migration from before there were installations that run two versions for a while. */
const lastFree = "0014";

/** Tables that grow with use: what reads or locks all of one keeps the site waiting. */
const big =
  "people|login_sessions|workshops|workshop_\\w+|enrollments|questionnaires|responses|response_\\w+|audit_log|idempotency_keys";
const onBig = new RegExp(`^(?:public\\.)?(?:${big})$`);

interface Rule {
  name: string;
  breaks(statement: string): boolean;
}

const matches = (name: string, pattern: RegExp): Rule => ({ name, breaks: (statement) => pattern.test(statement) });
const ofBig = (name: string, pattern: RegExp): Rule => ({
  name,
  breaks: (statement) => onBig.test(pattern.exec(statement)?.[1] ?? ""),
});

/** What the version before, which still runs, would stumble over; and what holds a big table for long. */
const rules: Rule[] = [
  matches("drop table", /^drop (table|view|materialized view)\b/),
  matches("drop function", /^drop function\b/),
  matches("drop column", /^alter table\b.*\bdrop (column\b|(?!constraint|not|default|expression|identity)\w+)/),
  matches("rename", /^alter .*\brename\b/),
  matches("change type", /^alter table\b.*\balter (column )?\S+ (set data )?type\b/),
  matches("set not null", /^alter table\b.*\balter (column )?\S+ set not null\b/),
  {
    name: "not null without default",
    breaks: (statement) =>
      /^alter table\b/.test(statement) &&
      statement
        .split(/,(?![^(]*\))/)
        .some((part) => /\badd (column )?.*\bnot null\b/.test(part) && !/\bdefault\b|\bgenerated\b/.test(part)),
  },
  ofBig("computed column", /^alter table (?:only )?(\S+) .*\badd (?:column )?.*\bgenerated always as\b/),
  ofBig("index on a big table", /^create (?:unique )?index (?:(?:if not exists )?\S+ )?on (?:only )?(\S+)/),
  ofBig(
    "check at once",
    /^alter table (?:only )?(\S+) (?!.*\bnot valid\b).*\badd (?:constraint|check|foreign key|unique|primary)\b/,
  ),
  ofBig("touch every row", /^update (\S+) (?!.*\bwhere\b)/),
  ofBig("touch every row", /^delete from (\S+)(?!.*\bwhere\b)/),
  matches("lock table", /^(lock|truncate|cluster|vacuum|reindex)\b/),
  matches("end of the transaction", /^(begin|commit|rollback|start transaction|set lock_timeout)\b/),
];

/**
 * What in a migration is dangerous while the version before still runs, one line each. A line
 * `-- Allowed: <rule>: <reason>` in the file permits one kind; so does making the table in the same file.
 */
export function dangersIn(name: string, file: string): string[] {
  if (name.slice(0, 4) <= lastFree) return [];
  const allowed = new Set([...file.matchAll(/^-- Allowed: ([a-z ]+): \S.{14,}$/gm)].map(([, rule]) => rule));
  const made = [...file.matchAll(/^create table (?:if not exists )?(\S+)/gim)].map(([, table]) => table ?? "");
  return statementsOf(file).flatMap(({ text, line }) => {
    const statement = text
      .replaceAll(/--[^\n]*/g, "")
      .replaceAll(/\s+/g, " ")
      .toLowerCase();
    const isOfNew = made.some((table) =>
      new RegExp(`\\b(?:on|table|from|update) (?:only )?${table}\\b`).test(statement),
    );
    if (isOfNew) return [];
    return rules
      .filter((rule) => rule.breaks(statement) && !allowed.has(rule.name))
      .map((rule) => `${name}:${line} ${rule.name}: ${statement.slice(0, 80)}`);
  });
}
