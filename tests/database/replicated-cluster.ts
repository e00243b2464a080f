import { dirname, join } from "node:path";
import { connectOnce } from "../../src/server/platform/db/connect-once.ts";
import { type ScratchCluster, startScratchCluster } from "./scratch-cluster.ts";
import { freePort, runAs } from "./start-program.ts";

export interface Standby extends ScratchCluster {
  /** Holds back what arrives, as a replica does that cannot keep up. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** How many statements of the application it has answered so far. */
  countStatements(): Promise<number>;
}

export interface ReplicatedCluster {
  primary: ScratchCluster;
  standbys: Standby[];
  stop(): Promise<void>;
}

/** A primary and its streaming replicas, on loopback. */
export async function startReplicatedCluster({ standbys: count = 2, settings = {} } = {}): Promise<ReplicatedCluster> {
  const started: ScratchCluster[] = [];
  const stop = async () => {
    for (const each of started.reverse()) await each.stop();
  };
  try {
    // A commit is on its way to the replicas only once it is written, so it may not be left for later here.
    const shared = { synchronous_commit: "on", listen_addresses: "127.0.0.1", hot_standby: "on", ...settings };
    const port = String(await freePort());
    const primary = await startScratchCluster({ settings: { ...shared, port } });
    started.push(primary);
    const standbys: Standby[] = [];
    for (let n = 0; n < count; n++) {
      const standby = await startStandby(Number(port), { ...shared, port: String(await freePort()) });
      started.push(standby);
      standbys.push(standby);
    }
    return { primary, standbys, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startStandby(primaryPort: number, settings: Record<string, string>): Promise<Standby> {
  const cluster = await startScratchCluster({
    settings,
    fill: (account, dataFolder) => {
      const program = join(dirname(account.binaries.postgres), "pg_basebackup");
      const from = ["--host=127.0.0.1", `--port=${primaryPort}`, "--username=app", "--no-password"];
      runAs(account, program, [
        ...from,
        "-D",
        dataFolder,
        "-R",
        "--checkpoint=fast",
        "--no-sync",
        "--wal-method=stream",
      ]);
    },
  });
  const ask = async (statement: string) => {
    const client = await connectOnce(cluster.url);
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };
  return {
    ...cluster,
    pause: async () => void (await ask("select pg_wal_replay_pause()")),
    resume: async () => void (await ask("select pg_wal_replay_resume()")),
    countStatements: async () => {
      const [row] = await ask("select xact_commit::int as n from pg_stat_database where datname = current_database()");
      return (row as { n: number }).n;
    },
  };
}
