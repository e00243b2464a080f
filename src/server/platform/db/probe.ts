import { Client } from "pg";
import { clientConfig } from "./connection.ts";
import { isCutOff, isOutOfConnections } from "./errors.ts";

/** Longer than anybody waits for it; only so that no socket stays behind. */
const giveUpAfterMs = 10_000;

/** What a server is for: the primary takes writes, a replica is in recovery for good. */
export type ServerPart = "primary" | "replica";

/** Fails when the server cannot be reached, or when a primary does not take writes because it is in recovery. */
export async function probeServer(url: string, part: ServerPart, isPooled: boolean): Promise<void> {
  try {
    await probeOnce(url, part, isPooled);
  } catch (error) {
    if (!isCutOff(error)) throw error;
    // Somebody may have ended connections, and the probe's was one of them. A server that stops does not take the next one.
    await probeOnce(url, part, isPooled);
  }
}

async function probeOnce(url: string, part: ServerPart, isPooled: boolean): Promise<void> {
  const client = new Client({
    ...clientConfig(url, { isPooled }),
    connectionTimeoutMillis: giveUpAfterMs,
    query_timeout: giveUpAfterMs,
  });
  client.on("error", () => undefined); // The statement fails and says so.
  try {
    await client.connect();
    const { rows } = await client.query<{ isInRecovery: boolean }>('select pg_is_in_recovery() as "isInRecovery"');
    if (part === "primary" && rows[0]?.isInRecovery) throw new Error("the server is in recovery and takes no writes");
  } catch (error) {
    if (!isOutOfConnections(error)) throw error;
  } finally {
    client.end().catch(() => undefined);
  }
}
