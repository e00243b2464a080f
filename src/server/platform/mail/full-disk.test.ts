import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { summariesOf, writeMessageFile } from "./message-files.ts";

/** A small disk of its own: root alone may make one. */
const canMount = process.platform === "linux" && process.getuid?.() === 0;

describe.runIf(canMount)("a disk that is full", () => {
  let disk: string;
  beforeAll(() => {
    disk = mkdtempSync(join(tmpdir(), "workshopsai-disk-"));
    expect(spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk]).status).toBe(0);
  });
  afterAll(() => {
    spawnSync("umount", [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  test("takes no message, says what to do, keeps no half of one, and takes it once there is room", async () => {
    const folder = join(disk, "mail");
    mkdirSync(folder);
    const source = Buffer.from(`Subject: Hello\nTo: a@example.org\n\n${"word ".repeat(2_000)}`);
    const write = () => writeMessageFile(folder, new Date("2027-01-15T09:00:00Z"), source);
    await write();
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, "other"), Buffer.alloc(bavail * bsize));
    await expect(write()).rejects.toThrow(`no room left on the disk of ${folder}: make room there`);
    expect(readdirSync(folder)).toHaveLength(1);
    rmSync(join(disk, "other"));
    await write();
    expect(await summariesOf(folder)).toHaveLength(2);
  });
});
