import { liveContract as contract } from "../../../shared/operations/live-contract.ts";
import { LiveAnswer } from "../../platform/http/event-stream.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { OperationsDeps } from "../deps.ts";
import { repeatWhileHeard } from "./repeat-while-heard.ts";

const everyMs = 2_000;

export function liveRoutes({ metrics, log }: Pick<OperationsDeps, "metrics" | "log">): Route[] {
  const now = async () => ({ readings: await metrics.readings() });
  const follow = repeatWhileHeard({ look: now, everyMs, report: (error) => log.warn({ error }, "no live figures") });
  const answer = new LiveAnswer({
    now,
    follow: (send) =>
      follow((figures) => send(figures ? { name: "figures", data: figures } : { name: "silence", data: null })),
  });
  return [route(contract.getLiveFigures, async () => answer)];
}
