import cluster from "node:cluster";
import type { Log } from "./platform/logging/log.ts";
import { type Company, gather } from "./platform/processes/ask-all.ts";
import { employ } from "./platform/processes/member.ts";
import { type Processes, superviseProcesses } from "./platform/processes/processes.ts";
import type { WebTask } from "./web-process.ts";

interface FirstProcess {
  program: string;
  log: Log;
  /** For what this process itself answers. */
  company: Company;
}

/**
 * `WEB_CONCURRENCY` processes that serve the web role on one port. Each takes connections by itself, so that neither the
 * jobs of this process nor one process that hangs is in the way of a new visitor.
 */
export function createWebProcesses(task: WebTask, { program, log, company }: FirstProcess): Processes {
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  cluster.setupPrimary({ exec: program, args: [], serialization: "advanced" });
  const silentMs = task.settings.WEB_TIMEOUT_SECONDS * 1000;
  const processes = superviseProcesses({
    count: task.settings.WEB_CONCURRENCY,
    log,
    employ: () =>
      employ(cluster.fork(), {
        task,
        silentMs,
        onSilent: (pid) => log.error({ webProcess: pid, silentMs }, "a web process does not answer and is ended"),
        async askOthers(asking, topic, question) {
          const [others, own] = await Promise.all([
            processes.ask(topic, question, asking),
            gather([company.answerOf(topic, question)]),
          ]);
          return { values: [...others.values, ...own.values], missing: others.missing + own.missing };
        },
      }),
  });
  return processes;
}
