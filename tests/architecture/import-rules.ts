import type { IForbiddenRuleType, IRegularForbiddenRuleType } from "dependency-cruiser";

/** Who may import whose door, as in docs/architecture. A feature without a row may neither import nor be imported. */
const mayUse: Record<string, string[]> = {
  audit: [],
  identity: [],
  files: ["identity"],
  catalogue: ["identity", "files"],
  enrolment: ["identity", "catalogue"],
  questionnaires: ["identity", "catalogue"],
  responses: ["identity", "questionnaires", "enrolment"],
  analysis: ["identity", "questionnaires", "responses"],
  notifications: ["identity", "catalogue", "enrolment", "questionnaires", "responses", "analysis"],
  privacy: ["identity"],
  operations: [],
  // These show and fill what all features hold.
  pages: ["identity", "catalogue", "enrolment", "questionnaires", "responses", "analysis", "operations"],
  graphql: ["identity", "catalogue", "enrolment", "questionnaires", "responses"],
  demo: ["identity", "responses"],
  cli: ["demo", "operations"],
};
const everyone = ["audit"];

const server = "^src/server/";
/** Any folder beside platform/ and testing/ is a feature. */
const feature = "(?!platform/|testing/)[^/]+";
const features = Object.keys(mayUse);
const queries = ["/queries\\.ts$", "/queries/[^/]+\\.ts$"];
const test = "\\.test\\.tsx?$|\\.testing\\.tsx?$|/testing/";

type Target = IRegularForbiddenRuleType["to"];
type Place = { path?: string | string[]; pathNot?: string | string[] };

function rule(name: string, from: Place, to: Target): IForbiddenRuleType {
  return { name, severity: "error", from: from as IRegularForbiddenRuleType["from"], to };
}

/** Product code only: a test may look behind every door. */
function productRule(name: string, from: Place, to: Target): IForbiddenRuleType {
  return rule(name, { ...from, pathNot: [test, ...[from.pathNot ?? []].flat()] }, to);
}

/** Packages that the product's code imports in one folder of the platform only; elsewhere their types at most. */
function vendorRule(name: string, packages: string, home: string): IForbiddenRuleType {
  const from = { path: "^src/", pathNot: [`${server}platform/${home}/`] };
  return productRule(name, from, { path: `node_modules/${packages}/`, dependencyTypesNot: ["type-only"] });
}

export const importRules: IForbiddenRuleType[] = [
  rule("no-cycles", {}, { circular: true }),
  productRule("shared-is-pure", { path: "^src/shared/" }, { pathNot: "^src/shared/|node_modules/zod/" }),
  productRule("web-not-server", { path: "^src/web/" }, { path: "^src/server/" }),
  productRule("server-not-web", { path: server, pathNot: `${server}pages/` }, { path: "^src/web/" }),
  productRule("platform-below-features", { path: `${server}platform/` }, { path: `${server}${feature}/` }),
  productRule(
    "features-use-doors",
    { path: `${server}(${feature})/` },
    { path: `${server}${feature}/`, pathNot: [`${server}$1/`, `${server}[^/]+/index\\.ts$`] },
  ),
  ...Object.entries(mayUse).map(([name, allowed]) =>
    productRule(
      `${name}-may-use`,
      { path: `${server}${name}/` },
      { path: `${server}${feature}/`, pathNot: `${server}(${[name, ...allowed, ...everyone].join("|")})/` },
    ),
  ),
  productRule(
    "feature-has-a-row",
    { path: `${server}(?!platform/|testing/|${features.map((name) => `${name}/`).join("|")})([^/]+)/` },
    { path: `${server}${feature}/`, pathNot: `${server}$1/` },
  ),
  productRule("routes-not-queries", { path: `${server}[^/]+/routes\\.ts$` }, { path: queries }),
  productRule(
    "queries-are-leaves",
    { path: [`${server}(${feature})/queries\\.ts$`, `${server}(${feature})/queries/[^/]+\\.ts$`] },
    { path: `${server}${feature}/`, pathNot: `${server}$1/` },
  ),
  vendorRule("drivers-in-platform-db", "(pg|graphile-worker|kysely)", "(db|jobs)"),
  vendorRule("redis-in-platform-cache", "ioredis", "cache"),
  vendorRule("limiter-in-platform-limits", "rate-limiter-flexible", "limits"),
  vendorRule("metrics-vendor-in-platform-metrics", "prom-client", "metrics"),
  vendorRule("tracing-vendor-in-platform-tracing", "@opentelemetry", "tracing"),
  // Whoever sets no collector has nothing of it in memory.
  productRule(
    "tracing-on-demand",
    { path: "^src/", pathNot: [`${server}platform/tracing/(otlp-tracing|exporter)\\.ts`] },
    {
      path: [`${server}platform/tracing/(otlp-tracing|exporter)\\.ts`, "node_modules/@opentelemetry/"],
      dynamic: false,
    },
  ),
  vendorRule("http-vendor-in-platform", "(fastify|@fastify)", "http"),
  vendorRule("graphql-vendor-in-platform", "(graphql|mercurius|graphql-jit)", "http/graphql"),
  productRule(
    "design-system-is-leaf",
    { path: "^src/web/design-system/" },
    { path: "^src/", pathNot: "^src/web/(design-system|i18n)/|^src/shared/kernel/" },
  ),
  productRule("widgets-below-faces", { path: "^src/web/widgets/" }, { path: "^src/web/(public|studio)/" }),
  productRule(
    "public-studio-apart",
    { path: "^src/web/(public|studio)/" },
    { path: "^src/web/(public|studio)/", pathNot: "^src/web/$1/" },
  ),
  rule("no-tests-in-code", { pathNot: [test, "^tests/"] }, { path: `${test}|^tests/` }),
];
