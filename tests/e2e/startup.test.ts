import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { installInto, runningIn, startInVain, startServer } from "./server.ts";

vi.setConfig({ testTimeout: 120_000 });

const root = mkdtempSync(join(tmpdir(), "workshopsai-startup-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(root, "case-"));
});

/** Starts with the settings, and expects the one line that says why it does not go on. */
async function refusal(settings: Record<string, string>): Promise<string> {
  const inFolder = { HOST: "127.0.0.1", PORT: "0", DATA_DIR: folder, DEMO: "0", ...settings };
  const { code, output, errors } = await startInVain(inFolder, folder);
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors.trimEnd().split("\n")).toHaveLength(1);
  expect(runningIn(inFolder.DATA_DIR)).toEqual([]);
  return errors.trimEnd();
}

test.each(["1", "3"])("a port that is taken, with WEB_CONCURRENCY=%s", async (WEB_CONCURRENCY) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = String(typeof address === "object" && address?.port);
  await installInto(folder);
  expect(await refusal({ PORT: port, WEB_CONCURRENCY })).toBe(
    `Port ${port} is taken by another program. Stop it, or choose another: PORT=3002 npm start`,
  );
  other.close();
});

test("a data folder that another start uses", async () => {
  const server = await startServer({ settings: { DEMO: "0" } });
  const settings = { HOST: "127.0.0.1", PORT: "0", DATA_DIR: server.dataDir };
  const { code, output, errors } = await startInVain(settings, folder);
  expect({ code, output, errors }).toEqual({
    code: 1,
    output: "",
    errors: `the data folder ${server.dataDir} is in use by process ${server.pid}: stop it, or set another DATA_DIR\n`,
  });
  // The one that was there first goes on.
  expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  // As when its terminal is closed.
  expect(await server.stop("SIGHUP")).toBe(0);
});

test("a database that cannot be reached", async () => {
  const line = await refusal({ DATABASE_URL: "postgresql://somebody:hushhush@127.0.0.1:1/nothing" });
  expect(line).toMatch(/database/i);
  expect(line).toContain("127.0.0.1:1");
  expect(line).not.toContain("hushhush");
});

test("an unknown setting in .env, with the one that was meant", async () => {
  writeFileSync(join(folder, ".env"), "DATABSE_URL=postgresql://localhost/workshops\n");
  expect(await refusal({})).toBe("DATABSE_URL: unknown setting in .env, did you mean DATABASE_URL?");
});

test("a malformed setting, from the environment and from .env", async () => {
  expect(await refusal({ PORT: "eighty" })).toBe("PORT: expected a whole number from 0 to 65535");
  writeFileSync(join(folder, ".env"), "PUBLIC_URL=localhost\n");
  expect(await refusal({})).toBe(
    "PUBLIC_URL: expected an address that begins with http:// or https://, without a path",
  );
});
