import { z } from "zod";
import { about, urlOf, wholeNumber } from "./setting.ts";

const samplers = [
  "always_on",
  "always_off",
  "traceidratio",
  "parentbased_always_on",
  "parentbased_always_off",
  "parentbased_traceidratio",
] as const;
export type Sampler = (typeof samplers)[number];

/** `name=value` parted by commas, with `%xx` for what would part them. */
const headers = z
  .string()
  .regex(/^[\w-]+=(?:[!-$&-+\--~]|%[2-7][\da-fA-F])+(?:,[\w-]+=(?:[!-$&-+\--~]|%[2-7][\da-fA-F])+)*$/);

/** To whom traces go. The names are OpenTelemetry's own. */
export const tracingSettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: about(urlOf(["http", "https"]).optional(), {
    group: "Monitoring",
    expects: "an address that begins with http:// or https://, such as http://127.0.0.1:4318",
    description:
      "A collector that takes OTLP over HTTP: traces of requests go to its /v1/traces. See docs/guides/operate/traces.md.",
    shownDefault: "none; nothing is traced",
  }),
  OTEL_EXPORTER_OTLP_HEADERS: about(headers.optional(), {
    group: "Monitoring",
    expects: "a list of name=value without spaces, parted by commas; %20 for a space",
    description: "Headers that the collector asks for, such as a key.",
    shownDefault: "none",
  }),
  OTEL_SERVICE_NAME: about(z.string().min(1).max(100).default("workshopsai"), {
    group: "Monitoring",
    expects: "1 to 100 characters",
    description: "The name under which traces are found.",
  }),
  OTEL_TRACES_SAMPLER: about(z.enum(samplers).default("parentbased_traceidratio"), {
    group: "Monitoring",
    expects: `one of ${samplers.join(", ")}`,
    description: "Which requests are traced; with parentbased_ those whose caller says so in traceparent are, too.",
  }),
  OTEL_TRACES_SAMPLER_ARG: about(
    z
      .string()
      .regex(/^(?:0|1|[01]?\.\d+)$/)
      .default("1")
      .transform(Number)
      .pipe(z.number().max(1)),
    {
      group: "Monitoring",
      expects: "a number from 0 to 1",
      description: "The share of requests that are traced, with traceidratio.",
    },
  ),
  OTEL_BSP_SCHEDULE_DELAY: about(wholeNumber(10, 60_000).prefault("1000"), {
    group: "Monitoring",
    expects: "a whole number from 10 to 60000",
    description: "How many milliseconds traces are collected before they are sent together.",
  }),
};
