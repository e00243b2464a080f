import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * Serves the built browser files under `/assets`, from the compressed files that the build put beside them where the
 * client takes one. Their names carry a hash of their content, so they never change and may be kept for a year. Pages of
 * any origin may load them: with a CDN before the files, the site's own pages come from another origin than these.
 */
export async function registerAssets(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(async (scope) => {
    scope.addHook("onRequest", async (_request, reply) => {
      reply.headers(headers);
    });
    await scope.register(fastifyStatic, {
      root: join(folder, "assets"),
      prefix: "/assets/",
      index: false,
      preCompressed: true,
      maxAge: "365d",
      immutable: true,
    });
  });
}

const headers = {
  vary: "accept-encoding",
  "access-control-allow-origin": "*",
  "cross-origin-resource-policy": "cross-origin",
};
