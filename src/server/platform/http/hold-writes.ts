import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../../../shared/kernel/error.ts";
import type { Maintenance } from "../maintenance/maintenance.ts";
import { isWrite } from "./payer-of.ts";

const retryAfterSeconds = 120;
/** Who may do more shows only after signing in; a login session more or less is nothing that would be missed. */
const signingIn = /^\/(?:api\/v1|en|pl)\/account\/sign-(?:in|out)(?:\?|$)/;
const operating = /^\/api\/v1\/studio\/operations\//;

/**
 * During maintenance everything can be read and nothing be changed, except by administrators on the operations page.
 * Requests that only read are not even looked at.
 */
export function holdWrites(server: FastifyInstance, maintenance: Pick<Maintenance, "state">): void {
  server.addHook("onRequest", async (request) => {
    if (!isWrite(request) || mayGoOn(request)) return;
    const state = await maintenance.state();
    if (!state) return;
    throw new AppError("maintenance", { retryAfterSeconds, ...(state.notice ? { notice: state.notice } : {}) });
  });
}

function mayGoOn({ url, actor }: FastifyRequest): boolean {
  const isAdmin = actor.kind === "person" && actor.role === "admin";
  return signingIn.test(url) || (isAdmin && operating.test(url));
}
