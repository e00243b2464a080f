import type { FastifyInstance } from "fastify";
import type { Endpoint } from "../../../shared/kernel/endpoint.ts";
import { errorStatus } from "../../../shared/kernel/error.ts";
import { openApiDocument } from "./openapi.ts";
import { problemText } from "./problem-texts.ts";
import type { Ready } from "./ready.ts";
import type { SharedAnswer } from "./ready-page.ts";

export interface ApiDocsOptions {
  endpoints: Endpoint[];
  publicUrl: string;
  /** The stylesheet's address, when the browser files are built. */
  stylesheets: string[];
  ready: Ready;
}

/** `/api/openapi.json`, and the same for people at `/api/docs`; each is made once, when it is first asked for. */
export function registerApiDocs(server: FastifyInstance, options: ApiDocsOptions): void {
  const serve = (path: string, contentType: string, bodyOf: () => string) => {
    let made: SharedAnswer | undefined;
    const make = async () => {
      made ??= { body: bodyOf(), contentType, tags: [], cacheControl: "public, max-age=300" };
      return made;
    };
    server.get(path, (request, reply) => options.ready.serve(request, reply, { key: path, make }));
  };
  serve("/api/openapi.json", "application/json; charset=utf-8", () =>
    JSON.stringify(openApiDocument(options.endpoints, options.publicUrl)),
  );
  serve("/api/docs", "text/html; charset=utf-8", () => docsPage(options));
}

function docsPage({ endpoints, stylesheets }: ApiDocsOptions): string {
  const tags = [...new Set(endpoints.map((endpoint) => endpoint.tag))];
  const sections = tags.map((tag) => {
    const articles = endpoints.filter((endpoint) => endpoint.tag === tag).map(endpointArticle);
    return `<section aria-labelledby="tag-${tag}"><h2 id="tag-${tag}">${escapeHtml(tag)}</h2>${articles.join("")}</section>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>API – WorkshopsAI CMS</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${stylesheets.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`).join("")}
</head><body><a class="skip-link" href="#content">Skip to content</a>
<main id="content" class="page site-main"><div class="prose">
<h1>API</h1>
<p>Everything the site and the studio do goes through these endpoints. The machine-readable description is
<a href="/api/openapi.json">OpenAPI 3.1</a>. Errors are problems (RFC 9457) with a stable <code>code</code>, the fields
that are wrong, a sentence in the reader’s language and a request id. A POST that creates something accepts an
<code>Idempotency-Key</code>: a retry with the same key gets the first answer again.</p>
<nav aria-label="Sections"><ul>${tags.map((tag) => `<li><a href="#tag-${tag}">${escapeHtml(tag)}</a></li>`).join("")}<li><a href="#errors">errors</a></li></ul></nav>
${sections.join("")}
<section aria-labelledby="errors"><h2 id="errors">errors</h2>
<table><thead><tr><th scope="col">code</th><th scope="col">status</th><th scope="col">meaning</th></tr></thead><tbody>${errorRows()}</tbody></table>
</section></div></main></body></html>`;
}

function endpointArticle(endpoint: Endpoint): string {
  const { id, method, path, summary, access, errors = [] } = endpoint;
  const facts = [
    `<dt>who</dt><dd>${escapeHtml(access === "public" ? "anyone" : access === "signed_in" ? "anyone signed in" : access)}</dd>`,
    errors.length > 0
      ? `<dt>errors</dt><dd>${errors.map((code) => `<a href="#${code}">${code}</a>`).join(", ")}</dd>`
      : "",
  ];
  return `<article aria-labelledby="${id}"><h3 id="${id}"><code>${method} ${escapeHtml(path)}</code></h3><p>${escapeHtml(summary)}</p><dl>${facts.join("")}</dl></article>`;
}

function errorRows(): string {
  return Object.entries(errorStatus)
    .map(([code, status]) => {
      const text = problemText(code as keyof typeof errorStatus, "en");
      return `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${escapeHtml(text)}</td></tr>`;
    })
    .join("");
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0) ?? 0};`);
