import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { connectOnce } from "../platform/db/connect-once.ts";
import { startEmbedded } from "../platform/db/embedded.ts";
import { migrate } from "../platform/db/migrate.ts";
import { migrateJobs } from "../platform/jobs/worker.ts";
import { openRunFolder } from "./run-folder.ts";
import { onDatabase } from "./test-database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The server of this run and the migrated database that every test's database is copied from. */
    testServer: { url: string; template: string };
    /** The place of folders that are made once in a run. */
    madeOnce: string;
  }
}

/** One PostgreSQL for the whole run: `TEST_DATABASE_URL` when set, else the built-in one in the run's folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = openRunFolder();
  const server = await startServer(join(folder.path, "postgres"));
  const madeOnce = join(folder.path, "made-once");
  mkdirSync(madeOnce);
  const template = `template_${randomBytes(6).toString("hex")}`;
  const end = async () => {
    if (server.isShared) await runOn(server.url, `drop database if exists ${template}`);
    await server.stop();
    folder.remove();
  };
  try {
    await runOn(server.url, `create database ${template}`);
    await migrate({ url: onDatabase(server.url, template) });
    await migrateJobs(onDatabase(server.url, template));
  } catch (error) {
    await end();
    throw error;
  }
  project.provide("testServer", { url: server.url, template });
  project.provide("madeOnce", madeOnce);
  return end;
}

async function startServer(dataDir: string): Promise<{ url: string; isShared: boolean; stop(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url, isShared: true, stop: async () => undefined };
  const { url: own, stop } = await startEmbedded({ dataDir, durable: false });
  return { url: own, isShared: false, stop };
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = await connectOnce(url);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
