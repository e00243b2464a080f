import type { FastifyInstance } from "fastify";
import type { BodyInput, Endpoint, ParamsInput, QueryInput, ResponseOf } from "../../shared/kernel/endpoint.ts";

export interface CallInput<E extends Endpoint> {
  params?: ParamsInput<E>;
  query?: QueryInput<E>;
  body?: BodyInput<E>;
  headers?: Record<string, string>;
}

export interface CallAnswer<E extends Endpoint> {
  status: number;
  /** What the contract promises on success; a problem otherwise. Text for endpoints that do not answer with JSON. */
  body: ResponseOf<E>;
  problem: { code: string; issues?: { field: string; code: string }[]; [detail: string]: unknown };
  headers: Record<string, unknown>;
}

export interface Client {
  call<E extends Endpoint>(endpoint: E, input?: CallInput<E>): Promise<CallAnswer<E>>;
  /** The body of a successful call. @throws {Error} for any other status, with the answer */
  ok<E extends Endpoint>(endpoint: E, input?: CallInput<E>): Promise<ResponseOf<E>>;
  /** Any request, for pages and bad input. */
  request(options: RawRequest): Promise<{ status: number; text: string; headers: Record<string, unknown> }>;
}

export interface RawRequest {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  payload?: string | Buffer | object;
  headers?: Record<string, string>;
}

/** Calls the server without a network, as the bearer of the cookie. Every successful answer is held to its contract. */
export function clientOf(server: FastifyInstance, cookie: string | undefined): Client {
  const inject = ({ method = "GET", url, payload, headers = {} }: RawRequest) =>
    server.inject({
      method,
      url,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });

  async function call<E extends Endpoint>(endpoint: E, input: CallInput<E> = {}): Promise<CallAnswer<E>> {
    const { params, query, body, headers } = input;
    const answer = await inject({
      method: endpoint.method,
      url: addressOf(endpoint.path, params, query),
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const isJson = String(answer.headers["content-type"] ?? "").includes("json");
    const content = isJson ? answer.json() : answer.body;
    const isSuccess = answer.statusCode < 300;
    if (isSuccess && endpoint.response) endpoint.response.parse(content);
    return {
      status: answer.statusCode,
      body: content as ResponseOf<E>,
      problem: isSuccess ? { code: "none" } : content,
      headers: answer.headers,
    };
  }

  return {
    call,
    async ok(endpoint, input) {
      const answer = await call(endpoint, input);
      if (answer.status >= 300) throw new Error(`${endpoint.id}: ${answer.status} ${JSON.stringify(answer.problem)}`);
      return answer.body;
    },
    async request(options) {
      const answer = await inject(options);
      return { status: answer.statusCode, text: answer.body, headers: answer.headers };
    },
  };
}

function addressOf(path: string, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, string>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const given = Object.entries((query ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${filled}?${search}` : filled;
}
