import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from "../../../shared/kernel/endpoint.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { Actor } from "../authz/actor.ts";

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
}

/** What a handler answers with: the contract's response, whatever when it has none, or a body that is not JSON. */
type Handled<E extends Endpoint> = RawResponse | (ResponseOf<E> extends undefined ? unknown : ResponseOf<E>);

/** Ties a contract to the use case that serves it. */
export function route<E extends Endpoint>(endpoint: E, handle: (context: Context<E>) => Promise<Handled<E>>): Route {
  return { endpoint, handle: handle as Route["handle"] };
}

/** A body that is not JSON. */
export class RawResponse {
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly filename: string | undefined;

  constructor(contentType: string, body: string | Buffer, filename?: string) {
    this.contentType = contentType;
    this.body = body;
    this.filename = filename;
  }
}

export function rawResponse(content: { contentType: string; body: string | Buffer; filename?: string }): RawResponse {
  return new RawResponse(content.contentType, content.body, content.filename);
}
