import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Value = string | number;

/** A span as it arrived, with its attributes as an object. */
export interface ReceivedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  attributes: Record<string, Value>;
  /** 2 is an error. */
  status: { code?: number };
  resource: Record<string, Value>;
}

export interface OtlpReceiver {
  url: string;
  spans(): ReceivedSpan[];
  /** Everything that was sent, as it came. */
  readonly bodies: string[];
  readonly headers: IncomingHttpHeaders[];
  /** Takes what comes without an answer, until told to go on. */
  hold(): void;
  goOn(): void;
  /** Answers with this status from now on; 200 again takes what comes. */
  answerWith(status: number): void;
  close(): Promise<void>;
  /** Comes back on the same port. */
  open(): Promise<void>;
}

interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number | string };
}
interface Sent {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: (Omit<ReceivedSpan, "attributes" | "resource"> & { attributes: Attribute[] })[] }[];
  }[];
}

/** A collector of traces on the loopback: it speaks OTLP over HTTP, in JSON. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const bodies: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const held: ServerResponse[] = [];
  let isHolding = false;
  let status = 200;
  const server = createServer(async (request, response) => {
    if (request.method !== "POST" || request.url !== "/v1/traces") return response.writeHead(404).end();
    bodies.push(Buffer.concat(await request.toArray()).toString());
    headers.push(request.headers);
    response.writeHead(status, { "content-type": "application/json" });
    if (isHolding) held.push(response);
    else response.end("{}");
  });
  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    bodies,
    headers,
    spans: () => bodies.flatMap((body) => spansOf(JSON.parse(body) as Sent)),
    hold() {
      isHolding = true;
    },
    goOn() {
      isHolding = false;
      for (const response of held.splice(0)) response.end("{}");
    },
    answerWith(next) {
      status = next;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    open: () => listen(port),
  };
}

const spansOf = ({ resourceSpans }: Sent): ReceivedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        ...span,
        attributes: asObject(span.attributes),
        resource: asObject(resource.attributes),
      })),
    ),
  );

const asObject = (attributes: Attribute[]): Record<string, Value> =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));
