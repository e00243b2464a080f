import type { Language } from "../../../shared/kernel/locale.ts";
import type { Actor } from "../authz/actor.ts";

/** Who reads a page, in which language, and where: path and query as asked for. */
export interface Reader {
  actor: Actor;
  language: Language;
  url: string;
}

/** What a server-rendered page gets. Nothing here is validated yet but the language. */
export interface PageContext extends Reader {
  params: Record<string, string>;
  query: Record<string, string>;
  /** The fields of a posted form; empty for GET. */
  form: Record<string, string>;
  address: string;
  /** The `Cookie` header. */
  cookies: string | undefined;
  requestId: string;
}

export type PageAnswer =
  | { html: string; status?: number; headers?: Record<string, string | string[]> }
  | { redirect: string; status?: 301 | 302 | 303 | 308; headers?: Record<string, string | string[]> }
  | { body: string; contentType: string; headers?: Record<string, string | string[]> };

/** A page of the public site. `path` has `:name` for parameters; `:language` is always en or pl. */
export interface PageRoute {
  method: "GET" | "POST";
  path: string;
  handle(context: PageContext): Promise<PageAnswer>;
}

export interface PageFailure {
  status: number;
  title: string;
  requestId: string;
}

/** The public site: its routes, and how it shows a failure. */
export interface Pages {
  routes: PageRoute[];
  renderFailure(failure: PageFailure, reader: Reader): string;
}
