import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

interface Process {
  pid: number;
  parent: number;
}

/** Linux tells it in files; not every image of it has `ps`. */
const isToldInFiles = existsSync("/proc/self/stat");

/** Which of the processes are still there; one that has ended and only waits for its parent to notice is not. */
export function stillRunning(pids: readonly number[]): number[] {
  // Asked again and again, while hundreds of others run on the machine.
  if (isToldInFiles) return pids.filter((pid) => fromProc(String(pid)).length > 0);
  const all = new Set(fromPs().map(({ pid }) => pid));
  return pids.filter((pid) => all.has(pid));
}

/** The processes and all that they started. */
export function withDescendants(roots: readonly number[]): number[] {
  const all = isToldInFiles ? readdirSync("/proc").flatMap(fromProc) : fromPs();
  const below = (parent: number): number[] => [
    parent,
    ...all.filter((each) => each.parent === parent).flatMap(({ pid }) => below(pid)),
  ];
  return [...new Set(roots.flatMap(below))];
}

/** The process that a folder of /proc is about, unless it has ended. */
function fromProc(name: string): Process[] {
  if (!/^\d+$/.test(name)) return [];
  const stat = readIfThere(`/proc/${name}/stat`);
  const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return stat && state !== "Z" ? [{ pid: Number(name), parent: Number(parent) }] : [];
}

/** A process may end between being listed and being looked at. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return "";
    throw error;
  }
}

function fromPs(): Process[] {
  const { stdout, status } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" });
  if (status !== 0) throw new Error("ps, which lists the processes, does not run here");
  return stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state = "Z"]) => !state.startsWith("Z"))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}
