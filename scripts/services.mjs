import { existsSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installFromDebian } from "./debian.mjs";

/** Where the tests read which programs there are. */
const note = "node_modules/.services.json";

/** The real servers that tests start, each on loopback: where each program is looked for, and the packages it is in. */
const services = {
  redis: { program: "redis-server", packages: ["redis-server"] },
  nginx: {
    program: "nginx",
    packages: ["nginx-light", "libnginx-mod-http-lua"],
    also: ["/usr/share/nginx/modules-available/mod-http-lua.conf"],
  },
  // Only the programs are wanted: where a service manager started it, "systemctl disable --now prometheus" ends it.
  prometheus: { program: "prometheus", packages: ["prometheus"], also: ["/usr/bin/promtool"] },
  pgbouncer: { program: "pgbouncer", packages: ["pgbouncer"] },
  tini: { program: "tini", packages: ["tini"] },
  postgresql: { program: "/usr/lib/postgresql/15/bin/postgres", packages: ["postgresql-15"] },
};

/** Finds or installs the servers. Gives false only where a missing one must stop the run: on CI. */
export function prepareServices() {
  const missing = Object.values(services).filter((service) => !find(service));
  const packages = missing.flatMap((service) => service.packages);
  if (packages.length > 0) console.log(`Installing servers for the tests (once): ${packages.join(", ")} ...`);
  const reason = packages.length > 0 ? installFromDebian(packages) : undefined;
  const found = Object.entries(services).map(([name, service]) => [name, find(service)]);
  writeFileSync(note, JSON.stringify(Object.fromEntries(found.filter(([, program]) => program)), null, 2));
  const lacking = found.filter(([, program]) => !program).map(([name]) => name);
  if (lacking.length === 0) return true;
  console.error(`No ${lacking.join(", ")} here, so the tests with them will be SKIPPED. Tried: ${reason}`);
  return process.env.CI !== "true";
}

function find({ program, also = [] }) {
  if (!also.every((file) => existsSync(file))) return undefined;
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/sbin", "/usr/local/sbin"];
  const candidates = program.startsWith("/") ? [program] : folders.map((folder) => join(folder, program));
  return candidates.find((path) => existsSync(path));
}
