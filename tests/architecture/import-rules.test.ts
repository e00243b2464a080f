import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checkImports } from "./cruise-imports.ts";
import { sourceFiles } from "./source-files.ts";

const project = process.cwd();

/** One file per rule that breaks it, and only it: the file, and what it imports. */
const planted: Record<string, [file: string, imports: string]> = {
  "no-cycles": ["src/server/audit/first.ts", "./second.ts"],
  "shared-is-pure": ["src/shared/kernel/impure.ts", "node:fs"],
  "web-not-server": ["src/web/widgets/server.ts", "../../server/audit/index.ts"],
  "server-not-web": ["src/server/catalogue/web.ts", "../../web/widgets/card.ts"],
  "platform-below-features": ["src/server/platform/http/feature.ts", "../../audit/index.ts"],
  "features-use-doors": ["src/server/enrolment/behind.ts", "../catalogue/queries.ts"],
  "catalogue-may-use": ["src/server/catalogue/upwards.ts", "../enrolment/index.ts"],
  "feature-has-a-row": ["src/server/newcomer/index.ts", "../catalogue/index.ts"],
  "routes-not-queries": ["src/server/catalogue/routes.ts", "./queries.ts"],
  "queries-are-leaves": ["src/server/enrolment/queries.ts", "../catalogue/index.ts"],
  "drivers-in-platform-db": ["src/server/catalogue/driver.ts", "pg"],
  "redis-in-platform-cache": ["src/server/catalogue/redis.ts", "ioredis"],
  "tracing-vendor-in-platform-tracing": ["src/server/catalogue/trace.ts", "@opentelemetry/api"],
  "tracing-on-demand": ["src/server/platform/http/trace.ts", "../tracing/otlp-tracing.ts"],
  "http-vendor-in-platform": ["src/server/catalogue/vendor.ts", "fastify"],
  "graphql-vendor-in-platform": ["src/server/catalogue/query.ts", "graphql"],
  "design-system-is-leaf": ["src/web/design-system/card.ts", "../widgets/card.ts"],
  "widgets-below-faces": ["src/web/widgets/face.ts", "../public/page.ts"],
  "public-studio-apart": ["src/web/studio/public.ts", "../public/page.ts"],
  "no-tests-in-code": ["src/server/audit/tested.ts", "./audit.test.ts"],
};

const innocent: Record<string, string> = {
  "src/server/audit/index.ts": "",
  "src/server/audit/second.ts": 'import "./first.ts";',
  "src/server/audit/audit.test.ts": "",
  "src/server/catalogue/index.ts": "",
  "src/server/platform/tracing/otlp-tracing.ts": "",
  "src/server/catalogue/queries.ts": "",
  "src/server/enrolment/index.ts": "",
  "src/web/widgets/card.ts": "",
  "src/web/public/page.ts": "",
};

describe("import rules", () => {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-imports-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("the code keeps every rule, and all of it was read", async () => {
    const { modules, violations } = await checkImports(project);
    const own = sourceFiles(project, ["src"]).filter((file) => /\.tsx?$/.test(file));
    expect(violations).toEqual([]);
    expect(own.length).toBeGreaterThan(100);
    expect(modules).toBeGreaterThanOrEqual(own.length);
  }, 60_000);

  test("each rule finds its planted violation", async () => {
    const files = { ...innocent };
    for (const [file, target] of Object.values(planted)) files[file] = `import "${target}";\n`;
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${content}\nexport {};\n`);
    }
    symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
    const { violations } = await checkImports(folder);
    for (const [rule, [file]] of Object.entries(planted)) {
      expect(violations, rule).toContainEqual(expect.objectContaining({ rule, from: file }));
    }
  }, 60_000);
});
