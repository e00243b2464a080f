import { readFileSync } from "node:fs";
import { parse } from "yaml";

export interface ComposeService {
  image?: string;
  user?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  networks?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  stop_grace_period?: string;
  pids_limit?: number;
  healthcheck?: { test?: string[]; disable?: boolean };
  deploy?: { resources?: { limits?: { memory?: string; cpus?: string } } };
}

export interface ComposeFile {
  services: Record<string, ComposeService>;
  networks?: Record<string, { internal?: boolean }>;
}

/** A compose file with variables put in as `docker compose` does. @throws {Error} for a variable that has to be given and is not */
export function readCompose(path: string, given: Readonly<Record<string, string>>): ComposeFile {
  return parse(interpolated(readFileSync(path, "utf8"), given), { merge: true }) as ComposeFile;
}

/** `${NAME}`, `${NAME:-instead}`, `${NAME:?why it is needed}`; `$$` is a dollar sign. */
function interpolated(text: string, given: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\$|\$\{(\w+)(?:(:[-?])([^}]*))?\}/g, (found, ...groups: string[]) => {
    if (found === "$$") return "$";
    const [name = "", kind, rest = ""] = groups;
    const value = given[name];
    if (value) return value;
    if (kind === ":?") throw new Error(`${name}: ${rest}`);
    return kind === ":-" ? rest : "";
  });
}
