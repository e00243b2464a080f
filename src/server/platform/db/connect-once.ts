import { Client } from "pg";
import { StartupError } from "../config/startup-error.ts";
import { clientConfig } from "./connection.ts";

const oldestVersion = 15;

/**
 * One connection without time limits, for migrations and other work of the start. The caller ends it.
 * @throws {StartupError} when the server cannot be reached or is older than PostgreSQL 15; never with the password
 */
export async function connectOnce(url: string): Promise<Client> {
  const client = new Client({
    ...clientConfig(url),
    statement_timeout: false,
    query_timeout: undefined,
    idle_in_transaction_session_timeout: undefined,
  });
  client.on("error", () => undefined); // The statement that runs into it fails and says so.
  try {
    await client.connect();
  } catch (error) {
    throw new StartupError(`cannot reach the database ${placeOf(client)}: ${reasonOf(error)}`, { cause: error });
  }
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
  const version = rows[0]?.version ?? "";
  if (Number.parseInt(version, 10) < oldestVersion) {
    await client.end();
    throw new StartupError(
      `the database ${placeOf(client)} is PostgreSQL ${version}: ${oldestVersion} or newer is needed`,
    );
  }
  return client;
}

function placeOf(client: Client): string {
  return `${client.database ?? ""} at ${client.host}:${client.port}`;
}

function reasonOf(error: unknown): string {
  // A name with several addresses fails with one error for each, and no message of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
