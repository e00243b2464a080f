import { once } from "node:events";
import { type AddressInfo, createConnection, createServer, type Socket } from "node:net";

export interface TcpProxy {
  port: number;
  /** Holds back what the server answers for so long. */
  delay(milliseconds: number): void;
  /** Ends all connections at once; new ones are taken. */
  cut(): void;
  /** While true, new connections are ended as soon as they come; a number ends so many of the next ones. */
  refuse(refused: boolean | number): void;
  /** How many connections have come, the refused ones among them. */
  readonly came: number;
  /** While true, nothing passes in either direction and no connection ends: a network that swallows everything. */
  swallow(isSwallowing: boolean): void;
  close(): Promise<void>;
}

/** Stands between a client and a server on the loopback, for tests of what a bad network does. */
export async function startTcpProxy(target: { port: number } | { path: string }): Promise<TcpProxy> {
  const state = { delayMs: 0, toRefuse: 0, isSwallowing: false, came: 0 };
  const isSwallowing = () => state.isSwallowing;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    state.came++;
    if (state.toRefuse > 0) {
      state.toRefuse--;
      client.destroy();
      return;
    }
    const upstream = createConnection(target);
    for (const socket of [client, upstream]) sockets.add(socket.once("close", () => sockets.delete(socket)));
    passOn(client, upstream, { delayMs: () => 0, isSwallowing });
    passOn(upstream, client, { delayMs: () => state.delayMs, isSwallowing });
  });

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    delay: (milliseconds) => {
      state.delayMs = milliseconds;
    },
    cut,
    refuse: (refused) => {
      state.toRefuse = refused === true ? Number.POSITIVE_INFINITY : Number(refused);
    },
    get came() {
      return state.came;
    },
    swallow: (isSwallowing) => {
      state.isSwallowing = isSwallowing;
    },
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}

/** What comes from one socket goes to the other, which ends with it. */
function passOn(from: Socket, to: Socket, { delayMs, isSwallowing }: { delayMs(): number; isSwallowing(): boolean }) {
  // What was held back goes before what came later, also when the delay has ended meanwhile.
  const held: Buffer[] = [];
  const next = () => {
    const chunk = held.shift();
    if (chunk && to.writable) to.write(chunk);
  };
  from.on("data", (chunk: Buffer) => {
    if (isSwallowing()) return;
    held.push(chunk);
    if (held.length === 1 && delayMs() === 0) next();
    else setTimeout(next, delayMs());
  });
  from.on("error", () => undefined);
  from.on("close", () => to.destroy());
}

/** The same before a database. Also gives the address of the database behind it. */
export async function startDatabaseProxy(databaseUrl: string): Promise<TcpProxy & { url: string }> {
  const url = new URL(databaseUrl);
  const folder = url.searchParams.get("host");
  const port = Number(url.port || 5432);
  const proxy = await startTcpProxy(folder ? { path: `${folder}/.s.PGSQL.${port}` } : { port });
  url.searchParams.delete("host");
  url.searchParams.delete("port");
  url.hostname = "127.0.0.1";
  url.port = String(proxy.port);
  return Object.assign(proxy, { url: url.href });
}
