import type { SearchMode } from "../../src/server/catalogue/queries/list-query.ts";
import { listPublished } from "../../src/server/catalogue/queries/public-list.ts";
import { findBySlug, findPublic } from "../../src/server/catalogue/queries/public-page.ts";
import { createDatabase, type Db } from "../../src/server/platform/db/database.ts";
import { dbOver } from "../../src/server/platform/db/db.ts";
import { startEmbedded } from "../../src/server/platform/db/embedded.ts";
import { migrate } from "../../src/server/platform/db/migrate.ts";
import { sql } from "../../src/server/platform/db/sql.ts";
import { migrateJobs } from "../../src/server/platform/jobs/worker.ts";
import type { Language } from "../../src/shared/kernel/locale.ts";
import { fillDatabase } from "../../tests/database/fill-database.ts";
import type { Amounts } from "../../tests/database/row-statements.ts";

/** One request's statements, as a client of the database takes them. */
export type Statements = { text: string; values: unknown[] }[];

/** The built-in PostgreSQL as the product runs it, with nothing in it. */
export const startEmptyDatabase = (dataDir: string) => startEmbedded({ dataDir });

/** The product's tables, with many rows in them. */
export async function fillEmptyDatabase(url: string, amounts: Amounts): Promise<void> {
  await migrate({ url });
  await migrateJobs(url);
  await fillDatabase(url, amounts, new Date().toISOString());
}

/** The addresses of workshops that are on the public site, in both languages. */
export async function publicSlugs(url: string): Promise<{ id: string; en: string; pl: string }[]> {
  const db = createDatabase({ url, lanes: 0 });
  const rows = await db.many<{ id: string; en: string; pl: string }>(sql`
    select id, slug_en as en, slug_pl as pl from workshops
    where status = 'published' and deleted_at is null order by id`);
  await db.close();
  return rows;
}

/** What the product sends for a list or a search that it has not kept. */
export function listStatements(asked: { language: Language; mode: SearchMode; q?: string; to: string }) {
  const query = { q: undefined, tag: undefined, from: undefined, limit: 20, after: undefined, ...asked };
  return sentBy((db) => listPublished(db, { ...query, now: new Date() }));
}

/** What the product sends for a workshop's page that it has not kept. */
export function pageStatements({ language, slug, id }: { language: Language; slug: string; id: string }) {
  return sentBy(async (db) => {
    await findBySlug(db, slug, language);
    await findPublic(db, id, language);
  });
}

async function sentBy(send: (db: Db) => Promise<unknown>): Promise<Statements> {
  const sent: Statements = [];
  const recording = dbOver(async ({ text, values }) => {
    sent.push({ text, values: [...values] });
    return { rows: [{}], rowCount: 1, command: "SELECT" };
  });
  await send(recording);
  return sent;
}

/** Milliseconds that the Polish stems of 2,000 characters take, measured over many different texts. */
export async function stemMilliseconds(url: string): Promise<number> {
  const db = createDatabase({ url, lanes: 0 });
  const texts = 200;
  const sentence =
    "Zapraszamy na warsztaty mediacji i negocjacji dla mieszkańców, nauczycielek oraz wolontariuszy z sąsiedztwa. ";
  const read = async (column: ReturnType<typeof sql>) => {
    const startedAt = performance.now();
    await db.one(sql`
      select sum(length(${column})) as length
      from (select left(i || ' ' || repeat(${sentence}, 30), 2000) as text from generate_series(1, ${texts}::int) i offset 0) made`);
    return performance.now() - startedAt;
  };
  await read(sql`pl_stem_v1(text)`);
  const [stemmed, plain] = [await read(sql`pl_stem_v1(text)`), await read(sql`text`)];
  await db.close();
  return (stemmed - plain) / texts;
}

/** Questionnaires with responses, of which nobody has asked for results yet. */
export async function questionnaireIds(url: string): Promise<string[]> {
  const db = createDatabase({ url, lanes: 0 });
  const rows = await db.many<{ id: string }>(sql`
    select id from questionnaires where status = 'published' order by id limit 3000`);
  await db.close();
  return rows.map(({ id }) => id);
}

/** So many submitted responses of nobody in particular to a questionnaire, with one of the given answers each. */
export async function addSubmitted(
  url: string,
  { questionnaireId, answers, count }: { questionnaireId: string; answers: object[]; count: number },
): Promise<void> {
  const db = createDatabase({ url, lanes: 0 });
  await db.run(sql`
    insert into responses (id, questionnaire_id, version_number, status, language, answers, revision, created_at, updated_at, submitted_at)
    select gen_random_uuid(), ${questionnaireId}::uuid, 1, 'submitted', case when i % 3 = 0 then 'en' else 'pl' end,
      ${JSON.stringify(answers)}::jsonb -> (i % ${answers.length}::int), 1, made.day, made.day, made.day
    from generate_series(0, ${count - 1}::int) i,
      (select date_trunc('day', now(), 'utc') as day) made`);
  await db.run(sql`analyze responses`);
  await db.close();
}
