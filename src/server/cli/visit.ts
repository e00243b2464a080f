import { type App, createApp } from "../app.ts";
import { loadSettings, type Settings } from "../platform/config/settings.ts";
import { startEmbedded } from "../platform/db/embedded.ts";
import { migrate } from "../platform/db/migrate.ts";
import { visitEmbedded } from "../platform/db/visit-embedded.ts";
import { migrateJobs } from "../platform/jobs/worker.ts";
import { createLog } from "../platform/logging/log.ts";
import { systemClock } from "../platform/time/clock.ts";

/** The installation, as a command meets it: each part is opened when it is first asked for. */
export interface Visit {
  settings: Settings;
  /** Straight to the server. With the built-in one: the running product's, or one started for the while. */
  directUrl(): Promise<string>;
  /** The same for a command that must be alone. @throws {StartupError} while the product runs on the built-in server */
  directUrlAlone(): Promise<string>;
  /** The application without its network. The database must be up to date: see `migrate`. */
  app(): Promise<App>;
  /** Brings the database up to date; answers the names of what was applied. */
  migrate(): Promise<string[]>;
  end(): Promise<void>;
}

/** @throws {SettingsError} */
export function openVisit(): Visit {
  const settings = loadSettings(process.env, ".env");
  const endings: (() => Promise<void>)[] = [];
  const { DATABASE_URL, DATABASE_DIRECT_URL, DATA_DIR: dataDir } = settings;
  const own = DATABASE_DIRECT_URL ?? DATABASE_URL;
  let embeddedUrl: Promise<string> | undefined;
  let app: Promise<App> | undefined;

  async function visitServer(isAlone: boolean): Promise<string> {
    if (isAlone) {
      const server = await startEmbedded({ dataDir });
      endings.push(server.stop);
      return server.url;
    }
    const server = await visitEmbedded({ dataDir });
    endings.push(server.end);
    return server.url;
  }
  const directUrl = async (isAlone = false) => {
    if (own !== undefined) return own;
    embeddedUrl ??= visitServer(isAlone);
    return embeddedUrl;
  };

  async function openApp(): Promise<App> {
    const url = await directUrl();
    // Standard output is the command's answer, which programs may read.
    const destination = { write: (line: string) => void process.stderr.write(line) };
    const log = createLog({ level: "warn", isPretty: true, destination });
    const databaseUrl = DATABASE_URL ?? url;
    const opened = await createApp({ settings, databaseUrl, clock: systemClock, log, assetsFolder: null });
    endings.push(opened.close);
    return opened;
  }

  return {
    settings,
    directUrl: () => directUrl(),
    directUrlAlone: () => directUrl(true),
    app() {
      app ??= openApp();
      return app;
    },
    async migrate() {
      const url = await directUrl();
      const applied = await migrate({ url });
      await migrateJobs(url);
      return applied;
    },
    async end() {
      for (const end of endings.reverse()) await end();
    },
  };
}
