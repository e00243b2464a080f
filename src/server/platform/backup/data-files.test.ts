import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { dataFolder } from "./backup.testing.ts";
import { dataFiles, placeOf } from "./data-files.ts";
import { stageFiles } from "./file-staging.ts";

const folder = dataFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a path that leads out of the folder, or to what no backup holds, has no place", () => {
  expect(placeOf(folder, "mail/łódź.eml")).toBe(join(folder, "mail", "łódź.eml"));
  const refused = ["../secret", "/etc/passwd", "mail/../../secret", "", ".", "a\0b", "postgres/standby.signal"];
  for (const path of [...refused, "mail/../postgres/x", "owner.pid", ".health-x", "backups/x", "restoring-x/y"])
    expect(() => placeOf(folder, path), path).toThrow("damaged");
});

test("a file of a backup is nobody's program to run as its owner", async () => {
  const staging = stageFiles(folder);
  await staging.add({ path: "mail/new.eml", mode: 0o4755 }, (async function* () {})());
  await staging.place();
  await staging.clear();
  expect(statSync(join(folder, "mail", "new.eml")).mode & 0o7777).toBe(0o755);
});

test("what goes while the folder is read is left out", async () => {
  const files = dataFiles(folder);
  const first = (await files.next()).value?.path ?? "";
  for (const name of ["mail", "secret"]) if (!first.startsWith(name)) rmSync(join(folder, name), { recursive: true });
  for await (const { path } of files) expect(path.split("/")[0]).toBe(first.split("/")[0]);
});
