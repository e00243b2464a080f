import { z } from "zod";
import { about } from "./setting.ts";

/** Who may read what the processes count. */
export const metricsSettings = {
  METRICS_TOKEN: about(
    z
      .string()
      .regex(/^\S{16,200}$/)
      .optional(),
    {
      group: "Monitoring",
      expects: "16 to 200 characters without spaces",
      description:
        "With it /metrics may be read from other machines, as a bearer token; programs of this machine need none.",
      shownDefault: "none; /metrics is open to this machine only",
    },
  ),
};
