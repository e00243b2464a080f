import type { Client } from "./client.ts";

export interface GraphqlReply {
  status: number;
  data: unknown;
  errors: { message: string; path?: (string | number)[]; extensions: { code: string; [detail: string]: unknown } }[];
  headers: Record<string, unknown>;
}

/** Asks `/api/graphql` as the client. */
export async function ask(client: Client, query: string, variables: object = {}): Promise<GraphqlReply> {
  return post(client, { query, variables });
}

/** Sends a whole body, for what a query alone cannot say. */
export async function post(client: Client, body: object, headers: Record<string, string> = {}): Promise<GraphqlReply> {
  const answer = await client.request({ method: "POST", url: "/api/graphql", payload: body, headers });
  return read(answer);
}

/** Asks in an address, as clients do for queries that are known by their hash. */
export async function get(client: Client, parameters: Record<string, string>): Promise<GraphqlReply> {
  return read(await client.request({ url: `/api/graphql?${new URLSearchParams(parameters)}` }));
}

function read({ status, text, headers }: Awaited<ReturnType<Client["request"]>>): GraphqlReply {
  const { data, errors = [] } = JSON.parse(text);
  return { status, data, errors, headers };
}
