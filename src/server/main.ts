import cluster from "node:cluster";
import { runFirstProcess } from "./first-process.ts";
import { StartupError } from "./platform/config/startup-error.ts";
import { runWebProcess } from "./web-process.ts";

if (cluster.isWorker) runWebProcess();
else
  runFirstProcess({ program: import.meta.filename }).catch((error: unknown) => {
    const isForeseen = error instanceof StartupError;
    process.stderr.write(
      isForeseen ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(1);
  });
