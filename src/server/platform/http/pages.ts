import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isLanguage, type Language, preferredLanguage } from "../../../shared/kernel/locale.ts";
import { networkOf } from "../limits/network-of.ts";
import type { PageAnswer, PageContext, PageRoute, Reader, SharedPageRoute } from "./page-route.ts";
import type { Ready } from "./ready.ts";
import { validated } from "./validate.ts";

const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Registers the server-rendered pages. A page under a language other than ours is not found. */
export function registerPages(server: FastifyInstance, { routes, ready }: { routes: PageRoute[]; ready: Ready }): void {
  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path.replace("/:language", "/:language(^en|pl$)"),
      handler: async (request, reply) =>
        "make" in route
          ? sendShared(ready, route, { request, reply })
          : sendPage(reply, await route.handle(pageContext(request))),
    });
  }
}

async function sendShared(
  ready: Ready,
  route: SharedPageRoute,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const context = pageContext(request);
  const { handleSignedIn } = route;
  if (handleSignedIn && context.actor.kind === "person") return sendPage(reply, await handleSignedIn(context));
  const { language, params, query } = context;
  const url = route.address({ language, params, query });
  const make = () => route.make({ language, params, query, url });
  return ready.serve(request, reply, { key: url, isForAnonymous: handleSignedIn !== undefined, make });
}

/** Who reads, and in which language: that of the path, else the browser's. */
export function readerOf(request: FastifyRequest): Reader {
  return { actor: request.actor, language: pageLanguage(request), url: request.url };
}

/** By the route's own reading of the path: `/%65n` and `http://host/en` are English to it, and must be so to the page. */
function pageLanguage({ params, url, headers }: FastifyRequest): Language {
  const fromRoute = (params as Record<string, string> | undefined)?.language;
  if (isLanguage(fromRoute)) return fromRoute;
  const fromPath = url.split(/[/?]/)[1];
  return isLanguage(fromPath) ? fromPath : preferredLanguage(headers["accept-language"]);
}

function pageContext(request: FastifyRequest): PageContext {
  const reader = readerOf(request);
  return {
    ...reader,
    params: (request.params ?? {}) as Record<string, string>,
    query: fields(request.query, reader.language),
    form: fields(request.body, reader.language),
    address: networkOf(request.ip),
    cookies: request.headers.cookie,
    requestId: request.id,
  };
}

/** Single values only: of a repeated field the last one counts. */
function fields(value: unknown, language: PageContext["language"]): Record<string, string> {
  const read = validated(Fields, value ?? {}, language) as z.infer<typeof Fields>;
  return Object.fromEntries(
    Object.entries(read).map(([name, field]) => [name, typeof field === "string" ? field : (field.at(-1) ?? "")]),
  );
}

function sendPage(reply: FastifyReply, answer: PageAnswer): FastifyReply {
  reply.header("cache-control", "private, no-store").headers(answer.headers ?? {});
  if ("redirect" in answer) return reply.redirect(answer.redirect, answer.status ?? 303);
  return reply
    .code(answer.status ?? 200)
    .type("text/html; charset=utf-8")
    .send(answer.html);
}
