/** The files of a new feature, path and text. */
export function featureFiles(names) {
  const { kebab } = names;
  const server = `src/server/${kebab}`;
  return [
    [`src/shared/${kebab}/contract.ts`, contract(names)],
    [`${server}/index.ts`, door(names)],
    [`${server}/deps.ts`, deps(names)],
    [`${server}/policy.ts`, policy],
    [`${server}/routes.ts`, routes(names)],
    [`${server}/list-${kebab}.ts`, listing(names)],
    [`${server}/queries.ts`, queries(names)],
    [`${server}/tables.ts`, tables(names)],
    [`${server}/list-${kebab}.test.ts`, test(names)],
    [`src/web/api/${kebab}.ts`, client(names)],
    [`tests/api/specimens/${kebab}.ts`, specimens(names)],
  ];
}

const contract = ({ kebab, camel, pascal, words }) => `import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Id } from "../kernel/id.ts";
import { pageOf, pageQuery } from "../kernel/page.ts";

const Item = z.object({ id: Id, name: z.string() });

export const ${camel}Contract = {
  list: endpoint({
    id: "list${pascal}",
    method: "GET",
    path: "/api/v1/studio/${kebab}",
    summary: "All ${words.join(" ")}, by name.",
    tag: "${kebab}",
    access: "operations.read",
    query: z.strictObject(pageQuery),
    response: pageOf(Item),
  }),
};
`;

const door = ({ pascal, words }) => `import type { Route } from "../platform/http/route.ts";
import type { ${pascal}Deps } from "./deps.ts";
import { routes } from "./routes.ts";

/** The door of ${words.join(" ")}: the only file that other features may import. */
export interface ${pascal} {
  routes: Route[];
}

/** Makes ${words.join(" ")}. */
export function create${pascal}(deps: ${pascal}Deps): ${pascal} {
  return { routes: routes(deps) };
}
`;

const deps = ({ pascal, words }) => `import type { Database } from "../platform/db/database.ts";

/** What ${words.join(" ")} need from the composition root. */
export interface ${pascal}Deps {
  db: Database;
}
`;

const policy = `import { type Actor, authorise, type Person } from "../platform/authz/actor.ts";

/** @throws {AppError} not_signed_in | forbidden */
export const mayRead = (actor: Actor): Person => authorise(actor, "operations.read", false);
`;

const routes = ({
  kebab,
  camel,
  pascal,
}) => `import { ${camel}Contract as contract } from "../../shared/${kebab}/contract.ts";
import { type Route, route } from "../platform/http/route.ts";
import type { ${pascal}Deps } from "./deps.ts";
import { list${pascal} } from "./list-${kebab}.ts";

export function routes(deps: ${pascal}Deps): Route[] {
  return [
    route(contract.list, ({ actor, query, language }) => list${pascal}(deps, actor, { ...query, language })),
  ];
}
`;

const listing = ({ pascal, words }) => `import { z } from "zod";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Page } from "../../shared/kernel/page.ts";
import type { Actor } from "../platform/authz/actor.ts";
import { decodeCursor, encodeCursor } from "../platform/http/cursor.ts";
import type { ${pascal}Deps } from "./deps.ts";
import { mayRead } from "./policy.ts";
import * as queries from "./queries.ts";
import type { ${pascal}Row } from "./tables.ts";

export interface ListInput {
  limit: number;
  cursor?: string | undefined;
  language: Language;
}

const Place = z.tuple([z.string(), z.uuid()]);

/** All ${words.join(" ")}, by name. @throws {AppError} not_signed_in | forbidden | invalid_input (cursor) */
export async function list${pascal}(
  { db }: ${pascal}Deps,
  actor: Actor,
  { limit, cursor, language }: ListInput,
): Promise<Page<${pascal}Row>> {
  mayRead(actor);
  const after = decodeCursor(cursor, Place, language);
  const { rows, total } = await queries.list${pascal}(db, { limit, after });
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, total, nextCursor: last ? encodeCursor([last.name, last.id]) : null };
}
`;

const queries = ({ pascal, snake }) => `import type { Db } from "../platform/db/database.ts";
import { sql, sqlEmpty } from "../platform/db/sql.ts";
import type { ${pascal}Row } from "./tables.ts";

export interface ListQuery {
  limit: number;
  after: [name: string, id: string] | undefined;
}

/** One more row than asked for when there are further ones. */
export async function list${pascal}(
  db: Db,
  { limit, after }: ListQuery,
): Promise<{ rows: ${pascal}Row[]; total: number }> {
  const { total } = await db.one<{ total: number }>(sql\`select count(*)::int as total from ${snake}\`);
  const rows = await db.many<${pascal}Row>(sql\`
    select id, name from ${snake}
    \${after ? sql\`where (name, id) > (\${after[0]}, \${after[1]}::uuid)\` : sqlEmpty}
    order by name, id limit \${limit + 1}\`);
  return { rows, total };
}
`;

const tables = ({ pascal }) => `export interface ${pascal}Row {
  id: string;
  name: string;
}
`;

const test = ({ kebab, camel, snake }) => `import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../shared/kernel/id.ts";
import { ${camel}Contract as contract } from "../../shared/${kebab}/contract.ts";
import { sql } from "../platform/db/sql.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

test("are listed by name, page by page", async () => {
  const admin = await app.as("admin");
  for (const name of ["Cyan", "Amber", "Beige"]) {
    await app.db.run(sql\`insert into ${snake} (id, name) values (\${newId()}::uuid, \${name})\`);
  }
  const first = await admin.ok(contract.list, { query: { limit: 2 } });
  expect([first.items.map(({ name }) => name), first.total]).toEqual([["Amber", "Beige"], 3]);
  const second = await admin.ok(contract.list, { query: { limit: 2, cursor: first.nextCursor ?? undefined } });
  expect([second.items.map(({ name }) => name), second.nextCursor]).toEqual([["Cyan"], null]);
});

test("are for administrators only", async () => {
  expect(await (await app.as("editor")).call(contract.list)).toMatchObject({ status: 403 });
  expect(await app.anonymous.call(contract.list)).toMatchObject({ status: 401 });
});
`;

const client = ({ kebab, camel, pascal }) => `import type { ${camel}Contract } from "../../shared/${kebab}/contract.ts";
import { operation } from "./operation.ts";

export const list${pascal} = operation<typeof ${camel}Contract.list>("GET", "/api/v1/studio/${kebab}");
`;

const specimens = ({
  kebab,
  camel,
}) => `import { ${camel}Contract as contract } from "../../../src/shared/${kebab}/contract.ts";
import { ofNobody, specimen } from "./specimen.ts";

export const ${camel}Specimens = [
  specimen(contract.list, async () => ({ input: {} }), { relations: ofNobody }),
];
`;
