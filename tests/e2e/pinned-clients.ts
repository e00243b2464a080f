import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Server } from "./server.ts";

export interface Sent {
  method?: string;
  body?: object;
  cookie?: string;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  text: string;
  /** What a JSON answer may hold, of all that tests look at. */
  json: Partial<Body>;
}

interface Body {
  id: string;
  version: number;
  status: string;
  slugs: { en?: string };
  seatsLeft: number;
}

/** A connection that is kept, and so always reaches the same one of several processes. */
export interface PinnedClient {
  pid: number;
  send(path: string, sent?: Sent): Promise<Answer>;
}

const bothWithinMs = 30_000;

/** One request, on a connection of its own unless an agent is given. */
export async function sendTo({ url }: Pick<Server, "url">, path: string, sent: Sent & { agent?: Agent } = {}) {
  const { method = "GET", body, cookie, headers = {}, agent } = sent;
  const { hostname, port } = new URL(url);
  const outgoing = request({
    ...{ host: hostname === "localhost" ? "127.0.0.1" : hostname, port, path, method },
    agent: agent ?? false,
    headers: {
      ...(body ? { "content-type": "application/json" } : {}),
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
  });
  outgoing.end(body ? JSON.stringify(body) : undefined);
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  const localPort = response.socket.localPort;
  const text = Buffer.concat(await response.toArray()).toString();
  const isJson = /json/.test(response.headers["content-type"] ?? "");
  const answer = {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text,
    json: (isJson && text ? JSON.parse(text) : {}) as Partial<Body>,
  };
  return { ...answer, localPort };
}

/** A client for each process that serves. The server's log, at level info and in JSON, tells them apart. */
export async function clientOfEach(server: Server, count: number): Promise<PinnedClient[]> {
  const clients = new Map<number, PinnedClient>();
  const deadline = Date.now() + bothWithinMs;
  while (clients.size < count) {
    if (Date.now() > deadline) throw new Error(`only ${clients.size} of ${count} processes answer`);
    for (const client of await Promise.all(Array.from({ length: 6 }, () => pinnedClient(server)))) {
      clients.set(client.pid, client);
    }
  }
  return [...clients.values()];
}

async function pinnedClient(server: Server): Promise<PinnedClient> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { headers, localPort: ownPort } = await sendTo(server, "/api/v1/me/profile", { agent });
  const pid = await pidThatAnswered(server, String(headers["x-request-id"]));
  return {
    pid,
    async send(path, sent) {
      const { localPort, ...answer } = await sendTo(server, path, { ...sent, agent });
      if (localPort !== ownPort) throw new Error(`the connection to process ${pid} was closed`);
      return answer;
    },
  };
}

async function pidThatAnswered(server: Server, requestId: string): Promise<number> {
  const deadline = Date.now() + bothWithinMs;
  for (;;) {
    const line = server.printed.split("\n").find((each) => each.includes(requestId));
    if (line) return (JSON.parse(line) as { pid: number }).pid;
    if (Date.now() > deadline) throw new Error(`no process logged the request ${requestId}`);
    await delay(20);
  }
}
