import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { type Socket, Server as SocketServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

export interface Leaving {
  /** Whether other processes go on serving the same port. */
  isReplaced: boolean;
  /** Time for balancers and clients to notice, before connections without a request are closed. */
  noticeMs: number;
  /** Requests that still run after this long are cut off. */
  finishWithinMs: number;
}

/** Takes a server out of service without failing a request. */
export interface Drain {
  /** The process goes away and nobody takes its place: `/ready` says no. */
  readonly isStopping: boolean;
  /** Every answer from now on asks for its connection to be closed. */
  readonly isLeaving: boolean;
  /** To be called once, before the server listens. */
  watch(server: Server): void;
  /** Calls the listener when the process begins to leave, to end what would never end by itself. */
  onLeaving(listener: () => void): void;
  /** Resolves when the server has no connection any more. */
  leave(leaving: Leaving): Promise<void>;
}

const lookEveryMs = 20;

export function createDrain(): Drain {
  const sockets = new Set<Socket>();
  const listeners: (() => void)[] = [];
  let server: Server | undefined;
  let isStopping = false;
  let left: Promise<void> | undefined;

  return {
    get isStopping() {
      return isStopping;
    },
    get isLeaving() {
      return left !== undefined;
    },
    watch(watched) {
      server = watched;
      watched.on("connection", (socket) => {
        sockets.add(socket);
        socket.once("close", () => sockets.delete(socket));
      });
    },
    onLeaving: (listener) => void listeners.push(listener),
    leave(leaving) {
      isStopping ||= !leaving.isReplaced;
      for (const listener of listeners.splice(0)) listener();
      left ??= server?.listening ? emptied(server, sockets, leaving) : Promise.resolve();
      return left;
    },
  };
}

async function emptied(server: Server, sockets: ReadonlySet<Socket>, leaving: Leaving): Promise<void> {
  const { isReplaced, noticeMs, finishWithinMs } = leaving;
  server.prependListener("request", askToClose);
  // Whoever is replaced leaves new connections to the others at once; the last one takes them as long as they come.
  if (isReplaced) stopListening(server);
  const noticedAt = Date.now() + noticeMs;
  while (Date.now() < noticedAt && !(isReplaced && sockets.size === 0)) await delay(lookEveryMs);
  stopListening(server);
  const cutOffAt = Date.now() + finishWithinMs;
  while (sockets.size > 0) {
    if (Date.now() < cutOffAt) closeIdle(server, sockets);
    else server.closeAllConnections();
    await delay(lookEveryMs);
  }
}

function askToClose(_request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("connection", "close");
}

/** `close` of node:http would also end kept connections at once, just when their next request may be on its way. */
function stopListening(server: Server): void {
  if (server.listening) SocketServer.prototype.close.call(server);
}

/** Also those that never sent a byte: browsers open connections in advance. */
function closeIdle(server: Server, sockets: ReadonlySet<Socket>): void {
  server.closeIdleConnections();
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
}
