import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { rawGet } from "../../src/server/testing/raw-http.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { enrolmentContract } from "../../src/shared/enrolment/contract.ts";

const token = "a-token-for-scraping-only";
let app: TestApp;
let port: number;

beforeAll(async () => {
  app = await testApp({ settings: { METRICS_TOKEN: token, TRUST_PROXY: "1", LIMIT_MAX: "5" } });
  // Figures from the database are up to five seconds old: before the first scrape.
  await app.as("participant");
  await app.app.server.listen({ host: "127.0.0.1", port: 0 });
  port = (app.app.server.server.address() as { port: number }).port;
});
afterAll(() => app.close());

const outside = "203.0.113.7";
const scrape = (headers: Record<string, string> = {}, remoteAddress = "127.0.0.1") =>
  app.app.server.inject({ url: "/metrics", headers, remoteAddress });

/** The value of the sample that is written so, or undefined. */
async function sample(start: string): Promise<number | undefined> {
  const line = (await scrape()).body.split("\n").find((each) => each.startsWith(`${start} `));
  return line === undefined ? undefined : Number(line.split(" ")[1]);
}

describe("who may read the metrics", () => {
  test("programs of this machine, without anything", async () => {
    for (const address of ["127.0.0.1", "::1", "::ffff:127.0.0.1"]) {
      const answer = await scrape({}, address);
      expect([answer.statusCode, answer.headers["content-type"]]).toEqual([
        200,
        "text/plain; version=0.0.4; charset=utf-8",
      ]);
    }
  });

  test("from elsewhere only who has the token; whoever has none is told what to do", async () => {
    const without = await scrape({}, outside);
    expect([without.statusCode, without.headers["www-authenticate"]]).toEqual([401, "Bearer"]);
    expect(without.body).toContain('Send METRICS_TOKEN as "Authorization: Bearer …"');
    const wrong = await scrape({ authorization: `Bearer ${token}x` }, outside);
    expect([wrong.statusCode, wrong.body]).toEqual([401, expect.stringContaining("is not that of METRICS_TOKEN")]);
    expect(wrong.body).not.toContain("workshopsai_");
    expect((await scrape({ authorization: `Bearer ${token}` }, outside)).statusCode).toBe(200);
  });

  test("a header makes nobody local, not even where proxies are trusted; one that came through a proxy is a stranger", async () => {
    for (const header of ["x-forwarded-for", "x-real-ip", "forwarded"]) {
      const value = header === "forwarded" ? "for=127.0.0.1" : "127.0.0.1";
      expect((await scrape({ [header]: value }, outside)).statusCode).toBe(401);
      expect((await scrape({ [header]: value }, "127.0.0.1")).statusCode).toBe(401);
    }
  });

  test("without a token set there is nothing for others, and the answer says which setting is missing", async () => {
    const own = await testApp({ databaseUrl: app.url });
    const answer = await own.app.server.inject({ url: "/metrics", remoteAddress: outside });
    await own.close();
    expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining("set METRICS_TOKEN")]);
  });

  test("neither scraping nor being refused counts towards a limit, and no limit refuses a scrape", async () => {
    for (let n = 0; n < 10; n++) expect((await scrape({}, outside)).statusCode).toBe(401);
    for (let n = 0; n < 6; n++) await app.app.server.inject({ url: `/api/v1/no-${n}`, remoteAddress: outside });
    expect((await app.app.server.inject({ url: "/api/v1/no", remoteAddress: outside })).statusCode).toBe(429);
    expect((await scrape({ authorization: `Bearer ${token}` }, outside)).statusCode).toBe(200);
  });
});

describe("what is counted", () => {
  const duration = (labels: string) => `workshopsai_request_duration_seconds_count{${labels}}`;

  test("made-up addresses share one label", async () => {
    const before = (await sample(duration('route="unknown",method="GET",status="4xx"'))) ?? 0;
    for (const n of [1, 2, 3]) await app.app.server.inject({ url: `/made-up-${n}`, remoteAddress: `198.51.100.${n}` });
    expect(await sample(duration('route="unknown",method="GET",status="4xx"'))).toBe(before + 3);
    expect((await scrape()).body).not.toContain("made-up");
  });

  test("answers from before the framework as much as those of the framework", async () => {
    await publishedWorkshop(app, await app.as("admin"));
    const of = duration('route="/api/v1/workshops",method="GET",status="2xx"');
    const answers = [];
    for (let n = 0; n < 5; n++) answers.push(await rawGet(port, "/api/v1/workshops", []));
    expect(answers.filter(({ headers }) => headers["server-timing"]?.includes("ready"))).toHaveLength(4);
    expect(await sample(of)).toBe(5);
    expect(await sample('workshopsai_cache_lookups_total{tier="ready",kind="application",outcome="hit"}')).toBe(4);
    await rawGet(port, "/health", []);
    expect((await scrape()).body).not.toMatch(/route="\/(health|metrics)"/);
  });

  test("enrolments once they are committed, sessions that are alive, and statements", async () => {
    const workshop = await publishedWorkshop(app, await app.as("admin"));
    const before = (await sample('workshopsai_enrolments_total{status="confirmed"}')) ?? 0;
    const person = await app.as("participant");
    await person.ok(enrolmentContract.enrol, { params: { workshopId: workshop.id }, body: {} });
    await person.call(enrolmentContract.enrol, { params: { workshopId: workshop.id }, body: {} });
    expect(await sample('workshopsai_enrolments_total{status="confirmed"}')).toBe(before + 1);
    expect(await sample('workshopsai_responses_total{event="submitted"}')).toBe(0);
    expect(await sample('workshopsai_statement_duration_seconds_count{connection="transaction"}')).toBeGreaterThan(3);
    expect(await sample("workshopsai_login_sessions_active")).toBeGreaterThan(0);
  });

  test("the guide's four names, and what runs", async () => {
    expect(await sample("workshopsai_uptime_seconds")).toBeGreaterThan(0);
    expect(await sample('workshopsai_requests_total{status="2xx"}')).toBeGreaterThan(0);
    expect(await sample('workshopsai_response_time_ms{quantile="0.95"}')).toBeGreaterThan(0);
    expect(await sample("workshopsai_error_rate")).toBe(0);
    expect((await scrape()).body).toContain(`workshopsai_build_info{version="0.1.0",node="${process.version}"} 1`);
  });

  test("a trace is remembered beside the bucket of its request, and shown in OpenMetrics", async () => {
    const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
    await app.app.server.inject({
      url: "/en/about-nothing",
      headers: { traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
    });
    const open = await scrape({ accept: "application/openmetrics-text;version=1.0.0,text/plain;q=0.5" });
    expect(open.headers["content-type"]).toContain("application/openmetrics-text");
    expect(open.body).toMatch(new RegExp(`_bucket\\{.*\\} \\d+ # \\{trace_id="${traceId}"\\} `));
    expect(open.body.endsWith("# EOF\n")).toBe(true);
    expect((await scrape()).body).not.toContain(traceId);
  });
});

test("readings say the same as the metrics", async () => {
  const { requests, processes, loginSessions } = await app.app.monitoring.metrics.readings();
  expect([processes, loginSessions]).toEqual([1, await sample("workshopsai_login_sessions_active")]);
  expect(requests.p95Ms).toBeGreaterThan(0);
  expect(requests.perSecond).toBeGreaterThan(0);
});
