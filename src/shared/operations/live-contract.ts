import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";
import { Readings } from "./readings.ts";

/** What goes out every two seconds. */
export const LiveFigures = z.object({ readings: Readings });
export type LiveFigures = z.infer<typeof LiveFigures>;

export const liveContract = {
  getLiveFigures: endpoint({
    id: "getLiveFigures",
    method: "GET",
    path: "/api/v1/studio/operations/live",
    summary:
      "The figures of the last minute. Whoever accepts text/event-stream gets them every two seconds, as events called figures.",
    tag: "operations",
    access: "operations.read",
    response: LiveFigures,
    errors: ["too_many_requests"],
  }),
};
