import { expect, test } from "vitest";
import { loadSettings, SettingsError } from "./settings.ts";

const load = (env: Record<string, string>) =>
  loadSettings({ APP_SECRET: "0123456789abcdef0123456789abcdef", DATA_DIR: "/nowhere", ...env });

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    load(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test("settings about traces are OpenTelemetry's own, and those of its names that we do not take are no mistakes", () => {
  expect(
    load({ OTEL_TRACES_SAMPLER_ARG: ".25", OTEL_EXPORTER_OTLP_HEADERS: "x-key=a%20b,authorization=Basic%20eA==" }),
  ).toMatchObject({
    OTEL_TRACES_SAMPLER_ARG: 0.25,
    OTEL_EXPORTER_OTLP_HEADERS: "x-key=a%20b,authorization=Basic%20eA==",
  });
  const wrong = {
    OTEL_EXPORTER_OTLP_ENDPOINT: "127.0.0.1:4318",
    OTEL_EXPORTER_OTLP_HEADERS: "a key",
    OTEL_TRACES_SAMPLER: "jaeger_remote",
    OTEL_TRACES_SAMPLER_ARG: "1.5",
  };
  expect(problemsOf(wrong).map((problem) => problem.split(":")[0])).toEqual(Object.keys(wrong));
  const others = ["PROTOCOL", "TIMEOUT", "COMPRESSION", "CERTIFICATE", "INSECURE", "TRACES_ENDPOINT", "TRACES_HEADERS"];
  const names = [
    ...others.map((name) => `EXPORTER_OTLP_${name}`),
    "TRACES_EXPORTER",
    "RESOURCE_ATTRIBUTES",
    "SDK_DISABLED",
  ];
  expect(problemsOf(Object.fromEntries(names.map((name) => [`OTEL_${name}`, "1"])))).toEqual([]);
});
