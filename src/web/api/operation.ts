import type { BodyInput, Endpoint, ParamsInput, QueryInput, ResponseOf } from "../../shared/kernel/endpoint.ts";
import { ApiError, type ApiProblem } from "./api-error.ts";

/** The parts of a call: each is asked for exactly when the contract has it. */
export type CallInput<E extends Endpoint> = Part<"params", ParamsInput<E>> &
  Part<"query", QueryInput<E>> &
  Part<"body", BodyInput<E>> & { signal?: AbortSignal | undefined; idempotencyKey?: string | undefined };

type Part<Name extends string, Value> = Value extends undefined
  ? { [K in Name]?: undefined }
  : Record<string, never> extends Value
    ? { [K in Name]?: Value }
    : { [K in Name]: Value };

export type Operation<E extends Endpoint> = (input: CallInput<E>) => Promise<ResponseOf<E>>;

/**
 * A call of one endpoint. Method and path are repeated here so that no schema reaches the browser; the compiler refuses
 * any that the contract does not have.
 * @throws {ApiError} for an answer that is a problem, and (code `offline`) when there was no answer
 */
export function operation<E extends Endpoint>(method: E["method"], path: E["path"]): Operation<E> {
  return async ({ params, query, body, signal, idempotencyKey }) => {
    const response = await send(addressOf(path, params, query), {
      method,
      ...(signal ? { signal } : {}),
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
        "accept-language": document.documentElement.lang || "en",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 204) return undefined as ResponseOf<E>;
    if (response.ok) return (await response.json()) as ResponseOf<E>;
    throw new ApiError(await problemOf(response));
  };
}

async function send(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, credentials: "same-origin" });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError({ code: "offline", status: 0, title: "", requestId: "" });
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const isProblem = response.headers.get("content-type")?.startsWith("application/problem+json");
  if (isProblem) return (await response.json()) as ApiProblem;
  const requestId = response.headers.get("x-request-id") ?? "";
  return { code: "internal", status: response.status, title: response.statusText, requestId };
}

function addressOf(path: string, params: unknown, query: unknown): string {
  const values = (params ?? {}) as Record<string, string | number>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const given = Object.entries((query ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return search ? `${filled}?${search}` : filled;
}
