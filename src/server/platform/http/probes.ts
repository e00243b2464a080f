import type { FastifyInstance } from "fastify";
import type { Exposition } from "../metrics/exposition.ts";
import type { Drain } from "./drain.ts";
import { mayScrape } from "./may-scrape.ts";

export interface ProbeOptions {
  drain: Pick<Drain, "isStopping">;
  /** Whether the process may take traffic. */
  isReady(): Promise<boolean>;
  scrape(accept: string | undefined): Promise<Exposition>;
  metricsToken: string | undefined;
}

const probe = { config: { isProbe: true } };

/** What balancers, supervisors and Prometheus ask. None of it needs to know who asks, and none is ever refused as too much. */
export function registerProbes(server: FastifyInstance, options: ProbeOptions): void {
  const { drain, isReady, scrape, metricsToken } = options;
  server.get("/health", probe, async () => ({ status: "alive" }));
  server.get("/ready", probe, async (_request, reply) => {
    const isTaking = !drain.isStopping && (await isReady());
    return reply.code(isTaking ? 200 : 503).send({ status: isTaking ? "ready" : "not ready" });
  });
  server.get("/metrics", probe, async (request, reply) => {
    reply.header("cache-control", "private, no-store");
    const answer = mayScrape(request.raw, metricsToken);
    if (!answer.isAllowed) {
      if (answer.status === 401) reply.header("www-authenticate", "Bearer");
      return reply.code(answer.status).type("text/plain; charset=utf-8").send(`${answer.message}\n`);
    }
    const { contentType, body } = await scrape(request.headers.accept);
    return reply.type(contentType).send(body);
  });
}
