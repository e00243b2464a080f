import type { FastifyRequest } from "fastify";
import type { Payer } from "../limits/limiter.ts";
import { networkOf } from "../limits/network-of.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request may change something. */
export const isWrite = ({ method, routeOptions }: FastifyRequest): boolean =>
  !safeMethods.has(method) && !routeOptions.config.onlyReads;

/** Names of path parameters that a single respondent or guest has. */
const keyParameters = ["responseId", "invitation", "invitationId", "enrolmentToken", "token"];
/** Where an anonymous body names the account it is about: signing in, registering, forgotten passwords, mailed links. */
const accountPath = /^\/(?:api\/v\d+|en|pl)\/account\//;

/**
 * Whose account a request is counted on: the person; else what it names; else its network. Undefined when its body has to
 * be read first.
 */
export function payerOf(request: FastifyRequest): Payer | undefined {
  const { actor, routeOptions, params } = request;
  const network = networkOf(request.ip);
  const inPath = keyParameters.map((name) => (params as Record<string, unknown> | undefined)?.[name]).find(isName);
  // Where the log may not say who called, no count may either.
  if (actor?.kind === "person" && !routeOptions.config.isUnlinkable) return { kind: "person", id: actor.personId };
  if (inPath !== undefined) return { kind: "key", id: inPath, network };
  if (!isWrite(request) || !accountPath.test(request.url)) return { kind: "network", network };
  if (request.body === undefined) return undefined;
  const { email, token } = (request.body ?? {}) as Record<string, unknown>;
  const inBody = isName(email) ? email.trim().toLowerCase() : token;
  return isName(inBody) ? { kind: "key", id: inBody, network } : { kind: "network", network };
}

const isName = (value: unknown): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= 2_000;
