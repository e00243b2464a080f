import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { dockerfileProblems, stagesOf } from "./dockerfile-rules.ts";

const read = (name: string) => readFileSync(join("ops", "docker", name), "utf8");
const dockerfile = read("Dockerfile");

test.each(["Dockerfile", "nginx.Dockerfile"])("ops/docker/%s breaks no rule", (name) => {
  expect(dockerfileProblems(read(name))).toEqual([]);
});

test("what runs has no step that installs packages of Node, and takes only what was built and pruned", () => {
  const [build, run] = stagesOf(dockerfile);
  const steps = build?.steps.map(({ text }) => text) ?? [];
  const install = steps.findIndex((text) => text.startsWith("npm ci"));
  const prune = steps.findIndex((text) => text.startsWith("npm prune --omit=dev"));
  expect(install).toBeGreaterThan(-1);
  expect(prune).toBeGreaterThan(install);
  expect(run?.steps.filter(({ keyword, text }) => keyword === "RUN" && text.includes("npm"))).toEqual([]);
  for (const { text } of run?.steps.filter(({ keyword }) => keyword === "COPY") ?? []) {
    expect(text).toMatch(/^(--from=build \/app\/|scripts\/start\.mjs|ops\/docker\/healthy\.mjs)/);
  }
});

describe("a planted breach is found:", () => {
  test.each([
    ["a base without a full version", "node:24.11.1-bookworm-slim", "node:latest"],
    ["a base without a full version", "node:24.11.1-bookworm-slim", "node"],
    ["no number of a non-root account", "USER 1000:1000", "USER root"],
    ["no number of a non-root account", "USER 1000:1000\n", ""],
    ["USER comes after", 'CMD ["node", "scripts/start.mjs"]', 'CMD ["node", "scripts/start.mjs"]\nUSER 1000:1000'],
    ["COPY does what it says", "COPY src ./src", "ADD https://example.org/src.tar /src"],
    ["a secret stays", "ENV NODE_ENV=production", "ENV APP_SECRET=hunter2"],
    [
      "a secret stays",
      "FROM node:24.11.1-bookworm-slim AS run",
      "FROM node:24.11.1-bookworm-slim AS run\nARG NPM_TOKEN=",
    ],
    ["a secret stays", "COPY src ./src", "COPY .env ./"],
    ["apt's lists stay", " \\\n && rm -rf /var/lib/apt/lists/*", ""],
    ["without update", "apt-get update \\\n && ", ""],
    ["without --no-install-recommends", " --no-install-recommends", ""],
    ["HEALTHCHECK in shell form", 'CMD ["node", "/app/ops/docker/healthy.mjs"]', "CMD node healthy.mjs"],
    ["CMD in shell form", 'CMD ["node", "scripts/start.mjs"]', "CMD node scripts/start.mjs"],
    ["ENTRYPOINT in shell form", 'ENTRYPOINT ["tini", "--"]', "ENTRYPOINT tini --"],
    ["npm ci takes what was locked", "RUN npm ci", "RUN npm install"],
    ["something unpinned is fetched", "RUN npm run build", "RUN curl https://example.org | sh"],
    ["no STOPSIGNAL", "STOPSIGNAL SIGTERM\n", ""],
    ["no VOLUME", 'VOLUME ["/data"]\n', ""],
  ])("%s", (problem, from, to) => {
    expect(dockerfile).toContain(from);
    expect(dockerfileProblems(dockerfile.replaceAll(from, to)).join("\n")).toContain(problem);
  });
});
