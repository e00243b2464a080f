import { type AddressInfo, connect } from "node:net";
import type { FastifyInstance } from "fastify";

export interface RawAnswer {
  status: number;
  /** Lower-case names; values of a repeated header joined by a line break. */
  headers: Record<string, string>;
  body: Buffer;
}

/** Sends exactly these lines over a connection of its own and reads the answer to its end. */
export function rawRequest(port: number, lines: readonly string[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(`${lines.join("\r\n")}\r\n\r\n`, "latin1"));
    socket.setTimeout(20_000, () => socket.destroy(new Error(`no answer to ${lines[0]?.slice(0, 100)}`)));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("end", () => {
      socket.end();
      resolve(readAnswer(Buffer.concat(chunks)));
    });
  });
}

/** Lets the server listen on a free port of the loopback: only there is what stands before the framework asked. */
export async function listenOn(server: FastifyInstance): Promise<number> {
  await server.listen({ host: "127.0.0.1", port: 0 });
  return (server.server.address() as AddressInfo).port;
}

/** A GET that closes its connection. */
export function rawGet(port: number, target: string, headers: readonly string[] = []): Promise<RawAnswer> {
  return rawRequest(port, [`GET ${target} HTTP/1.1`, "Host: localhost", "Connection: close", ...headers]);
}

function readAnswer(bytes: Buffer): RawAnswer {
  const end = bytes.indexOf("\r\n\r\n");
  const [first = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const at = line.indexOf(":");
    const name = line.slice(0, at).toLowerCase();
    const value = line.slice(at + 1).trim();
    headers[name] = name in headers ? `${headers[name]}\n${value}` : value;
  }
  return { status: Number(first.split(" ")[1]), headers, body: bytes.subarray(end + 4) };
}
