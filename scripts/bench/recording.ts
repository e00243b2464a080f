import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import { createCache } from "../../src/server/platform/cache/create-cache.ts";
import { createReady } from "../../src/server/platform/http/ready.ts";
import { RequestCounts } from "../../src/server/platform/metrics/request-counts.ts";

const routes = Array.from({ length: 150 }, (_, n) => `/api/v1/things-${n}/{id}`);
const statuses = [200, 200, 200, 304, 404];

/** Nanoseconds that it takes to count one answer, over as many routes as the product has. */
export function nanosecondsPerRecord(times: number): number {
  const requests = new RequestCounts();
  const record = (n: number) =>
    requests.record(routes[n % routes.length], {
      method: n % 7 === 0 ? "POST" : "GET",
      status: statuses[n % statuses.length] as number,
      milliseconds: (n % 1000) / 3,
    });
  for (let n = 0; n < times / 10; n++) record(n);
  const begunAt = performance.now();
  for (let n = 0; n < times; n++) record(n);
  return ((performance.now() - begunAt) * 1e6) / times;
}

/** One page that stands ready, on a server that counts its answers or does not. */
export async function startReadyPage(isCounting: boolean) {
  const ready = createReady({
    ...{ cache: createCache(), headers: {}, sessionCookie: "session", site: "bench" },
    ...(isCounting ? { requests: new RequestCounts() } : {}),
  });
  const server = Fastify({ serverFactory: ready.serverFactory });
  const make = async () => ({ body: "a page ".repeat(500), contentType: "text/html", tags: [] });
  server.get("/page", (request, reply) => ready.serve(request, reply, { key: "page", make }));
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, pid: process.pid, stop: () => server.close() };
}
