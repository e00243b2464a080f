import cluster from "node:cluster";
import type { Log } from "./platform/logging/log.ts";
import { employ } from "./platform/processes/member.ts";
import { type Processes, superviseProcesses } from "./platform/processes/processes.ts";
import type { WebTask } from "./web-process.ts";

/**
 * `WEB_CONCURRENCY` processes that serve the web role on one port. Each takes connections by itself, so that neither the
 * jobs of this process nor one process that hangs is in the way of a new visitor.
 */
export function createWebProcesses(task: WebTask, { program, log }: { program: string; log: Log }): Processes {
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: program, args: [], serialization: "advanced" });
  const silentMs = task.settings.WEB_TIMEOUT_SECONDS * 1000;
  return superviseProcesses({
    count: task.settings.WEB_CONCURRENCY,
    log,
    employ: () =>
      employ(cluster.fork(), {
        task,
        silentMs,
        onSilent: (pid) => log.error({ webProcess: pid, silentMs }, "a web process does not answer and is ended"),
      }),
  });
}
