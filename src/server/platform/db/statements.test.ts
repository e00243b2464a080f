import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { statementsOf } from "./statements.ts";

test("statements end at semicolons, but not at those in texts, names, comments and bodies", () => {
  const file = `-- first; of all
create table a (id int); /* and; then */

insert into a values ('it''s; here'), (E'\\'; "'), ($$;$$);
create function f() returns int language plpgsql as $body$ begin return 1; end $body$;
create function g() returns int begin atomic; select 1; select 2; end;
comment on column a."odd;name" is 'x' -- no end
`;
  expect(statementsOf(file).map(({ text, line }) => [line, text.split("\n")[0]])).toEqual([
    [2, "create table a (id int)"],
    [4, `insert into a values ('it''s; here'), (E'\\'; "'), ($$;$$)`],
    [5, "create function f() returns int language plpgsql as $body$ begin return 1; end $body$"],
    [6, "create function g() returns int begin atomic; select 1; select 2; end"],
    [7, `comment on column a."odd;name" is 'x' -- no end`],
  ]);
});

test("a file of comments alone has none, and nothing of a migration of ours is left out", () => {
  expect(statementsOf("-- nothing;\n/* here; either */\n")).toEqual([]);
  for (const name of readdirSync("migrations")) {
    const file = readFileSync(`migrations/${name}`, "utf8");
    const bare = (text: string) => text.replaceAll(/--[^\n]*|[\s;]/g, "");
    expect(
      bare(
        statementsOf(file)
          .map(({ text }) => text)
          .join(""),
      ),
      name,
    ).toBe(bare(file));
  }
});
