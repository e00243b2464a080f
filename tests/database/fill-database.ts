import type { Client } from "pg";
import { connectOnce } from "../../src/server/platform/db/connect-once.ts";
import {
  type Amounts,
  insertDrafts,
  insertEnrolments,
  insertPeople,
  insertQuestionnaires,
  insertResponses,
  insertSessions,
  insertWorkshops,
} from "./row-statements.ts";

const bigTables = ["workshops", "enrollments", "responses"];

/**
 * Fills an empty, migrated database with many rows, on two connections. Foreign keys, and indexes that no constraint
 * needs, are made anew at the end, from their own definitions: four times as fast as upholding them row by row.
 */
export async function fillDatabase(url: string, amounts: Amounts, now: string): Promise<void> {
  const [first, second] = [await connectOnce(url), await connectOnce(url)];
  try {
    const foreignKeys = await dropForeignKeys(first);
    const indexes = await dropSecondaryIndexes(first);
    const polishWords = await dropPolishWords(first);
    await first.query(insertPeople(amounts));
    const half = Math.floor(amounts.workshops / 2);
    await Promise.all([
      first.query(insertWorkshops(amounts, { from: 0, to: half - 1, now })),
      second.query(insertWorkshops(amounts, { from: half, to: amounts.workshops - 1, now })),
    ]);
    await comparePolishWords(first, polishWords);
    await first.query(insertQuestionnaires(amounts));
    await Promise.all([
      inOrder(first, [insertDrafts, insertSessions, insertEnrolments(amounts)]),
      second.query(insertResponses(amounts)),
    ]);
    await inOrder(first, foreignKeys);
    await inTurns([first, second], indexes);
    await first.query("vacuum analyze");
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
}

/** How to make them again: all rows are then held to them at once. */
async function dropForeignKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ from: string; name: string; definition: string }>(
    `select conrelid::regclass::text as from, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any($1::regclass[])`,
    [bigTables],
  );
  for (const { from, name } of rows) await client.query(`alter table ${from} drop constraint ${name}`);
  return rows.map(({ from, name, definition }) => `alter table ${from} add constraint ${name} ${definition}`);
}

/**
 * Finding the stems of Polish words for each row is a third of all the work, and only a number differs from row to row:
 * the column is filled with what the rows bring along, and stays a plain one.
 */
async function dropPolishWords(client: Client): Promise<string> {
  const { rows } = await client.query<{ expression: string }>(`
    select pg_get_expr(d.adbin, d.adrelid) as expression from pg_attrdef d
    join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
    where d.adrelid = 'workshops'::regclass and a.attname = 'search_vector_pl'`);
  await client.query("alter table workshops alter column search_vector_pl drop expression");
  return rows[0]?.expression ?? "null";
}

/** @throws {Error} when some of it is not what the product would have computed */
async function comparePolishWords(client: Client, expression: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>(`
    select id from (select * from workshops order by id limit 500) filled
    where search_vector_pl is distinct from (${expression}) limit 1`);
  if (rows[0]) throw new Error(`the Polish words of ${rows[0].id} are not those that the product finds`);
}

/** The definitions of what was dropped, those of the widest table first. */
async function dropSecondaryIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any($1::regclass[])
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by array_position($1::regclass[], i.indrelid::regclass)`,
    [bigTables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function inOrder(client: Client, statements: string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

/** Whichever connection is free takes the next statement. */
async function inTurns(clients: Client[], statements: string[]): Promise<void> {
  const waiting = [...statements];
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await client.query(next);
    }),
  );
}
