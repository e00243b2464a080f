import { spawnSync } from "node:child_process";

/** The npm that runs us, else the one on the path; Windows starts that only through a shell. */
function commandLine(args) {
  const own = process.env.npm_execpath;
  if (own?.endsWith(".js")) return [process.execPath, [own, ...args], {}];
  return ["npm", args, { shell: process.platform === "win32" }];
}

export function npmSync(args, options) {
  const [file, line, extra] = commandLine(args);
  return spawnSync(file, line, { ...extra, ...options });
}
