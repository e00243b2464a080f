import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/**
 * Serves the built browser files under `/assets`. Their names carry a hash of their content, so they never change and
 * may be kept for a year.
 */
export async function registerAssets(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(folder, "assets"),
    prefix: "/assets/",
    index: false,
    preCompressed: true,
    maxAge: "365d",
    immutable: true,
  });
}
