import { hostname } from "node:os";
import { operationsContract as contract } from "../../../shared/operations/contract.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { OperationsDeps } from "../deps.ts";
import { collectHealth, type ProcessHealth } from "./collect-health.ts";

const topic = "health";

export function healthRoutes({ company, health }: Pick<OperationsDeps, "company" | "health">): Route[] {
  // Nobody waits for another process' first round: it tells what it has.
  company.answer(topic, (): ProcessHealth => ({ pid: process.pid, ...health.report() }));
  return [
    route(contract.getHealth, async () => {
      await health.latest();
      const { values, missing } = await company.ask<ProcessHealth>(topic);
      return { machine: hostname(), missing, ...collectHealth(values) };
    }),
  ];
}
