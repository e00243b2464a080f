import { z } from "zod";
import { endpoint } from "../kernel/endpoint.ts";

/** A setting as it runs. Nothing that opens something is in the value. */
export const RunningSetting = z.object({
  name: z.string(),
  group: z.string(),
  description: z.object({ en: z.string(), pl: z.string() }),
  /** Null when there is none. */
  value: z.string().nullable(),
  /** True: whether there is a value is all that is told. */
  isSecret: z.boolean(),
  isDefault: z.boolean(),
});
export type RunningSetting = z.infer<typeof RunningSetting>;

export const settingsContract = {
  listSettings: endpoint({
    id: "listSettings",
    method: "GET",
    path: "/api/v1/studio/operations/settings",
    summary: "The settings of the process that answers, without secrets.",
    tag: "operations",
    access: "operations.read",
    response: z.object({ items: z.array(RunningSetting) }),
  }),
};
