import Fastify from "fastify";
import { StartupError } from "../config/startup-error.ts";
import { type ProbeOptions, registerProbes } from "./probes.ts";

/** What a process without pages answers: whether it lives, whether it is ready, and what it counts. */
export interface ProbeServer {
  /** From now on it is not ready; it answers until it is closed. */
  leave(): void;
  close(): Promise<void>;
}

/** Opens the port. @throws {StartupError} when it is taken */
export async function openProbes(
  options: Omit<ProbeOptions, "drain">,
  { host, port }: { host: string; port: number },
): Promise<ProbeServer> {
  const drain = { isStopping: false };
  const server = Fastify({ logger: false, forceCloseConnections: true });
  registerProbes(server, { ...options, drain });
  try {
    await server.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new StartupError(`Port ${port} is taken by another program. Stop it, or set PROBE_PORT to another.`);
  }
  return {
    leave() {
      drain.isStopping = true;
    },
    close: () => server.close(),
  };
}
