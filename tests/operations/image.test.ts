import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { freePort } from "../../src/server/testing/free-port.ts";
import { describeWith } from "../../src/server/testing/services.ts";
import { stillRunning, withDescendants } from "../e2e/processes.ts";
import { type BuiltImage, buildImage } from "./built-image.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

/** A root of one's own takes root and Linux. Node has to be Debian's or below /usr: the base image cannot be had here. */
const canBuild = process.platform === "linux" && process.getuid?.() === 0 && process.execPath.startsWith("/usr/");
if (!canBuild && process.env.CI === "true") throw new Error("the image's steps can only be executed by root");

describeWith("tini")("the image, built from the Dockerfile's own steps", () => {
  describe.runIf(canBuild)("without a network", () => {
    let folder: string;
    let image: BuiltImage;
    let container: ChildProcess;
    let printed = "";
    let env: Record<string, string>;
    let url: string;
    beforeAll(async () => {
      // On a disk, as the packages are: files that lie on one disk are linked and not copied.
      folder = mkdtempSync("/var/tmp/workshopsai-image-");
      image = buildImage(folder);
      const port = String(await freePort());
      url = `http://127.0.0.1:${port}`;
      env = { PORT: port, HOST: "127.0.0.1", PUBLIC_URL: url, DRAIN_SECONDS: "0", SHED_LAG_MS: "600000" };
      container = image.run(env);
      for (const stream of [container.stdout, container.stderr])
        stream?.on("data", (chunk) => (printed += String(chunk)));
    });
    afterAll(async () => {
      if (container?.pid && container.exitCode === null) {
        for (const pid of withDescendants([container.pid]))
          if (stillRunning([pid]).length > 0) process.kill(pid, "SIGKILL");
      }
      // The mounts went with the processes.
      rmSync(folder, { recursive: true, force: true });
    });

    const health = () => image.exec(container, image.healthcheck, env);

    test("holds what runs and nothing else: no package of development, no source, no test", () => {
      expect(readdirSync(join(image.root, "app")).sort()).toEqual(
        ["dist", "migrations", "node_modules", "ops", "package.json", "scripts"].sort(),
      );
      const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
        packages: Record<string, { dev?: boolean }>;
      };
      const present = Object.keys(packages).filter((path) => path && existsSync(join(image.root, "app", path)));
      expect(present.length).toBeGreaterThan(50);
      expect(present.filter((path) => packages[path]?.dev)).toEqual([]);
    });

    test("starts as nobody special on a read-only root, with its own database, and its health check passes", async () => {
      while (health().status !== 0) {
        expect(container.exitCode, printed).toBeNull();
        await delay(200);
      }
      expect(image.exec(container, image.healthcheck, { ...env, PORT: "1" }).status).toBe(1);
      expect((await fetch(`${url}/ready`)).status).toBe(200);
      expect(await (await fetch(`${url}/en`)).text()).toContain("</html>");
      const pids = withDescendants([container.pid ?? 0]);
      expect(pids.length).toBeGreaterThan(3);
      for (const pid of pids) {
        const status = readFileSync(`/proc/${pid}/status`, "utf8");
        expect(status).toMatch(/^Uid:\t1000\t1000\t1000\t1000$/m);
        expect(status).toMatch(/^CapBnd:\t0+$/m);
      }
      expect(image.exec(container, ["touch", "/app/written"], env).text).toContain("Read-only file system");
      expect(image.exec(container, ["touch", "/data/written", "/tmp/written"], env).status).toBe(0);
    });

    test("SIGTERM to its first process ends all of them in order, and says 0", async () => {
      const pids = withDescendants([container.pid ?? 0]);
      container.kill("SIGTERM");
      const [code] = await once(container, "exit");
      expect([code, stillRunning(pids)]).toEqual([0, []]);
      expect(existsSync(join(image.root, "data/postgres/PG_VERSION"))).toBe(true);
      expect(existsSync(join(image.root, "data/postgres/postmaster.pid"))).toBe(false);
    });
  });
});
