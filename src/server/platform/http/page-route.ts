import type { Language } from "../../../shared/kernel/locale.ts";
import type { Actor } from "../authz/actor.ts";
import type { SharedAnswer } from "./ready-page.ts";

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
  | { redirect: string; status?: 301 | 302 | 303 | 308; headers?: Record<string, string | string[]> };

/** A page of the public site. `path` has `:name` for parameters; `:language` is always en or pl. */
export type PageRoute = OwnPageRoute | SharedPageRoute;

/** A page that is made anew for whoever asks, and kept nowhere. */
export interface OwnPageRoute {
  method: "GET" | "POST";
  path: string;
  handle(context: PageContext): Promise<PageAnswer>;
}

/** All that a page may depend on which is the same for everyone. */
export interface SharedPageContext {
  language: Language;
  /** The page's address as `address` gave it: without what it does not know. */
  url: string;
  params: Record<string, string>;
  query: Record<string, string>;
}

/** A page that is the same for everyone: made once for each address, then kept as bytes. */
export interface SharedPageRoute {
  method: "GET";
  path: string;
  /** The page's one address: known parameters only, checked, in one order. @throws {AppError} not_found */
  address(context: Omit<SharedPageContext, "url">): string;
  make(context: SharedPageContext): Promise<SharedAnswer>;
  /** What readers who are signed in get instead. */
  handleSignedIn?(context: PageContext): Promise<PageAnswer>;
}

export interface PageFailure {
  status: number;
  title: string;
  requestId: string;
  /** True when the site is held still on purpose, which the title then says. */
  isMaintenance?: boolean;
}

/** The public site: its routes, and how it shows a failure. */
export interface Pages {
  routes: PageRoute[];
  renderFailure(failure: PageFailure, reader: Reader): string;
}
