import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { healthChecks } from "../../src/server/health-checks.ts";
import { aboutOf } from "../../src/server/platform/config/setting.ts";
import { settingsInPolish } from "../../src/server/platform/config/settings-in-polish.ts";
import { settingNames, settingsSchema } from "../../src/server/platform/config/settings-schema.ts";
import { systemClock } from "../../src/server/platform/time/clock.ts";
import { operationsMessages } from "../../src/web/i18n/operations.ts";
import { sourceFiles } from "./source-files.ts";

/** Keys of one language that the other lacks or leaves empty, and Polish texts that were only copied. */
function differences(en: unknown, pl: unknown, path = ""): string[] {
  if (typeof en === "function" || typeof pl === "function") return typeof en === typeof pl ? [] : [path];
  if (typeof en === "string" || typeof pl === "string") {
    return typeof en === "string" && typeof pl === "string" && en.trim() !== "" && pl.trim() !== "" ? [] : [path];
  }
  if (typeof en !== "object" || typeof pl !== "object" || en === null || pl === null) return en === pl ? [] : [path];
  const keys = new Set([...Object.keys(en), ...Object.keys(pl)]);
  return [...keys].flatMap((key) =>
    differences(
      (en as Record<string, unknown>)[key],
      (pl as Record<string, unknown>)[key],
      path ? `${path}.${key}` : key,
    ),
  );
}

const folder = "src/web/i18n";
const areas = (language: string) =>
  sourceFiles(process.cwd(), [`${folder}/${language}`]).map((file) => file.split("/").at(-1) ?? "");

describe("both languages", () => {
  test("have the same areas", () => {
    expect(areas("en").length).toBeGreaterThan(2);
    expect(areas("pl")).toEqual(areas("en"));
  });

  test.each(areas("en"))("have the same messages in %s, none empty", async (area) => {
    const load = async (language: string) =>
      (await import(/* @vite-ignore */ join(process.cwd(), folder, language, area))) as Record<string, unknown>;
    const [{ en }, { pl }] = await Promise.all([load("en"), load("pl")]);
    expect(differences(en, pl)).toEqual([]);
  });

  test("have a name for every health check", () => {
    const settings = { DATA_DIR: ".", SHED_LAG_MS: 1, BACKUP_SCHEDULE: "off" };
    const parts = { db: { servers: [{}] }, cache: {}, counters: {}, mail: {}, catalogue: {}, backups: {} };
    const checks = healthChecks({ settings, clock: systemClock } as never, parts as never);
    const names = checks.map(({ name }) => name);
    expect(names).toContain("event-loop");
    for (const { health } of Object.values(operationsMessages)) {
      expect(Object.keys(health.names)).toEqual(expect.arrayContaining(names));
    }
  });

  test("have what each setting means, and the Polish is not a copy", () => {
    const english = Object.fromEntries(
      settingNames.map((name) => [name, aboutOf(settingsSchema.shape[name]).description]),
    );
    expect(differences(english, settingsInPolish)).toEqual([]);
    expect(settingNames.filter((name) => english[name] === settingsInPolish[name])).toEqual([]);
  });

  test("no page's markup holds a bare sentence", () => {
    const files = sourceFiles(process.cwd(), ["src/web"]).filter((file) => /(?<!\.test)\.tsx$/.test(file));
    const found = files.flatMap((file) => bareSentences(readFileSync(file, "utf8")).map((text) => `${file}: ${text}`));
    expect(found).toEqual([]);
  });

  test("planted differences and sentences are found", () => {
    expect(differences({ a: "x", b: { c: "y" } }, { a: "x", b: { c: " " }, d: "z" })).toEqual(["b.c", "d"]);
    expect(bareSentences("return <p>Save this now</p>;")).toEqual(["Save this now"]);
    expect(bareSentences("return <p>{messages.save}</p>;")).toEqual([]);
  });
});

/** Text between tags with at least two words: it would show in one language only. */
function bareSentences(source: string): string[] {
  return [...source.matchAll(/<\w[^<>{}=]*>\s*([A-Z][\p{L}’']+(?: [\p{L}’'.,]+)+)\s*<\//gu)].map(
    (match) => match[1] ?? "",
  );
}
