import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from "../../testing/otlp-receiver.ts";
import { publishedWorkshop } from "../../testing/published-workshop.ts";
import { listenOn, rawGet } from "../../testing/raw-http.ts";
import { type TestApp, testApp } from "../../testing/test-app.ts";
import { openTracing } from "./open-tracing.ts";
import type { Tracing } from "./tracing.ts";

const sentEveryMs = 50;
const soon = { timeout: 20_000, interval: 20 };
const callersTrace = "4bf92f3577b34da6a3ce929d0e0e4736";
const callersSpan = "00f067aa0ba902b7";

let receiver: OtlpReceiver;
let app: TestApp;
let port: number;

beforeAll(async () => {
  receiver = await startOtlpReceiver();
  app = await testApp({
    settings: {
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url, OTEL_EXPORTER_OTLP_HEADERS: "x-key=a%20b" },
      OTEL_BSP_SCHEDULE_DELAY: String(sentEveryMs),
    },
  });
  port = await listenOn(app.app.server);
});
afterAll(async () => {
  await app.close();
  await receiver.close();
});

/** What belongs to the trace, once its request is there. */
async function spansIn(traceId: string): Promise<ReceivedSpan[]> {
  const found = () => receiver.spans().filter((span) => span.traceId === traceId);
  await vi.waitFor(() => expect(found().some(({ name }) => /^[A-Z]+ \//.test(name))).toBe(true), soon);
  return found();
}

let traces = 0;
const newTrace = () => (++traces).toString(16).padStart(32, "a");
const from = (traceId: string, flags = "01") => ({ traceparent: `00-${traceId}-${callersSpan}-${flags}` });
const ask = (url: string, headers: Record<string, string> = {}) => app.app.server.inject({ url, headers });

describe("a request", () => {
  test("is a span of its route below its caller's, and what it asks of cache and database lies below it", async () => {
    const { slugs } = await publishedWorkshop(app, await app.as("editor"));
    const answer = await ask(`/api/v1/workshops/${slugs.en}?lang=en`, from(callersTrace));
    expect(answer.statusCode).toBe(200);
    const spans = await spansIn(callersTrace);
    const [request] = spans.filter(({ parentSpanId }) => parentSpanId === callersSpan);
    expect(request).toMatchObject({
      name: "GET /api/v1/workshops/:slug",
      attributes: {
        "http.request.method": "GET",
        "http.route": "/api/v1/workshops/:slug",
        "http.response.status_code": 200,
      },
      resource: { "service.name": "workshopsai", "process.pid": process.pid },
    });
    const below = (parent: ReceivedSpan | undefined) =>
      spans.filter(({ parentSpanId }) => parentSpanId === parent?.spanId);
    const [ready] = below(request).filter(({ name }) => name === "compute ready");
    const computed = below(ready);
    expect(computed.map(({ name }) => name)).toContain("compute workshop");
    const statements = computed.flatMap(below);
    expect(statements).toContainEqual(
      expect.objectContaining({
        name: "SELECT workshops",
        attributes: {
          "db.system.name": "postgresql",
          "db.operation.name": "SELECT",
          "db.collection.name": "workshops",
          "db.query.summary": "SELECT workshops",
          "workshopsai.db.statement": expect.stringMatching(/^q_[\da-f]{32}$/),
          "workshopsai.db.way": expect.stringMatching(/^(?:lane|pool)$/),
        },
      }),
    );
    expect(receiver.headers.at(-1)).toMatchObject({ "x-key": "a b", "content-type": "application/json" });
  });

  test("that changes something has its transaction below it, although a body was read before", async () => {
    const trace = newTrace();
    const member = await app.as("participant");
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/me/profile`, {
      method: "PATCH",
      headers: { ...from(trace), cookie: member.cookie, "content-type": "application/json" },
      body: JSON.stringify({ language: "pl" }),
    });
    expect(answer.status).toBe(200);
    const ways = (await spansIn(trace)).map(({ attributes }) => attributes["workshopsai.db.way"]);
    expect(ways).toContain("transaction");
  });

  test("that is answered before the framework is traced, too", async () => {
    const path = "/api/v1/tags?lang=en";
    await rawGet(port, path);
    const answered = app.app.ready.stats().answered;
    const trace = newTrace();
    await rawGet(port, path, [`traceparent: ${from(trace).traceparent}`]);
    expect(app.app.ready.stats().answered).toBe(answered + 1);
    expect((await spansIn(trace)).map(({ name }) => name)).toEqual(["GET /api/v1/tags"]);
  });

  test("that no route knows has no name of its own, and its status", async () => {
    const trace = newTrace();
    await ask("/made-up/7c9e", from(trace));
    await vi.waitFor(() => expect(receiver.spans().some(({ traceId }) => traceId === trace)).toBe(true), soon);
    const [span] = receiver.spans().filter(({ traceId }) => traceId === trace);
    expect([span?.name, span?.attributes]).toEqual([
      "GET",
      { "http.request.method": "GET", "http.response.status_code": 404 },
    ]);
  });

  test("whose caller does not keep its trace is not sent, and neither is a probe", async () => {
    const [dropped, probe, last] = [newTrace(), newTrace(), newTrace()];
    await ask("/api/v1/tags?lang=pl", from(dropped, "00"));
    await ask("/health", from(probe));
    await ask("/api/v1/tags?lang=pl", from(last));
    await spansIn(last);
    const sent = receiver.spans().map(({ traceId }) => traceId);
    expect([sent.includes(dropped), sent.includes(probe)]).toEqual([false, false]);
  });

  test("leaves its trace beside the bucket of its time, so that one leads to the other", async () => {
    const { body } = await ask("/metrics", { accept: "application/openmetrics-text; version=1.0.0" });
    expect(body).toContain(`trace_id="${callersTrace}"`);
  });
});

test("nothing of who asks, what for, or from where is ever in a span", async () => {
  const trace = newTrace();
  const member = await app.as("participant", "Zdzisława Brzęczyszczykiewicz");
  const headers = { ...from(trace), cookie: member.cookie, "x-forwarded-for": "203.0.113.77" };
  await ask("/api/v1/workshops?lang=en&q=grief+after+divorce", headers);
  await ask("/en/workshops?q=grief+after+divorce", headers);
  await ask("/api/v1/me/profile", headers);
  await app.app.server.inject({
    method: "POST",
    url: "/api/v1/account/sign-in",
    headers,
    payload: { email: member.email, password: "not the right battery" },
  });
  await vi.waitFor(
    () => expect(receiver.spans().some(({ name }) => name === "POST /api/v1/account/sign-in")).toBe(true),
    soon,
  );
  const sent = receiver.bodies.join();
  const token = member.cookie.split("=")[1] as string;
  const secrets = [
    member.personId,
    member.email,
    "Brz",
    "grief",
    "divorce",
    "203.0.113",
    "127.0.0.1",
    token,
    "battery",
  ];
  expect(secrets.filter((secret) => sent.includes(secret))).toEqual([]);
});

describe("the collector", () => {
  const lines: string[] = [];
  const log = {
    info: (line: unknown) => void lines.push(String(line)),
    warn: (...line: unknown[]) => void lines.push(String(line[1])),
  };
  const open = (endpoint: string, settings: { sampler?: "traceidratio"; ratio?: number } = {}) =>
    openTracing(
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        OTEL_EXPORTER_OTLP_HEADERS: undefined,
        OTEL_SERVICE_NAME: "workshopsai",
        OTEL_TRACES_SAMPLER: settings.sampler ?? "parentbased_traceidratio",
        OTEL_TRACES_SAMPLER_ARG: settings.ratio ?? 1,
        OTEL_BSP_SCHEDULE_DELAY: sentEveryMs,
      },
      log,
    ) as Promise<Tracing>;
  const answer = (tracing: Tracing, parent?: Parameters<Tracing["begin"]>[0]["parent"]) =>
    tracing.begin({ method: "GET", parent }).end({ route: "/", status: 200 });

  test("is away: it is said once, and once more when it is back", async () => {
    const away = await startOtlpReceiver();
    await away.close();
    const tracing = await open(away.url);
    answer(tracing);
    await vi.waitFor(() => expect(lines).toEqual(["the collector takes no traces; they are lost"]), soon);
    away.answerWith(400);
    await away.open();
    for (let batch = 1; batch <= 3; batch++) {
      answer(tracing);
      await vi.waitFor(() => expect(away.bodies).toHaveLength(batch), soon);
    }
    away.answerWith(200);
    answer(tracing);
    await vi.waitFor(() => expect(lines).toContain("the collector takes traces again"), soon);
    await tracing.close();
    await away.close();
    expect(lines).toHaveLength(2);
  });

  test("does not answer: what waits is bounded, and closing does not wait for it", async () => {
    const slow = await startOtlpReceiver();
    slow.hold();
    const tracing = await open(slow.url);
    for (let n = 0; n < 10_000; n++) answer(tracing);
    await vi.waitFor(() => expect(slow.bodies).toHaveLength(1), soon);
    await tracing.close();
    expect(slow.spans().length).toBeLessThanOrEqual(512 + 2_048);
    expect(slow.spans().length).toBeGreaterThan(0);
    slow.goOn();
    await slow.close();
  });

  test("is sent the share that is set, also of those whose callers keep theirs", async () => {
    const few = await startOtlpReceiver();
    // The share is decided by the id.
    const unlucky = "f".repeat(8).padEnd(32, "0");
    const tracing = await open(few.url, { sampler: "traceidratio", ratio: 0.1 });
    for (let n = 0; n < 1_000; n++) {
      answer(tracing);
      answer(tracing, { traceId: unlucky, spanId: callersSpan, flags: 1 });
    }
    await tracing.close();
    await few.close();
    expect(few.spans().length).toBeGreaterThan(30);
    expect(few.spans().length).toBeLessThan(300);
    expect(few.spans().map(({ traceId }) => traceId)).not.toContain(unlucky);
  });
});
