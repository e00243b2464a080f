/** Where a backup is restored to. */
export interface RestoreTarget {
  /** A database without tables, or with ours and nothing in them. */
  databaseUrl: string;
  /** Null leaves the files out. */
  dataDir: string | null;
  /** True leaves the database at the backup's own migration, instead of bringing it up to date. */
  staysAtLevel?: boolean;
}
