import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse, parseAllDocuments, stringify } from "yaml";
import { loadSettings } from "../../src/server/platform/config/settings.ts";
import { settingNames } from "../../src/server/platform/config/settings-schema.ts";
import { type Manifest, modelsOf, unknownFields } from "./kubernetes-types.ts";

const folder = join("ops", "kubernetes");
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml") && name !== "kustomization.yaml");
const read = (path: string) =>
  parseAllDocuments(readFileSync(path, "utf8")).map((document) => document.toJS() as Manifest);
const manifests = files.flatMap((name) => read(join(folder, name)));
const monitoring = join(folder, "monitoring");
const monitors = readdirSync(monitoring).flatMap((name) => read(join(monitoring, name)));
const kustomization = parse(readFileSync(join(folder, "kustomization.yaml"), "utf8"));

interface Model {
  new (manifest: object): { validate(): void };
}

async function problemsOf(manifest: Manifest): Promise<string | undefined> {
  const models = (await import(modelsOf(manifest.apiVersion))) as Record<string, Model>;
  const model = models[manifest.kind];
  if (!model) return `${manifest.kind}: no such kind`;
  try {
    new model(manifest).validate();
    return undefined;
  } catch (error) {
    return `${manifest.metadata.name}: ${(error as Error).message}`;
  }
}

interface Container {
  env?: { name: string; value: string }[];
  envFrom: object[];
  args?: string[];
  ports?: { name: string; containerPort: number }[];
  securityContext: object;
  resources: { limits: { memory: string } };
  volumeMounts: { mountPath: string }[];
  startupProbe?: Probe;
  readinessProbe?: Probe;
  livenessProbe?: Probe;
}
interface Probe {
  httpGet: { path: string; port: string };
  periodSeconds: number;
  failureThreshold: number;
}
interface Pod {
  containers: Container[];
  securityContext: object;
  terminationGracePeriodSeconds?: number;
  automountServiceAccountToken: boolean;
}

const named = (kind: string, name: string) => {
  const found = manifests.find((each) => each.kind === kind && each.metadata.name === name);
  if (!found) throw new Error(`there is no ${kind} ${name}`);
  return found;
};
const podOf = (manifest: Manifest) => (manifest.spec as { template: { spec: Pod } }).template.spec;
const workloads = manifests.filter(({ kind }) => ["Deployment", "Job"].includes(kind));
const settings = named("ConfigMap", "workshopsai").data ?? {};
const secrets = named("Secret", "workshopsai").stringData ?? {};

describe("ops/kubernetes", () => {
  let unknown: string[];
  beforeAll(() => {
    unknown = unknownFields([...manifests, ...monitors]);
  });

  test("is what Kubernetes' own schemas ask for, without a field that it does not know", async () => {
    expect(manifests.length).toBeGreaterThan(10);
    const problems = await Promise.all([...manifests, ...monitors].map(problemsOf));
    expect(problems.filter(Boolean)).toEqual([]);
    expect(unknown).toEqual([]);
  });

  test("is applied whole, but for the secret, which has no value", () => {
    expect([...kustomization.resources].sort()).toEqual(files.filter((name) => name !== "secret.example.yaml").sort());
    expect(Object.values(secrets).join("")).toBe("");
    for (const { kind, metadata } of manifests)
      if (kind !== "Namespace") expect(metadata.namespace).toBe("workshopsai");
  });

  test("gives the product settings that it takes", () => {
    const { NODE_OPTIONS, ...given } = settings;
    expect(NODE_OPTIONS).toMatch(/^--max-old-space-size=\d+$/);
    const roles = workloads.flatMap((each) => podOf(each).containers.flatMap(({ env = [] }) => env));
    const names = [...Object.keys({ ...given, ...secrets }), ...roles.map(({ name }) => name)];
    expect(names.filter((name) => !(settingNames as string[]).includes(name))).toEqual([]);
    const filledIn = {
      APP_SECRET: "0".repeat(32),
      DATABASE_URL: "postgresql://app@db/app",
      REDIS_URL: "redis://cache",
      SMTP_URL: "smtp://mail",
      METRICS_TOKEN: "0".repeat(16),
    };
    expect(Object.keys(filledIn)).toEqual(Object.keys(secrets));
    for (const { name, value } of roles) {
      expect(() => loadSettings({ ...given, ...filledIn, [name]: value, DATA_DIR: "/tmp/none" })).not.toThrow();
    }
  });

  test("pods run as nobody special, write only to /data and /tmp, and keep the heap below their memory", () => {
    for (const workload of workloads) {
      const pod = podOf(workload);
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: "RuntimeDefault" } },
      });
      for (const container of pod.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
        expect(container.volumeMounts.map(({ mountPath }) => mountPath)).toEqual(["/data", "/tmp"]);
        expect(container.resources.limits.memory).toBe("1Gi");
        expect(Number(settings.NODE_OPTIONS?.split("=")[1])).toBeLessThanOrEqual(768);
      }
    }
  });

  test("a rollout takes nobody's place before the next serves, and leaves time to finish", () => {
    for (const name of ["web", "worker"]) {
      const deployment = named("Deployment", name);
      expect(deployment.spec).toMatchObject({ strategy: { rollingUpdate: { maxUnavailable: 0 } } });
      // Ten seconds for requests, five to close the rest: first-process.ts.
      expect(podOf(deployment).terminationGracePeriodSeconds).toBe(Number(settings.DRAIN_SECONDS) + 15);
    }
    const [web] = podOf(named("Deployment", "web")).containers;
    const { startupProbe, readinessProbe, livenessProbe, ports } = web as Container;
    const paths = [startupProbe, readinessProbe, livenessProbe].map((probe) => probe?.httpGet);
    expect(paths.map((get) => get?.path)).toEqual(["/health", "/ready", "/health"]);
    expect(paths.map((get) => get?.port)).toEqual(["http", "http", "http"]);
    expect(ports).toEqual([{ name: "http", containerPort: Number(settings.PORT) }]);
    // Turned away before connections end, with a look to spare.
    const unreadyWithin = (readinessProbe?.periodSeconds ?? 0) * ((readinessProbe?.failureThreshold ?? 0) + 1);
    expect(unreadyWithin).toBeLessThan(Number(settings.DRAIN_SECONDS));
  });

  test("the worker is asked where it answers, and monitoring gets there", () => {
    const [worker] = podOf(named("Deployment", "worker")).containers;
    const { startupProbe, readinessProbe, livenessProbe, ports, env } = worker as Container;
    const paths = [startupProbe, readinessProbe, livenessProbe].map((probe) => probe?.httpGet);
    expect(paths).toEqual(["/health", "/ready", "/health"].map((path) => ({ path, port: "probes" })));
    const port = Number(env?.find(({ name }) => name === "PROBE_PORT")?.value);
    expect(ports).toEqual([{ name: "probes", containerPort: port }]);
    expect(named("NetworkPolicy", "metrics-of-the-worker").spec).toMatchObject({
      podSelector: { matchLabels: named("Deployment", "worker").metadata.labels },
      ingress: [{ ports: [{ port }] }],
    });
  });

  test("one name leads from the ingress to the pods, past the policies", () => {
    const { labels } = named("Deployment", "web").metadata;
    expect(named("Service", "web").spec).toMatchObject({ selector: labels, ports: [{ targetPort: "http" }] });
    expect(named("PodDisruptionBudget", "web").spec).toMatchObject({ selector: { matchLabels: labels } });
    expect(JSON.stringify(named("Ingress", "web").spec)).toContain('"name":"web","port":{"name":"http"}');
    expect(named("HorizontalPodAutoscaler", "web").spec).toMatchObject({ scaleTargetRef: { name: "web" } });
    expect(named("NetworkPolicy", "default-deny").spec).toEqual({
      podSelector: {},
      policyTypes: ["Ingress", "Egress"],
    });
    expect(named("NetworkPolicy", "visitors-and-metrics").spec).toMatchObject({
      podSelector: { matchLabels: labels },
      ingress: [{ ports: [{ port: Number(settings.PORT) }] }],
    });
  });

  test("the Prometheus Operator scrapes the service with its token, under the name that the rules ask for", () => {
    const monitor = monitors.find(({ kind }) => kind === "ServiceMonitor");
    const { metadata, spec } = named("Service", "web");
    expect(monitor?.spec).toMatchObject({
      jobLabel: "app.kubernetes.io/name",
      selector: { matchLabels: metadata.labels },
      endpoints: [{ port: "http", authorization: { credentials: { name: "workshopsai", key: "METRICS_TOKEN" } } }],
    });
    expect([metadata.labels?.["app.kubernetes.io/name"], metadata.namespace]).toEqual([
      "workshopsai",
      monitor?.metadata.namespace,
    ]);
    expect(spec).toMatchObject({ ports: [{ name: "http" }] });
    expect(Object.keys(secrets)).toContain("METRICS_TOKEN");
  });

  test("and takes the same rules as a Prometheus by itself", async () => {
    const groups = ["recording.yml", "alerts.yml"].flatMap(
      (name) => parse(readFileSync(join("ops", "prometheus", name), "utf8")).groups as object[],
    );
    const rule = {
      apiVersion: "monitoring.coreos.com/v1",
      kind: "PrometheusRule",
      metadata: { name: "workshopsai", namespace: "workshopsai", labels: { "app.kubernetes.io/name": "workshopsai" } },
      spec: { groups },
    };
    const said =
      "# Made from ops/prometheus: change that, then run npx vitest run tests/operations/kubernetes.test.ts -u\n";
    await expect(said + stringify(rule, { lineWidth: 0 })).toMatchFileSnapshot(
      join(process.cwd(), monitoring, "prometheus-rule.yaml"),
    );
  });

  test("planted breaches are found", async () => {
    const web = named("Deployment", "web");
    const wrong = structuredClone(web) as unknown as { spec: { revisionHistoryLimit: string } };
    wrong.spec.revisionHistoryLimit = "3";
    expect(await problemsOf(wrong as unknown as Manifest)).toMatch(/revisionHistoryLimit must be integer/);
    const lacking = structuredClone(web) as unknown as { spec: { selector?: object } };
    delete lacking.spec.selector;
    expect(await problemsOf(lacking as unknown as Manifest)).toMatch(/required property selector/);
    const blind = structuredClone(monitors.find(({ kind }) => kind === "ServiceMonitor") as Manifest);
    delete blind.spec?.selector;
    expect(await problemsOf(blind)).toMatch(/required property selector/);
    const odd = structuredClone(web);
    Object.assign(podOf(odd).containers[0] as Container, { livenesProbe: {} });
    expect(unknownFields([odd])).toEqual([expect.stringMatching(/^web: .*livenesProbe/)]);
  });
});
