import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dangersIn } from "./migration-rules.ts";

const rulesBroken = (file: string) => dangersIn("0099-next.sql", file).map((line) => /\d ([a-z ]+):/.exec(line)?.[1]);

describe("migrations are safe while the version before still runs", () => {
  test("ours are", () => {
    const names = readdirSync("migrations");
    expect(names.length).toBeGreaterThan(10);
    expect(names.flatMap((name) => dangersIn(name, readFileSync(`migrations/${name}`, "utf8")))).toEqual([]);
  });

  test.each([
    ["drop table", "drop table settings;"],
    ["drop function", "drop function pl_stem(text);"],
    ["drop column", "alter table people drop column language;"],
    ["drop column", "alter table people drop language;"],
    ["rename", "alter table people rename column name to full_name;"],
    ["change type", "alter table settings alter column value type text;"],
    ["set not null", "alter table settings alter value set not null;"],
    [
      "not null without default",
      "alter table settings add column by uuid not null, add at timestamptz not null default now();",
    ],
    ["computed column", "alter table workshops add column a int generated always as (1) stored;"],
    ["index on a big table", "create index on responses (id);"],
    ["index on a big table", "create unique index people_name\n  on people (name);"],
    ["check at once", "alter table enrollments add constraint c check (true);"],
    ["touch every row", "update people set name = '';"],
    ["touch every row", "delete from audit_log;"],
    ["lock table", "lock table people;"],
    ["end of the transaction", "create table a (id int); commit;"],
  ])("a planted breach of %s is found", (rule, file) => {
    expect(rulesBroken(file)).toEqual([rule]);
  });

  test.each([
    "create table places_seen (id uuid not null); create index on places_seen (id);",
    "alter table people add column nickname text;",
    "alter table people add column is_seen boolean not null default false;",
    "alter table enrollments add constraint c check (true) not valid;",
    "alter table people drop constraint people_role_check;",
    "update people set name = '' where id is null;",
    "-- Allowed: index on a big table: built in under a second for a million rows\ncreate index on responses (id);",
  ])("harmless: %s", (file) => {
    expect(rulesBroken(file)).toEqual([]);
  });

  test("a reason has to be one", () => {
    expect(rulesBroken("-- Allowed: drop table: because\ndrop table settings;")).toEqual(["drop table"]);
  });
});
