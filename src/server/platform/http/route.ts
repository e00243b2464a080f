import type { Readable } from "node:stream";
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from "../../../shared/kernel/endpoint.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { Actor } from "../authz/actor.ts";
import type { LiveAnswer } from "./event-stream.ts";

/** What a handler may set on the answer besides its body. */
export interface Reply {
  header(name: string, value: string | string[]): void;
  status(code: number): void;
}

/** What a handler gets: input that has passed the contract, and who asks. */
export interface Context<E extends Endpoint = Endpoint> {
  actor: Actor;
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  /** The reader's language: of the request, else of the person, else the browser's. */
  language: Language;
  /** The caller's address, for throttling only; never stored or logged. */
  address: string;
  requestId: string;
  reply: Reply;
}

export interface Route {
  endpoint: Endpoint;
  handle(context: Context): Promise<unknown>;
  /** Of an answer that is the same for everyone: the tags of what it shows. It is then kept as bytes. */
  tagsOf?(value: unknown, context: SharedContext): readonly string[] | Promise<readonly string[]>;
}

/** All that an answer may depend on which is the same for everyone. */
export type SharedContext<E extends Endpoint = Endpoint> = Pick<Context<E>, "params" | "query">;

/** What a handler answers with: the contract's response, whatever when it has none, a body that is not JSON, or one that goes on. */
type Handled<E extends Endpoint> =
  | RawResponse
  | LiveAnswer
  | (ResponseOf<E> extends undefined ? unknown : ResponseOf<E>);

/** Ties a contract to the use case that serves it. */
export function route<E extends Endpoint>(endpoint: E, handle: (context: Context<E>) => Promise<Handled<E>>): Route {
  return { endpoint, handle: handle as Route["handle"] };
}

/**
 * Ties a contract whose answer is the same for everyone to its use case, which gets nothing else to depend on. The tags
 * say what drops the answer from this and every other cache.
 */
export function sharedRoute<E extends Endpoint>(
  endpoint: E,
  handle: (context: SharedContext<E>) => Promise<ResponseOf<E>>,
  tagsOf: (value: ResponseOf<E>, context: SharedContext<E>) => readonly string[] | Promise<readonly string[]>,
): Route {
  return { endpoint, handle: ({ params, query }) => handle({ params, query } as never), tagsOf: tagsOf as never };
}

/** A body that is not JSON. */
export class RawResponse {
  readonly contentType: string;
  readonly body: string | Buffer | Readable;
  readonly filename: string | undefined;

  constructor(contentType: string, body: string | Buffer | Readable, filename?: string) {
    this.contentType = contentType;
    this.body = body;
    this.filename = filename;
  }
}

export function rawResponse(content: {
  contentType: string;
  body: string | Buffer | Readable;
  filename?: string;
}): RawResponse {
  return new RawResponse(content.contentType, content.body, content.filename);
}
