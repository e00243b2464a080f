import { randomBytes } from "node:crypto";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Settings } from "../../platform/config/settings.ts";
import { megabytes } from "../command.ts";
import { type Finding, fail, ok, warn } from "./finding.ts";

const oldestNode = [20, 19] as const;
const scarceBytes = 1_000_000_000;
const tooFewBytes = 200_000_000;

export async function checkMachine(settings: Settings): Promise<Finding[]> {
  return [checkNode(process.versions.node), await checkStorage(settings.DATA_DIR), await checkDisk(settings.DATA_DIR)];
}

function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isEnough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (isEnough) return ok("node", `version ${version}`);
  return fail("node", `version ${version}`, `install Node ${oldestNode.join(".")} or newer`);
}

async function checkStorage(folder: string): Promise<Finding> {
  const file = join(folder, `.doctor-${randomBytes(6).toString("hex")}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, "written and removed by the doctor");
    await rm(file);
    return ok("storage", `${folder} can be written to`);
  } catch (error) {
    return fail("storage", (error as Error).message, `let the product's account write to ${folder}, or set DATA_DIR`);
  }
}

async function checkDisk(folder: string): Promise<Finding> {
  const space = await statfs(folder).catch((error: Error) => error);
  if (space instanceof Error) return fail("disk", space.message, "see what is said about storage");
  const free = space.bavail * space.bsize;
  const says = `${megabytes(free)} free`;
  const remedy = "free some space: old backups, logs, mail files; or set DATA_DIR or BACKUP_URL to another disk";
  if (free < tooFewBytes) return fail("disk", says, remedy);
  return free < scarceBytes ? warn("disk", says, remedy) : ok("disk", says);
}
