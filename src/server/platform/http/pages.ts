import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isLanguage, preferredLanguage } from "../../../shared/kernel/locale.ts";
import type { PageAnswer, PageContext, PageRoute, Reader } from "./page-route.ts";
import { validated } from "./validate.ts";

const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** Registers the server-rendered pages. A page under a language other than ours is not found. */
export function registerPages(server: FastifyInstance, routes: PageRoute[]): void {
  for (const route of routes) {
    server.route({
      method: route.method,
      url: route.path.replace("/:language", "/:language(^en|pl$)"),
      handler: async (request, reply) => sendPage(reply, await route.handle(pageContext(request))),
    });
  }
}

/** Who reads, and in which language: that of the path, else the browser's. */
export function readerOf(request: FastifyRequest): Reader {
  const fromPath = request.url.split(/[/?]/)[1];
  const language = isLanguage(fromPath) ? fromPath : preferredLanguage(request.headers["accept-language"]);
  return { actor: request.actor, language, url: request.url };
}

function pageContext(request: FastifyRequest): PageContext {
  const reader = readerOf(request);
  return {
    ...reader,
    params: (request.params ?? {}) as Record<string, string>,
    query: fields(request.query, reader.language),
    form: fields(request.body, reader.language),
    address: request.ip,
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
  reply.header("cache-control", "no-store").headers(answer.headers ?? {});
  if ("redirect" in answer) return reply.redirect(answer.redirect, answer.status ?? 303);
  if ("body" in answer) return reply.type(answer.contentType).send(answer.body);
  return reply
    .code(answer.status ?? 200)
    .type("text/html; charset=utf-8")
    .send(answer.html);
}
