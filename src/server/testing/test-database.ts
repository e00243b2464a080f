import { randomBytes } from "node:crypto";
import type { Client } from "pg";
import { inject } from "vitest";
import { connectOnce } from "../platform/db/connect-once.ts";
import { createDatabase, type Database } from "../platform/db/database.ts";

export interface TestDatabase {
  db: Database;
  url: string;
  /** Drops the database. */
  close(): Promise<void>;
}

/** A database of its own, with all migrations applied and nothing in it. */
export function testDatabase(): Promise<TestDatabase> {
  return open(inject("testServer").template);
}

/** A database of its own without any table. */
export function emptyDatabase(): Promise<TestDatabase> {
  return open("template1");
}

/** The address of another database on the same server. */
export function onDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function open(template: string): Promise<TestDatabase> {
  const server = inject("testServer").url;
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(server, `create database ${name} template ${template} strategy file_copy`);
  const url = onDatabase(server, name);
  const db = createDatabase({ url });
  return {
    db,
    url,
    close: async () => {
      await db.close();
      // By force: a test may have left a connection of its own open.
      await administer(server, `drop database ${name} with (force)`);
    },
  };
}

let administrator: Promise<Client> | undefined;

/** Runs the statement on the connection that all files of this process share: one for each would take longer than it. */
async function administer(server: string, statement: string): Promise<void> {
  administrator ??= connectOnce(server);
  const client = await administrator;
  await client.query(statement);
}
