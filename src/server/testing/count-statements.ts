import type { Database, Db } from "../platform/db/database.ts";

const methods = ["many", "maybe", "one", "run"] as const;

/** Runs the work and tells which statements it sent outside of transactions, by their texts. */
export async function statementsOf(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const texts: string[] = [];
  const restores = [db, db.reads].map((target) => listen(target, texts));
  try {
    await work();
  } finally {
    for (const restore of restores) restore();
  }
  return texts;
}

function listen(target: Db, texts: string[]): () => void {
  const original = Object.fromEntries(methods.map((method) => [method, target[method]]));
  for (const method of methods) {
    const run = target[method].bind(target) as (statement: { text: string }) => never;
    Object.assign(target, {
      [method]: (statement: { text: string }) => {
        texts.push(statement.text.trim());
        return run(statement);
      },
    });
  }
  return () => void Object.assign(target, original);
}
