import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/server/platform/db/sql.ts";
import { freePort } from "../../src/server/testing/free-port.ts";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { listenOn, rawGet } from "../../src/server/testing/raw-http.ts";
import { describeWith, programOf } from "../../src/server/testing/services.ts";
import { type SignedIn, type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { catalogueContract } from "../../src/shared/catalogue/contract.ts";
import { enrolmentContract } from "../../src/shared/enrolment/contract.ts";

const ops = join(import.meta.dirname, "..", "..", "ops", "nginx");
const modules = "/usr/lib/nginx/modules";

interface Nginx {
  folder: string;
  port: number;
  purgePort: number;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Debian's nginx with the product's own configuration; only ports, paths and the token are this test's. */
async function nginxBefore(upstream: number, token: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "workshopsai-nginx-"));
  const [port, purgePort] = [await freePort(), await freePort()];
  const changes: [string, string][] = [
    ["/etc/nginx/workshops/?.lua;;", `${ops}/?.lua;;`],
    ["/var/cache/nginx/workshops", `${folder}/cache`],
    ["server 127.0.0.1:3001;", `server 127.0.0.1:${upstream};`],
    ["listen 8080;", `listen 127.0.0.1:${port};`],
    ["listen 127.0.0.1:8081;", `listen 127.0.0.1:${purgePort};`],
    ["the same as CDN_PURGE_TOKEN", token],
  ];
  let conf = readFileSync(join(ops, "cache.conf"), "utf8");
  for (const [from, to] of changes) {
    expect(conf).toContain(from);
    conf = conf.replaceAll(from, to);
  }
  mkdirSync(join(folder, "temp"));
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const temps = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path temp/${name};`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `load_module ${modules}/ndk_http_module.so; load_module ${modules}/ngx_http_lua_module.so;
    ${user} daemon off; worker_processes 1; pid nginx.pid; error_log error.log warn;
    events { worker_connections 256; } http { access_log off; ${temps.join(" ")} ${conf} }`,
  );
  let server: ChildProcess | undefined;
  return {
    folder,
    port,
    purgePort,
    async start() {
      server = spawn(programOf("nginx"), ["-p", folder, "-c", "nginx.conf", "-e", "error.log"], { stdio: "ignore" });
      for (let attempt = 0; attempt < 400; attempt++) {
        const isThere = await fetch(`http://127.0.0.1:${purgePort}/`).then(
          () => true,
          () => false,
        );
        if (isThere) return;
        await delay(25);
      }
      throw new Error(`nginx did not start: ${readFileSync(join(folder, "error.log"), "utf8")}`);
    },
    async stop() {
      if (!server || server.exitCode !== null) return;
      const exit = once(server, "exit");
      server.kill("SIGTERM");
      await exit;
    },
  };
}

describeWith("nginx")("nginx as a caching proxy, purged by key", () => {
  const token = "a token that only this test knows";
  let app: TestApp;
  let editor: SignedIn;
  let upstream: Server;
  let asked: string[];
  let nginx: Nginx;
  let workshop: Awaited<ReturnType<typeof publishedWorkshop>>;

  beforeAll(async () => {
    // Between nginx and the product, to count what gets through.
    let appPort = 0;
    asked = [];
    upstream = createServer(async (request, response) => {
      asked.push(request.url ?? "");
      const headers = Object.entries(request.headers).flatMap(([name, value]) => [
        `${name}: ${[value].flat().join(", ")}`,
      ]);
      const sent = headers.filter((line) => !/^(host|connection):/.test(line));
      const answer = await rawGet(appPort, request.url ?? "", sent);
      const { connection: _connection, "transfer-encoding": _chunks, ...kept } = answer.headers;
      for (const [name, value] of Object.entries(kept)) response.setHeader(name, value.split("\n"));
      response.writeHead(answer.status).end(answer.body);
    }).listen(0, "127.0.0.1");
    await once(upstream, "listening");
    nginx = await nginxBefore((upstream.address() as AddressInfo).port, token);
    await nginx.start();
    const CDN_PURGE_URL = `http://127.0.0.1:${nginx.purgePort}/purge`;
    app = await testApp({ settings: { CDN_PURGE_URL, CDN_PURGE_TOKEN: token } });
    editor = await app.as("admin");
    workshop = await publishedWorkshop(app, editor);
    appPort = await listenOn(app.app.server);
    await app.runJobs();
  });
  afterAll(async () => {
    await nginx?.stop();
    upstream?.close();
    await app?.close();
    if (nginx) rmSync(nginx.folder, { recursive: true, force: true });
  });

  const get = async (target: string, ...headers: string[]) => {
    const before = asked.length;
    const answer = await rawGet(nginx.port, target, headers);
    return { ...answer, text: answer.body.toString(), cache: answer.headers["x-cache"], passed: asked.length - before };
  };
  const publish = async (subtitle: string) => {
    const params = { workshopId: workshop.id };
    const { version } = await editor.ok(catalogueContract.getDraft, { params });
    const body = { baseVersion: version, changes: { subtitle: { en: subtitle } } };
    const saved = await editor.ok(catalogueContract.saveDraft, { params, body });
    await editor.ok(catalogueContract.publish, { params, body: { language: "en", version: saved.version } });
  };
  /** The purges that wait, but for those that are there to be sent a second time. */
  const purges = (condition: "attempts > 0" | "key not like '% again'") =>
    app.db.many<{ id: string }>(sql`
      select id from graphile_worker.jobs where task_identifier = 'cdn.purge'
        and ${condition === "attempts > 0" ? sql`attempts > 0` : sql`key not like '% again'`}`);
  const page = "/en/workshops/mediation-in-a-team";

  test("asks the product once for each form of a page", async () => {
    expect(await get(page)).toMatchObject({ status: 200, cache: "MISS", passed: 1 });
    for (let i = 0; i < 5; i++) expect(await get(page)).toMatchObject({ status: 200, cache: "HIT", passed: 0 });
    for (const coding of ["gzip, deflate, br", "br;q=0.9", "gzip;q=0, br"])
      await get(page, `Accept-Encoding: ${coding}`);
    const br = await get(page, "Accept-Encoding: zstd, br");
    expect(br).toMatchObject({ cache: "HIT", passed: 0, headers: { "content-encoding": "br" } });
    expect(br.headers).not.toHaveProperty("surrogate-key");
    const known = await get(page, "Accept-Encoding: br", `If-None-Match: ${br.headers.etag}`);
    expect(known).toMatchObject({ status: 304, passed: 0 });
  });

  test("shows a published change as soon as its key is purged, and asks anew for nothing else", async () => {
    const others = ["/api/v1/tags", "/robots.txt"];
    for (const path of [page, "/en", ...others]) await get(path);
    await publish("Now with tea");
    expect((await get(page)).text).not.toContain("Now with tea");
    await app.runJobs();
    expect(await get(page)).toMatchObject({ cache: "MISS", text: expect.stringContaining("Now with tea") });
    expect(await get(page)).toMatchObject({ cache: "HIT", text: expect.stringContaining("Now with tea") });
    expect(await get("/en")).toMatchObject({ cache: "MISS" });
    expect(await get("/api/v1/tags")).toMatchObject({ cache: "HIT", passed: 0 });
  });

  test("a taken seat reaches the list too; the same change twice is one purge", async () => {
    const list = "/api/v1/workshops?lang=en";
    const seats = async () => JSON.parse((await get(list)).text).items[0].seatsLeft;
    const before = await seats();
    const params = { workshopId: workshop.id };
    for (const _ of [1, 2]) await (await app.as("participant")).ok(enrolmentContract.enrol, { params });
    expect(await seats()).toBe(before);
    expect(await purges("key not like '% again'")).toHaveLength(1);
    await app.runJobs();
    expect(await seats()).toBe(before - 2);
  });

  test("keeps nothing of whoever is signed in, and gives them nothing that it kept", async () => {
    const { cookie, personId } = await app.as("participant", "Zdzisława Tajna");
    await get("/en");
    for (const _ of [1, 2]) {
      expect(await get("/en", `Cookie: ${cookie}`)).toMatchObject({ cache: "BYPASS", passed: 1 });
      const own = await get("/en/me", `Cookie: ${cookie}`);
      expect(own).toMatchObject({
        status: 200,
        cache: "BYPASS",
        passed: 1,
        text: expect.stringContaining("Zdzisława"),
      });
    }
    expect(await get("/en/me")).toMatchObject({ status: 303, passed: 1 });
    expect((await get("/api/v1/account/profile")).text).not.toContain(personId);
    const post = await fetch(`http://127.0.0.1:${nginx.port}/api/v1/account/sign-out`, { method: "POST" });
    expect(post.headers.get("x-cache")).not.toBe("HIT");
  });

  test("purging is for whoever has the token, in the shape that was agreed", async () => {
    const purge = async (init: RequestInit) => (await fetch(`http://127.0.0.1:${nginx.purgePort}/purge`, init)).status;
    const authorization = `Bearer ${token}`;
    const body = JSON.stringify({ tags: ["workshops"] });
    expect(await purge({})).toBe(405);
    expect(await purge({ method: "POST", body })).toBe(401);
    expect(await purge({ method: "POST", body, headers: { authorization: "Bearer x" } })).toBe(401);
    expect(await purge({ method: "POST", body: "nonsense", headers: { authorization } })).toBe(400);
    await get("/en");
    expect((await get("/en")).cache).toBe("HIT");
    expect(await purge({ method: "POST", body, headers: { authorization } })).toBe(200);
    expect((await get("/en")).cache).toBe("MISS");
  });

  test("a fragment, which it does not pass on as part of a key, changes nobody's page", async () => {
    const clean = (await get("/en/workshops")).text;
    await get("/en/workshops#q=evil");
    await get("/en/workshops#?q=evil");
    expect((await get("/en/workshops")).text).toBe(clean);
  });

  test("started anew it shows nothing that it kept before", async () => {
    await get(page);
    expect((await get(page)).cache).toBe("HIT");
    await nginx.stop();
    await publish("While it was away");
    await nginx.start();
    expect(await get(page)).toMatchObject({ cache: "MISS", text: expect.stringContaining("While it was away") });
  });

  test("a purge that fails is tried again by the queue", async () => {
    await nginx.stop();
    await publish("Purged in the end");
    await app.runJobs();
    await nginx.start();
    const failed = await purges("attempts > 0");
    expect(failed.length).toBeGreaterThan(0);
    await app.db.run(
      sql`select graphile_worker.reschedule_jobs(${failed.map(({ id }) => id)}::bigint[], run_at => now())`,
    );
    await app.runJobs();
    expect(await purges("attempts > 0")).toEqual([]);
  });
});
