/** For an installation of hundreds of people on a small machine: little memory, few processes, nothing lost. */
const settings = {
  max_connections: "60",
  shared_buffers: "96MB",
  effective_cache_size: "512MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  random_page_cost: "1.1",
  jit: "off",
  // Reads straight from the backend: worker processes for it pay only with slow disks and big tables.
  io_method: "sync",
  max_wal_size: "512MB",
  wal_compression: "on",
  // No replicas hang on the built-in server.
  wal_level: "minimal",
  max_wal_senders: "0",
  timezone: "UTC",
  // Errors come back to the application; in the log their details would be personal data.
  log_min_messages: "fatal",
  log_checkpoints: "off",
};

const durability = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };
const noDurability = {
  ...{ fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "120" },
  // Databases that are thrown away soon have nothing to be tidied up.
  autovacuum: "off",
  wal_compression: "off",
};

/** Statements are counted for the operations page; what is no query, such as a new password, is left out. */
const statistics = {
  shared_preload_libraries: "pg_stat_statements",
  "pg_stat_statements.max": "1000",
  "pg_stat_statements.track_utility": "off",
  "pg_stat_statements.save": "on",
};
/** A hundred databases beside each other, as tests have them, must not make it forget any. */
const throwAwayStatistics = { "pg_stat_statements.max": "50000", "pg_stat_statements.save": "off" };

export interface FlagOptions {
  durable: boolean;
  /** At least so many connections. */
  maxConnections?: number | undefined;
  /** Whether the package brings the library that counts statements. */
  canCountStatements: boolean;
}

/** The server's command-line settings. */
export function serverFlags({ durable, maxConnections = 0, canCountStatements }: FlagOptions): string[] {
  const all = {
    ...settings,
    ...(durable ? durability : noDurability),
    ...(canCountStatements ? statistics : {}),
    ...(canCountStatements && !durable ? throwAwayStatistics : {}),
  };
  all.max_connections = String(Math.max(Number(all.max_connections), maxConnections));
  return Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}
