import { BlockList, isIP } from "node:net";
import { availableParallelism } from "node:os";
import { z } from "zod";
import { redisOptionsOf } from "../cache/redis-url.ts";
import { alertSettings } from "./alert-settings.ts";
import { backupSettings } from "./backup-settings.ts";
import { limitSettings } from "./limit-settings.ts";
import { metricsSettings } from "./metrics-settings.ts";
import { about, urlOf, wholeNumber } from "./setting.ts";
import { tracingSettings } from "./tracing-settings.ts";

const environments = ["development", "test", "production"] as const;
const roles = ["web", "worker", "scheduler"] as const;
const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** Whose `X-Forwarded-*` headers count: nobody's, everybody's, or those of the addresses and networks named. */
const proxies = z
  .string()
  .default("0")
  .transform((value) => value.split(",").map((each) => each.trim()))
  .refine((given) => given.join() === "0" || given.join() === "1" || given.every((each) => isNetwork(each)))
  .transform((given) => (given.join() === "0" ? false : given.join() === "1" ? true : given));

function isNetwork(text: string): boolean {
  const [address = "", bits, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  if (!/^\d{1,3}$/.test(bits)) return false;
  try {
    new BlockList().addSubnet(address, Number(bits), family === 4 ? "ipv4" : "ipv6");
    return true;
  } catch {
    return false;
  }
}

const replicaUrls = z
  .string()
  .default("")
  .transform((value) => value.split(",").map((url) => url.trim()))
  .transform((urls) => urls.filter((url) => url !== ""))
  .pipe(z.array(urlOf(["postgres", "postgresql"])));

const roleList = z
  .string()
  .default(roles.join(","))
  .transform((value) => value.split(",").map((role) => role.trim()))
  .pipe(z.array(z.enum(roles)).min(1));

/** Every setting there is. The names are those of the environment. */
export const settingsSchema = z.object({
  NODE_ENV: about(z.enum(environments).default("development"), {
    group: "Process",
    expects: "development, test or production",
    description: "How careful the process is: in production there is no demo content and the log is one JSON per line.",
  }),
  ROLES: about(roleList, {
    group: "Process",
    expects: "a list of web, worker and scheduler, parted by commas",
    description:
      "What this process does: serve pages and the API, run jobs, and start the jobs that are due by the clock.",
  }),
  WEB_CONCURRENCY: about(
    z
      .string()
      .regex(/^(auto|[1-9]\d?)$/)
      .default("1"),
    {
      group: "Process",
      expects: "a whole number from 1 to 99, or auto",
      description:
        "How many processes serve the web role on this machine, sharing one port; auto takes one per core. 1 starts none beside the first.",
    },
  ),
  WEB_TIMEOUT_SECONDS: about(
    z.string().regex(/^\d+$/).default("30").transform(Number).pipe(z.int().min(1).max(3_600)),
    {
      group: "Process",
      expects: "a whole number from 1 to 3600",
      description:
        "With WEB_CONCURRENCY over 1: a web process that says nothing for so long is ended and another takes its place.",
    },
  ),
  DRAIN_SECONDS: about(z.string().regex(/^\d+$/).transform(Number).pipe(z.int().max(300)).optional(), {
    group: "Process",
    expects: "a whole number from 0 to 300",
    description:
      "How long a process that was asked to stop still takes connections while /ready already answers 503, so that balancers turn away first.",
    shownDefault: "0; 5 in production",
  }),
  LOG_LEVEL: about(z.enum(logLevels).default("info"), {
    group: "Process",
    expects: `one of ${logLevels.join(", ")}`,
    description: "The least important messages that are still logged.",
  }),
  DEMO: about(z.enum(["auto", "0"]).default("auto"), {
    group: "Process",
    expects: "auto or 0",
    description: "auto fills an empty built-in database with demo content outside production; 0 leaves it empty.",
  }),
  HOST: about(z.string().min(1).max(255).optional(), {
    group: "Address",
    expects: "a host name or an IP address",
    description: "The address to listen on.",
    shownDefault: "127.0.0.1; 0.0.0.0 in production",
  }),
  PORT: about(wholeNumber(0, 65_535).prefault("3001"), {
    group: "Address",
    expects: "a whole number from 0 to 65535",
    description: "The port to listen on; 0 takes any free one.",
  }),
  PROBE_PORT: about(wholeNumber(1, 65_535).optional(), {
    group: "Address",
    expects: "a whole number from 1 to 65535",
    description:
      "For a process without the role web: the port on which it answers /health, /ready and /metrics, and nothing else. With the role web PORT does.",
    shownDefault: "none; such a process listens nowhere",
  }),
  PUBLIC_URL: about(urlOf(["http", "https"]).optional(), {
    group: "Address",
    expects: "an address that begins with http:// or https://, without a path",
    description: "Where people reach the site. Used in links, mails and cookies, which are Secure when it is https.",
    shownDefault: "http://localhost:PORT",
  }),
  TRUST_PROXY: about(proxies, {
    group: "Address",
    expects: "0, 1, or a list of addresses and networks like 10.0.0.0/8, parted by commas",
    description:
      "Behind a reverse proxy of yours, its addresses: what they say in X-Forwarded-For is then the client's address. 1 believes whoever connects, for when nobody else can.",
    shownDefault: "0",
  }),
  ASSET_BASE_URL: about(urlOf(["http", "https"]).optional(), {
    group: "Delivery",
    expects: "an address that begins with http:// or https://",
    description: "Where browsers load scripts, styles and fonts from, such as a CDN that fetches them from here.",
    shownDefault: "the site itself",
  }),
  CDN_PURGE_URL: about(urlOf(["http", "https"]).optional(), {
    group: "Delivery",
    expects: "an address that begins with http:// or https://",
    description:
      'Where a shared cache before the site is told what to forget, with {"tags": […]} as Cloudflare takes it.',
    shownDefault: "no cache is told",
  }),
  CDN_PURGE_TOKEN: about(z.string().min(1).optional(), {
    group: "Delivery",
    expects: "the token that CDN_PURGE_URL asks for",
    description: "Sent as a bearer token to CDN_PURGE_URL.",
    shownDefault: "none",
  }),
  GRAPHQL_INTROSPECTION: about(z.enum(["auto", "0", "1"]).default("auto"), {
    group: "Address",
    expects: "auto, 0 or 1",
    description: "Whether /api/graphql tells its schema to whoever asks; auto does so outside production only.",
  }),
  ...limitSettings,
  DATABASE_URL: about(urlOf(["postgres", "postgresql"]).optional(), {
    group: "Database",
    expects: "an address like postgresql://user:password@host:5432/database",
    description: "A PostgreSQL server, version 15 or newer. Without it the built-in one runs under DATA_DIR.",
    shownDefault: "the built-in PostgreSQL",
  }),
  DATABASE_DIRECT_URL: about(urlOf(["postgres", "postgresql"]).optional(), {
    group: "Database",
    expects: "an address like postgresql://user:password@host:5432/database",
    description:
      "The same database without a pooler in between: for migrations, jobs and the news between processes. Needed with DB_POOLER=transaction.",
    shownDefault: "DATABASE_URL",
  }),
  DATABASE_REPLICA_URLS: about(replicaUrls, {
    group: "Database",
    expects: "a list of addresses like postgresql://user:password@host:5432/database, parted by commas",
    description:
      "Streaming replicas that share the reads; each is left out while it is away or behind. People always see what they wrote.",
    shownDefault: "none",
  }),
  DB_POOLER: about(z.enum(["none", "transaction"]).default("none"), {
    group: "Database",
    expects: "none or transaction",
    description: "What DATABASE_URL leads to: PostgreSQL itself, or a pooler such as PgBouncer in transaction mode.",
  }),
  DB_POOL_MAX: about(wholeNumber(1, 500).prefault("10"), {
    group: "Database",
    expects: "a whole number from 1 to 500",
    description: "The most connections this process opens for statements and transactions.",
  }),
  DB_PIPELINE: about(wholeNumber(0, 16).prefault(String(Math.min(4, Math.max(2, availableParallelism())))), {
    group: "Database",
    expects: "a whole number from 0 to 16",
    description:
      "Connections beside DB_POOL_MAX over which short reads are sent without waiting in between; opened as they are needed, never behind a pooler.",
    shownDefault: "as many as there are cores, from 2 to 4",
  }),
  REDIS_URL: about(
    z
      .string()
      .refine((value) => redisOptionsOf(value) !== undefined)
      .optional(),
    {
      group: "Cache",
      expects: "an address like redis://user:password@host:6379, rediss://… or redis-sentinel://host:26379,host/master",
      description: "A Redis, version 6.2 or newer, whose values all processes share. They stay right without it.",
      shownDefault: "none; each process has its own memory",
    },
  ),
  CACHE_MEMORY_MB: about(wholeNumber(1, 16_384).prefault("64"), {
    group: "Cache",
    expects: "a whole number from 1 to 16384",
    description: "The most megabytes of values that this process keeps in its own memory.",
  }),
  DATA_DIR: about(z.string().min(1).default("./data"), {
    group: "Files and secrets",
    expects: "the path of a folder",
    description: "The folder for everything the product keeps on disk: built-in database, mail files, secret.",
  }),
  APP_SECRET: about(z.string().min(32).optional(), {
    group: "Files and secrets",
    expects: "at least 32 characters, the same for all processes",
    description: "Signs links and cookies. Needed in production with DATABASE_URL; otherwise made once.",
    shownDefault: "made at the first start and kept in DATA_DIR/secret",
  }),
  ...backupSettings,
  SMTP_URL: about(urlOf(["smtp", "smtps"]).optional(), {
    group: "Mail",
    expects: "an address like smtps://user:password@host:465",
    description: "The server that sends mail. Without it messages are files that the studio shows.",
    shownDefault: "files under DATA_DIR/mail",
  }),
  MAIL_FROM: about(
    z
      .string()
      .regex(/^([^<>@\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
      .optional(),
    {
      group: "Mail",
      expects: "an address, or Name <address>",
      description: "The sender of all mail. Needed with SMTP_URL.",
      shownDefault: "WorkshopsAI <workshops@localhost>",
    },
  ),
  ...alertSettings,
  ...metricsSettings,
  ...tracingSettings,
});

export type SettingName = keyof typeof settingsSchema.shape;
export const settingNames = Object.keys(settingsSchema.shape) as SettingName[];
