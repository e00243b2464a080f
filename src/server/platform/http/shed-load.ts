import type { FastifyInstance } from "fastify";
import { AppError } from "../../../shared/kernel/error.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { Log } from "../logging/log.ts";
import { languageOf } from "./api.ts";
import type { Pages } from "./page-route.ts";
import { readerOf } from "./pages.ts";
import { problemContentType, toProblem } from "./problem.ts";
import { problemText } from "./problem-texts.ts";

export interface SheddingOptions {
  log: Pick<Log, "warn" | "info">;
  /** Milliseconds that the event loop may be late. */
  shedLagMs: number;
  loopLag: { readonly milliseconds: number };
  renderFailure: Pages["renderFailure"];
}

const retryAfterSeconds = 2;
/** Whoever watches the process must see that it lives, most of all now. */
const alwaysAnswered = /^\/(?:health|ready|metrics)(?:\?|$)/;

/**
 * Answers 503 at once while the event loop is late: better some who wait two seconds than all who wait for a minute.
 * Told in the log when it begins and ends, not per request.
 */
export function shedLoad(server: FastifyInstance, options: SheddingOptions): void {
  const { log, shedLagMs, loopLag } = options;
  const pages = new Map<Language, string>();
  let refused = 0;

  /** The same for all who read a language, made once: a page costs as much as what is being refused. */
  function pageIn(language: Language): string {
    const known = pages.get(language);
    if (known !== undefined) return known;
    const failure = { status: 503, title: problemText("unavailable", language), requestId: "" };
    const reader = { actor: { kind: "anonymous" as const }, language, url: `/${language}` };
    const page = options.renderFailure(failure, reader);
    pages.set(language, page);
    return page;
  }

  server.addHook("onRequest", async (request, reply) => {
    const { milliseconds } = loopLag;
    if (milliseconds <= shedLagMs) {
      if (refused > 0) log.info({ refused }, "no longer refusing requests");
      refused = 0;
      return;
    }
    if (alwaysAnswered.test(request.url)) return;
    refused += 1;
    if (refused === 1) log.warn({ lagMilliseconds: Math.round(milliseconds) }, "overloaded: refusing requests");
    reply.code(503).header("cache-control", "private, no-store").header("retry-after", retryAfterSeconds);
    if (!request.url.startsWith("/api/") && (request.headers.accept ?? "").includes("text/html")) {
      return reply.type("text/html; charset=utf-8").send(pageIn(readerOf(request).language));
    }
    const problem = toProblem(new AppError("unavailable", { retryAfterSeconds }), languageOf(request), request.id);
    return reply.type(problemContentType).send(JSON.stringify(problem));
  });
}
