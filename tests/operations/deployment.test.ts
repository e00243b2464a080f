import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { settingNames } from "../../src/server/platform/config/settings-schema.ts";
import { describeWith, programOf } from "../../src/server/testing/services.ts";
import { stagesOf } from "./dockerfile-rules.ts";

const folder = mkdtempSync(join(tmpdir(), "workshopsai-deployment-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("ops/systemd/workshopsai.service", () => {
  const unit = readFileSync("ops/systemd/workshopsai.service", "utf8");
  const values = (key: string) => [...unit.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value]) => value ?? "");
  const environment = Object.fromEntries(
    values("Environment").flatMap((line) => line.split(" ").map((pair) => pair.split(/=(.*)/s).slice(0, 2))),
  ) as Record<string, string>;

  test("gives the product settings that it takes, its own folder, and time to finish", () => {
    const { NODE_OPTIONS, ...settings } = environment;
    expect(NODE_OPTIONS).toBe("--max-old-space-size=4096");
    expect(Object.keys(settings).filter((name) => !(settingNames as string[]).includes(name))).toEqual([]);
    expect(environment.DATA_DIR).toBe(`/var/lib/${values("StateDirectory")[0]}`);
    expect(Number(values("TimeoutStopSec")[0])).toBeGreaterThanOrEqual(Number(environment.DRAIN_SECONDS) + 15);
    expect([values("KillMode"), values("Restart")]).toEqual([["mixed"], ["on-failure"]]);
  });

  // Debian's systemd has it; elsewhere there is nothing to ask.
  test.runIf(existsSync("/usr/bin/systemd-analyze"))("is right and well shut in, as systemd itself says", () => {
    const copy = join(folder, "workshopsai.service");
    writeFileSync(copy, unit.replace("/usr/bin/node", process.execPath));
    const ask = (...args: string[]) => spawnSync("systemd-analyze", args, { encoding: "utf8" });
    const verified = ask("verify", copy);
    expect([verified.status, verified.stderr]).toEqual([0, ""]);
    // Tenths of its exposure, of which 100 is the worst.
    expect(ask("security", "--offline=true", "--threshold=20", copy).status).toBe(0);
    writeFileSync(copy, unit.replace("ProtectSystem=strict", "ProtectSystm=strict"));
    expect(ask("verify", copy).stderr).toContain("ProtectSystm");
    writeFileSync(copy, unit.replace(/^NoNewPrivileges[\s\S]*?^UMask/m, "UMask"));
    expect(ask("security", "--offline=true", "--threshold=20", copy).status).not.toBe(0);
  });
});

describeWith("nginx")("ops/nginx in a container", () => {
  const start = (env: Record<string, string>) =>
    spawnSync("sh", [join(folder, "nginx", "start.sh"), "-t"], {
      encoding: "utf8",
      env: { PATH: `${join(programOf("nginx"), "..")}:/usr/bin:/bin`, TEST_FOLDER: folder, ...env },
    });
  /** The configuration as it is, with this test's folder in the place of the container's. */
  const lay = () => {
    cpSync("ops/nginx", join(folder, "nginx"), { recursive: true });
    for (const name of ["cache.conf", "container.conf", "start.sh"]) {
      const file = join(folder, "nginx", name);
      const places: Record<string, string> = { "/etc/nginx/workshops": "/nginx", "/var/cache/nginx": "", "/tmp": "" };
      const moved = readFileSync(file, "utf8").replaceAll(
        /\/etc\/nginx\/workshops|\/var\/cache\/nginx|\/tmp(?=\/)/g,
        (place) => `${folder}${places[place]}`,
      );
      writeFileSync(file, moved);
    }
  };

  test("is a configuration that Debian's nginx takes; without a token, or with a broken line, it does not start", () => {
    lay();
    const given = { CDN_PURGE_TOKEN: "letters0digits", UPSTREAM: "127.0.0.1:3001" };
    const { status, stderr } = start(given);
    expect(stderr).toContain("test is successful");
    expect(status).toBe(0);
    const made = readFileSync(join(folder, "cache.conf"), "utf8");
    expect(made).toContain("listen 8081;");
    expect(made).toContain('purge("letters0digits")');
    expect(start({}).status).not.toBe(0);
    const broken = join(folder, "nginx", "container.conf");
    writeFileSync(broken, readFileSync(broken, "utf8").replace("server_tokens off;", "server_tokns off;"));
    expect(start(given).stderr).toContain("server_tokns");
  });
});

test("the image, the compose files and nginx speak of the same ports", () => {
  const steps = stagesOf(readFileSync("ops/docker/Dockerfile", "utf8")).at(-1)?.steps ?? [];
  expect(steps.find(({ keyword }) => keyword === "EXPOSE")?.text).toBe("3001");
  const environment = steps.find(({ keyword }) => keyword === "ENV")?.text ?? "";
  expect(environment).toContain("PORT=3001");
  const names = [...environment.matchAll(/(\w+)=/g)].map(([, name]) => name ?? "");
  expect(names.filter((name) => !(settingNames as string[]).includes(name))).toEqual([]);
  expect(readFileSync("ops/nginx/cache.conf", "utf8")).toContain("server 127.0.0.1:3001;");
  expect(readFileSync("ops/compose/small.yml", "utf8")).toContain("127.0.0.1:3001:3001");
  expect(readFileSync("ops/compose/scale-out.yml", "utf8")).toContain('UPSTREAM: "web:3001"');
});
