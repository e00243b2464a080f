import cluster from "node:cluster";
import { runFirstProcess } from "./first-process.ts";
import { StartupError } from "./platform/config/startup-error.ts";
import { runWebProcess } from "./web-process.ts";

/**
 * Runs what this process is for: the whole product, or one of those that serve its pages.
 *
 * @param program The file that further processes are started with.
 */
export function runProcess({ program }: { program: string }): void {
  if (cluster.isWorker) runWebProcess();
  else
    runFirstProcess({ program }).catch((error: unknown) => {
      const isForeseen = error instanceof StartupError;
      process.stderr.write(
        isForeseen ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
      );
      process.exit(1);
    });
}
