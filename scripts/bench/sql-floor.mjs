// The floor of what a database can answer: the product's own statements and nothing else.
import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { ask } from "./processes.mjs";

const candidates = [
  "/usr/lib/postgresql/17/bin/pgbench",
  "/usr/lib/postgresql/16/bin/pgbench",
  "/usr/lib/postgresql/15/bin/pgbench",
];
const pgbench = candidates.find((path) => existsSync(path));
/** In less time not all of its clients have begun on a busy machine. */
const leastSeconds = 2;
const numberPattern = /^-?\d+(\.\d+)?$/;

export const floorName = pgbench ? "the same SQL by pgbench, prepared" : "the same SQL by one pipelined client";

/** Transactions a second of the statements of one request. */
export async function sqlPerSecond({ database, name, groups }, { seconds, clients }) {
  if (pgbench) {
    const file = writeScript(database.folder, name, groups[0]);
    return runPgbench(database.url, file, [
      "-c",
      String(clients),
      "-j",
      "1",
      "-T",
      String(Math.max(leastSeconds, Math.ceil(seconds))),
    ]);
  }
  const file = join(database.folder, `statements-${name.replace(/\W+/g, "-")}.json`);
  writeFileSync(file, JSON.stringify(groups));
  const { requests, seconds: took } = await ask("sql-client.mjs", {
    url: database.url,
    file,
    seconds,
    inFlight: clients,
  });
  return requests / took;
}

/** The same script by so many clients so many times each; undefined where there is no pgbench. */
export async function transactionsPerSecond({ database, name, statements }, { clients, each }) {
  if (!pgbench) return undefined;
  const file = writeScript(database.folder, name, statements);
  return runPgbench(database.url, file, ["-c", String(clients), "-j", "2", "-t", String(each)]);
}

/** pgbench takes values as variables; what is null, a list or a text stands in the statement. */
function writeScript(folder, name, statements) {
  const lines = statements.map(({ text, values }) => {
    const filled = withoutColons(text).replace(/\$(\d+)/g, (_, position) => literal(values[Number(position) - 1]));
    return `${filled.replace(/\s+/g, " ").trim()};`;
  });
  const file = join(folder, `${name.replace(/\W+/g, "-")}.sql`);
  const counted = lines.some((line) => /[^:]:n\b/.test(line));
  // Numbers that no other client has, nor another transaction of this one.
  const header = counted ? ["\\set k :k + 1", "\\set n :client_id * 18 + :k"] : [];
  writeFileSync(file, `${[...header, ...lines].join("\n")}\n`);
  return file;
}

function literal(value) {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  if (value instanceof Date) return quoted(value.toISOString());
  if (Array.isArray(value)) return quoted(`{${value.map((each) => JSON.stringify(String(each))).join(",")}}`);
  if (typeof value === "object" && "sql" in value) return value.sql;
  return quoted(typeof value === "string" ? value : JSON.stringify(value));
}

/** pgbench would take what follows a colon for a variable, in a text too. */
const withoutColons = (text) =>
  text.replace(/'((?:[^']|'')*)'/g, (whole, inside) =>
    inside.includes(":") ? quoted(inside.replace(/''/g, "'")) : whole,
  );
const quoted = (text) => `E'${text.replace(/[\\']/g, "\\$&").replace(/:/g, "\\x3a")}'`;

async function runPgbench(url, file, words) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const env = {
    ...process.env,
    PGHOST: searchParams.get("host") ?? hostname,
    PGPORT: searchParams.get("port") ?? port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
  };
  const { stdout, stderr } = await promisify(execFile)(
    pgbench,
    ["-n", "-M", "prepared", "-D", "k=0", "-f", file, ...words],
    {
      env,
    },
  );
  // pgbench goes on without the clients that met an error.
  if (/aborted/.test(stderr)) throw new Error(`pgbench: ${stderr.slice(0, 300)}`);
  const [, perSecond] = /tps = ([\d.]+) \(without/.exec(stdout) ?? [];
  if (!numberPattern.test(perSecond ?? "")) throw new Error("not one of pgbench's transactions ended in time");
  return Number(perSecond);
}
