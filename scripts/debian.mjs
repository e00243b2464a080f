import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Asks Debian for packages, which only root may. Answers why there are none now, or nothing when there are. */
export function installFromDebian(packages) {
  const command = `apt-get install ${packages.join(" ")}`;
  if (process.platform !== "linux" || !existsSync("/etc/debian_version")) return `${command}: this is not Debian`;
  if (process.getuid() !== 0) return `${command}: only root may`;
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  const install = () =>
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...packages], options).status === 0;
  if (install()) return undefined;
  spawnSync("apt-get", ["update"], options);
  return install() ? undefined : `${command}: failed`;
}
