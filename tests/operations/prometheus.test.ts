import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { publishedWorkshop } from "../../src/server/testing/published-workshop.ts";
import { describeWith, programOf } from "../../src/server/testing/services.ts";
import { type TestApp, testApp } from "../../src/server/testing/test-app.ts";
import { type PrometheusServer, startPrometheus } from "./prometheus-server.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const files = new URL("../../ops/prometheus", import.meta.url).pathname;
const dashboard = JSON.parse(
  readFileSync(new URL("../../ops/grafana/dashboards/workshopsai.json", import.meta.url), "utf8"),
) as { panels: { title: string; type: string; targets?: { expr: string }[] }[] };
/** Rates need two scrapes, and rules an evaluation after those. */
const dataWithinMs = 60_000;
const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";

/** The panels' expressions as Grafana would send them, with every route chosen. */
const panelExpressions = dashboard.panels
  .flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
  .map((expr) => expr.replaceAll("$__rate_interval", "1m").replaceAll("$route", ".*"));

/** An alert that is not raised returns nothing, so what it compares has to: each side of `and`, without the threshold. */
const comparedBy = (query: string) => query.split(/ and /).map((part) => part.replace(/ (?:>|<|==) [\d.]+$/, ""));

describeWith("prometheus")("a real Prometheus on the running product", () => {
  let app: TestApp;
  let prometheus: PrometheusServer;
  let url: string;

  beforeAll(async () => {
    app = await testApp();
    app.app.monitoring.start();
    await app.app.server.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.app.server.server.address() as { port: number };
    url = `http://127.0.0.1:${port}`;
    await publishedWorkshop(app, await app.as("admin"));
    const mail = { to: "reader@example.org", subject: "A job", text: "to be counted", language: "en" } as const;
    await app.features.mail.enqueue(app.db, mail);
    await app.runJobs();
    prometheus = await startPrometheus(files, port);
  });
  afterAll(async () => {
    await prometheus?.stop();
    await app?.close();
  });

  /** A little of everything, until nothing lacks any more or time is up; gives what still does. */
  async function lackingUnderLoad(expressions: readonly string[]): Promise<string[]> {
    const deadline = Date.now() + dataWithinMs;
    for (;;) {
      for (const path of ["/api/v1/workshops", "/api/v1/workshops", "/en/workshops", "/not-there"]) {
        const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
        await (await fetch(`${url}${path}`, { headers: { traceparent } })).arrayBuffer();
      }
      const lacking = await prometheus.lacking(expressions);
      if (lacking.length === 0 || Date.now() > deadline) return lacking;
      await delay(250);
    }
  }

  test("every panel of the dashboard shows something", async () => {
    expect(panelExpressions.length).toBeGreaterThan(40);
    expect(await lackingUnderLoad(panelExpressions)).toEqual([]);
  });

  test("every rule has what it works on, and none fails", async () => {
    const rules = await prometheus.rules();
    expect(rules.map(({ type }) => type)).toEqual(expect.arrayContaining(["recording", "alerting"]));
    const expressions = rules.flatMap(({ type, name, query }) =>
      type === "recording" ? [query, name] : comparedBy(query),
    );
    expect(await lackingUnderLoad(expressions)).toEqual([]);
    expect((await prometheus.rules()).filter(({ health }) => health !== "ok")).toEqual([]);
  });

  test("a name that is not right is noticed, in a panel as in an alert", async () => {
    const wrong = ["sum(rate(workshopsai_request_total[1m]))", ...comparedBy("workshopsai_job_failed > 0 and up > 1")];
    expect(await prometheus.lacking(wrong)).toEqual(wrong.slice(0, 2));
  });

  test("routes can be chosen, and a bucket leads to a trace", async () => {
    const routes = await prometheus.api<string[]>("label/route/values");
    expect(routes).toEqual(expect.arrayContaining(["/api/v1/workshops", "unknown"]));
    const range = { start: String(Date.now() / 1000 - 600), end: String(Date.now() / 1000 + 60) };
    const query = "workshopsai_request_duration_seconds_bucket";
    const found = await prometheus.api<{ exemplars: { labels: object }[] }[]>("query_exemplars", { query, ...range });
    expect(found.flatMap(({ exemplars }) => exemplars.map(({ labels }) => labels))).toContainEqual({
      trace_id: traceId,
    });
  });
});

describeWith("prometheus")("promtool", () => {
  const promtool = (...words: string[]) =>
    execFileSync(join(dirname(programOf("prometheus")), "promtool"), words, { cwd: files, encoding: "utf8" });

  test("finds the scrape configuration and the rules in order", () => {
    expect(promtool("check", "config", "prometheus.yml")).toContain("SUCCESS");
    expect(promtool("check", "rules", "recording.yml", "alerts.yml")).toContain("SUCCESS");
  });

  test("sees alerts raised and ended as they should be", () => {
    expect(promtool("test", "rules", "alerts.test.yml")).toContain("SUCCESS");
  });
});

test("the dashboard has the guide's five groups, each with panels", () => {
  const rows = dashboard.panels.filter(({ type }) => type === "row").map(({ title }) => title);
  expect(rows).toEqual(
    expect.arrayContaining([
      "Request rate and response times",
      "Error rates and health",
      "Database performance",
      "Cache hit rates and memory",
      "Active login sessions, and what people do",
    ]),
  );
});
