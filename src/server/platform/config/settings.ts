import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import type { z } from "zod";
import { isPrivateUrl } from "../outbound/public-address.ts";
import { keptSecret } from "./kept-secret.ts";
import { aboutOf } from "./setting.ts";
import { type SettingName, settingNames, settingsSchema } from "./settings-schema.ts";
import { similarName } from "./similar-name.ts";
import { StartupError } from "./startup-error.ts";

type Parsed = z.output<typeof settingsSchema>;
/** All settings of the process, checked, with every default filled in except where absence means something. */
export type Settings = Readonly<
  Omit<
    Parsed,
    "WEB_CONCURRENCY" | "DRAIN_SECONDS" | "HOST" | "PUBLIC_URL" | "APP_SECRET" | "MAIL_FROM" | "LIMIT_MAX"
  > & {
    WEB_CONCURRENCY: number;
    DRAIN_SECONDS: number;
    HOST: string;
    LIMIT_MAX: number;
    /** Without a slash at the end. */
    PUBLIC_URL: string;
    APP_SECRET: string;
    MAIL_FROM: string;
    /** Which of them somebody set; the others are defaults. */
    given: readonly SettingName[];
  }
>;

/** One line for each setting that is wrong. */
export class SettingsError extends StartupError {
  override readonly name = "SettingsError";
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings from the environment and, for names it lacks, from a `.env` file. An empty value counts as none.
 * Makes and keeps `APP_SECRET` under `DATA_DIR` when there is none.
 * @throws {SettingsError} with one line per problem: malformed, unknown in the file, or almost a setting's name
 */
export function loadSettings(env: Environment, dotEnvFile?: string): Settings {
  const file = dotEnvFile !== undefined && existsSync(dotEnvFile) ? parseEnv(readFileSync(dotEnvFile, "utf8")) : {};
  const given: Environment = Object.fromEntries(
    settingNames.map((name) => [name, env[name] || file[name] || undefined] as const),
  );
  const problems = [...unknownIn(file, dotEnvFile ?? ""), ...nearMisses(env)];
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0] as SettingName));
    problems.push(...[...wrong].map((name) => `${name}: expected ${aboutOf(settingsSchema.shape[name]).expects}`));
  }
  problems.push(...missing(given));
  if (parsed.success) problems.push(...contradictions(parsed.data));
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  return complete(
    parsed.data,
    settingNames.filter((name) => given[name] !== undefined),
  );
}

function complete(parsed: Parsed, given: readonly SettingName[]): Settings {
  const dataDir = resolve(parsed.DATA_DIR);
  const isProduction = parsed.NODE_ENV === "production";
  return Object.freeze({
    ...parsed,
    given,
    WEB_CONCURRENCY: parsed.WEB_CONCURRENCY === "auto" ? availableParallelism() : Number(parsed.WEB_CONCURRENCY),
    DRAIN_SECONDS: parsed.DRAIN_SECONDS ?? (isProduction ? 5 : 0),
    HOST: parsed.HOST ?? (isProduction ? "0.0.0.0" : "127.0.0.1"),
    PUBLIC_URL: (parsed.PUBLIC_URL ?? `http://localhost:${parsed.PORT}`).replace(/\/+$/, ""),
    LIMIT_MAX: parsed.LIMIT_MAX ?? (isProduction ? 100 : 1_000),
    DATA_DIR: dataDir,
    APP_SECRET: parsed.APP_SECRET ?? keptSecret(dataDir),
    MAIL_FROM: parsed.MAIL_FROM ?? "WorkshopsAI <workshops@localhost>",
  });
}

/** What one setting demands of another. */
function missing(given: Environment): string[] {
  const problems: string[] = [];
  const need = (name: SettingName, when: string) => {
    if (given[name] === undefined) {
      problems.push(`${name}: needed ${when}: ${aboutOf(settingsSchema.shape[name]).expects}`);
    }
  };
  // A secret per machine would sign people out whenever another process or a new container answers.
  if (given.NODE_ENV === "production" && given.DATABASE_URL) need("APP_SECRET", "in production with DATABASE_URL");
  if (given.CDN_PURGE_URL) need("CDN_PURGE_TOKEN", "with CDN_PURGE_URL");
  // Without a connection of its own no process would hear what the others changed.
  if (given.DB_POOLER === "transaction") need("DATABASE_DIRECT_URL", "with DB_POOLER=transaction");
  if (given.DATABASE_REPLICA_URLS) need("DATABASE_URL", "with DATABASE_REPLICA_URLS");
  if (given.SMTP_URL) need("MAIL_FROM", "with SMTP_URL");
  if (given.BACKUP_URL?.startsWith("s3:")) {
    need("AWS_ACCESS_KEY_ID", "with a bucket in BACKUP_URL");
    need("AWS_SECRET_ACCESS_KEY", "with a bucket in BACKUP_URL");
  }
  if (given.ALERT_WEBHOOK_URL) need("ALERT_WEBHOOK_SECRET", "with ALERT_WEBHOOK_URL");
  if (given.ALERT_WEBHOOK_SECRET) need("ALERT_WEBHOOK_URL", "with ALERT_WEBHOOK_SECRET");
  if (given.ALERT_MAIL_SEVERITY) need("ALERT_MAIL_TO", "with ALERT_MAIL_SEVERITY");
  if (given.ALERT_WEBHOOK_SEVERITY) need("ALERT_WEBHOOK_URL", "with ALERT_WEBHOOK_SEVERITY");
  return problems;
}

/** Values that are right each, but not together. */
function contradictions({ ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_ALLOW_PRIVATE: isAllowed }: Parsed): string[] {
  if (url === undefined || isAllowed || !isPrivateUrl(url)) return [];
  return [
    "ALERT_WEBHOOK_URL: leads to this machine or its own network: expected a public address, or ALERT_WEBHOOK_ALLOW_PRIVATE=1 beside it",
  ];
}

function unknownIn(file: Environment, path: string): string[] {
  return Object.keys(file)
    .filter((name) => !(settingNames as string[]).includes(name))
    .sort()
    .map((name) => `${name}: unknown setting in ${path}${hint(similarName(name, settingNames, 0.5))}`);
}

function nearMisses(env: Environment): string[] {
  return Object.keys(env).flatMap((name) => {
    if ((settingNames as string[]).includes(name) || !env[name]) return [];
    const meant = similarName(name, settingNames, 0.2);
    return meant ? [`${name}: unknown setting in the environment${hint(meant)}`] : [];
  });
}

const hint = (meant: string | undefined) => (meant ? `, did you mean ${meant}?` : "");
