import type { FastifyInstance } from "fastify";
import { createAnalysis } from "./analysis/index.ts";
import { createCatalogue } from "./catalogue/index.ts";
import { createEnrolment } from "./enrolment/index.ts";
import { createGraphql } from "./graphql/index.ts";
import { createIdentity } from "./identity/index.ts";
import { createMonitoring, type Monitoring } from "./monitoring.ts";
import { createNotifications } from "./notifications/index.ts";
import { type Alerts, createAlerts, createOperations, type Operations } from "./operations/index.ts";
import { createPages } from "./pages/index.ts";
import { type Backups, createBackups } from "./platform/backup/backups.ts";
import { buildIdOf } from "./platform/cache/build-id.ts";
import type { Cache } from "./platform/cache/cache.ts";
import { openCache } from "./platform/cache/create-cache.ts";
import { createCdn } from "./platform/cdn/cdn.ts";
import type { Settings } from "./platform/config/settings.ts";
import type { PasswordHasher } from "./platform/crypto/password-hash.ts";
import type { OnStatement } from "./platform/db/connection.ts";
import { createDatabase, type Database } from "./platform/db/database.ts";
import { sql } from "./platform/db/sql.ts";
import { createEventBus } from "./platform/events/events.ts";
import { registerApiDocs } from "./platform/http/api-docs.ts";
import { loadAssets } from "./platform/http/asset-manifest.ts";
import { createDrain, type Drain } from "./platform/http/drain.ts";
import { createMiddleware } from "./platform/http/middleware.ts";
import type { ProbeOptions } from "./platform/http/probes.ts";
import { createReady, type Ready } from "./platform/http/ready.ts";
import type { Route } from "./platform/http/route.ts";
import { securityHeaders } from "./platform/http/security-headers.ts";
import { createServer } from "./platform/http/server.ts";
import { createIdempotency } from "./platform/idempotency/idempotency.ts";
import type { Job, ScheduledJob } from "./platform/jobs/jobs.ts";
import { jobs } from "./platform/jobs/queue.ts";
import { flushLog, type Log } from "./platform/logging/log.ts";
import { createLogLevel } from "./platform/logging/log-level.ts";
import { createMail } from "./platform/mail/mail.ts";
import { createMaintenance, type Maintenance } from "./platform/maintenance/maintenance.ts";
import { type Counters, createCounters } from "./platform/metrics/counters.ts";
import type { FactCounts } from "./platform/metrics/fact-counts.ts";
import { type Company, createCompany } from "./platform/processes/ask-all.ts";
import type { Clock } from "./platform/time/clock.ts";
import { openTracing } from "./platform/tracing/open-tracing.ts";
import type { Tracing } from "./platform/tracing/tracing.ts";
import { createQuestionnaires } from "./questionnaires/index.ts";
import { createResponses } from "./responses/index.ts";

export interface AppOptions {
  settings: Settings;
  databaseUrl: string;
  clock: Clock;
  log: Log;
  /** Where the built browser files are; null when none are needed. */
  assetsFolder: string | null;
  /** The other processes of this machine; unless given it is alone. */
  company?: Company;
  /** Another than the usual hasher; tests have a cheap one. */
  passwords?: PasswordHasher;
}

/** What a feature or a part brings along. */
interface Door {
  routes?: Route[];
  jobs?: Job[];
  scheduled?: ScheduledJob[];
}

export type Features = ReturnType<typeof createFeatures>;

export interface App {
  server: FastifyInstance;
  /** What is answered where there are no pages. */
  probes: Omit<ProbeOptions, "drain">;
  db: Database;
  features: Features;
  /** What is answered before the framework. */
  ready: Ready;
  jobs: Job[];
  scheduled: ScheduledJob[];
  drain: Drain;
  monitoring: Monitoring;
  cache: Cache;
  backups: Backups;
  alerts: Alerts;
  maintenance: Maintenance;
  /** For a process that stays: begins to look at itself, and to log what is asked of all processes. */
  stay(): Promise<void>;
  close(): Promise<void>;
}

/** The composition root: every part made once and handed what it needs. */
export async function createApp(options: AppOptions): Promise<App> {
  const { settings, log, company = createCompany() } = options;
  const counters = createCounters();
  const tracing = await openTracing(settings, log);
  const db = openDatabase(options, { counters, tracing });
  const { cache, cdn } = await openCaches(options, { db, tracing });
  const features = createFeatures(options, { db, cache, facts: counters.facts });
  const idempotency = createIdempotency({ db, appSecret: settings.APP_SECRET });
  const drain = createDrain();
  const assets = loadAssets(options.assetsFolder, settings.ASSET_BASE_URL);
  const headers = securityHeaders({ publicUrl: settings.PUBLIC_URL, assetBaseUrl: settings.ASSET_BASE_URL });
  const ready = createReady({
    ...{ cache, headers, sessionCookie: features.identity.cookieName, requests: counters.requests, tracing },
    site: [settings.PUBLIC_URL, settings.ASSET_BASE_URL].join(" "),
    isDatabaseUp: () => db.availability.isUp,
  });
  const middleware = await createMiddleware(settings, {
    ...options,
    maintenance: createMaintenance({ ...options, db, cache }),
  });
  const backups = createBackups({ ...options, db });
  const monitoring = createMonitoring(options, { ...features, counters, company, cache, ready, db, backups });
  const operations = createOperations({
    ...{ db, settings, log, clock: options.clock, mail: features.mail, cache, ready, company, backups },
    ...{ nameTags: features.catalogue.nameTags, logLevel: createLogLevel(log) },
    ...{ health: monitoring.health, metrics: monitoring.metrics, slowRequests: middleware.slowRequests },
  });
  const alerts = createAlerts({ ...options, ...monitoring, mail: features.mail, db, jobs });
  const doors = [cdn, operations, alerts, backups, ...Object.values(features)] as Door[];
  const routes = doors.flatMap((door) => door.routes ?? []);
  const probes = probesOf(settings, { monitoring, db });
  const server = await createServer({
    ...{ publicUrl: settings.PUBLIC_URL, headers, ready, log, requests: counters.requests, tracing },
    ...{ trustProxy: settings.TRUST_PROXY, assetsFolder: options.assetsFolder },
    resolveActor: features.identity.resolveActor,
    ...{ idempotency, routes, drain, hasReplicas: settings.DATABASE_REPLICA_URLS.length > 0 },
    graphql: createGraphql(features, settings),
    pages: createPages({ ...features, assets, publicUrl: settings.PUBLIC_URL, clock: options.clock }),
    ...{ middleware, ...probes },
  });
  registerApiDocs(server, {
    endpoints: routes.map(({ endpoint }) => endpoint),
    ...{ publicUrl: settings.PUBLIC_URL, stylesheets: assets.stylesheetsOf("site"), ready },
  });
  return {
    ...{ server, probes, db, features, ready, drain, monitoring, cache, backups, alerts },
    ...{ maintenance: middleware.maintenance, stay: () => stay(monitoring, operations) },
    jobs: doors.flatMap((door) => door.jobs ?? []),
    scheduled: [...idempotency.scheduled, ...doors.flatMap((door) => door.scheduled ?? [])],
    async close() {
      monitoring.stop();
      await server.close();
      await cache.close();
      await middleware.close();
      await db.close();
      await tracing?.close();
      await flushLog(log);
    },
  };
}

function probesOf({ METRICS_TOKEN: metricsToken }: Settings, { monitoring, db }: Pick<App, "monitoring" | "db">) {
  const isReady = async () => (await db.reads.one<{ one: number }>(sql`select 1 as one`)).one === 1;
  return { scrape: monitoring.metrics.scrape, metricsToken, isReady };
}

async function stay(monitoring: Monitoring, operations: Operations): Promise<void> {
  monitoring.start();
  await operations.followLogLevel();
}

interface Watching {
  counters: Counters;
  tracing: Tracing | undefined;
}

function openDatabase({ settings, databaseUrl, log }: AppOptions, { counters, tracing }: Watching): Database {
  const { countStatement } = counters;
  return createDatabase({
    url: databaseUrl,
    poolMax: settings.DB_POOL_MAX,
    lanes: settings.DB_PIPELINE,
    isPooled: settings.DB_POOLER === "transaction",
    replicaUrls: settings.DATABASE_REPLICA_URLS,
    report: (error) => log.error({ error }, "database connection"),
    onStatement: tracing ? both(countStatement, tracing.onStatement) : countStatement,
    onAvailability: ({ isUp, reason }) =>
      isUp ? log.warn("the database is back") : log.error({ reason }, "the database is away"),
  });
}

const both =
  (one: OnStatement, other: OnStatement): OnStatement =>
  (ran) => {
    one(ran);
    other(ran);
  };

/** The cache, and the shared one before the site that hears of everything it drops. */
async function openCaches(
  { settings, databaseUrl, clock, log, assetsFolder }: AppOptions,
  { db, tracing }: { db: Database; tracing: Tracing | undefined },
) {
  const cdn = createCdn({
    ...{ purgeUrl: settings.CDN_PURGE_URL, token: settings.CDN_PURGE_TOKEN, jobs, clock: clock, db },
    isPublicTag,
  });
  const opened = await openCache({
    db,
    listenUrl: settings.DATABASE_DIRECT_URL ?? databaseUrl,
    redisUrl: settings.REDIS_URL,
    memoryMegabytes: settings.CACHE_MEMORY_MB,
    build: settings.REDIS_URL ? buildIdOf([import.meta.dirname, assetsFolder]) : "alone",
    report: (error) => log.warn({ error }, "cache"),
    aroundLoad: tracing?.aroundLoad,
  });
  opened.onInvalidated(db.requireFreshReads);
  return { cdn, cache: cdn.purgedWith(opened) };
}

/** On what everyone may see, which shared caches before the site may hold. */
const isPublicTag = (tag: string) => /^(?:workshop|questionnaire|seats)/.test(tag);

interface FeatureBase {
  db: Database;
  cache: Cache;
  facts: FactCounts;
}

function createFeatures({ settings, clock, passwords }: AppOptions, { db, cache, facts }: FeatureBase) {
  const events = createEventBus();
  const mail = createMail({
    jobs,
    clock,
    settings: { smtpUrl: settings.SMTP_URL, from: settings.MAIL_FROM, folder: `${settings.DATA_DIR}/mail` },
    appSecret: settings.APP_SECRET,
  });
  const base = {
    db,
    clock,
    cache,
    events,
    jobs,
    mail,
    facts,
    publicUrl: settings.PUBLIC_URL,
    appSecret: settings.APP_SECRET,
  };
  const identity = createIdentity({ ...base, passwords });
  const catalogue = createCatalogue(base);
  const enrolment = createEnrolment({ ...base, catalogue });
  const questionnaires = createQuestionnaires({ ...base, catalogue });
  const responses = createResponses({ ...base, questionnaires, enrolment });
  const analysis = createAnalysis({ ...base, questionnaires });
  const notifications = createNotifications({ ...base, identity, catalogue });
  return { identity, catalogue, enrolment, questionnaires, responses, analysis, notifications, mail };
}
