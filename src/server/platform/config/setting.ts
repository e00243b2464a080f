import { z } from "zod";

/** What people read about a setting; lives beside its rule so that neither is changed without the other. */
export interface About {
  group:
    | "Process"
    | "Address"
    | "Limits"
    | "Backups"
    | "Delivery"
    | "Database"
    | "Cache"
    | "Files and secrets"
    | "Mail"
    | "Alerts"
    | "Monitoring";
  /** Completes "NAME: expected …", and never holds a value somebody gave. */
  expects: string;
  description: string;
  /** The default as people see it, when the schema has none or it depends on other settings. */
  shownDefault?: string;
}

export const about = <Schema extends z.ZodType>(schema: Schema, text: About): Schema => schema.meta({ ...text });
export const aboutOf = (schema: z.ZodType): About => schema.meta() as unknown as About;

/** 0 or 1. */
export const aSwitch = (byDefault: "0" | "1") =>
  z
    .enum(["0", "1"])
    .default(byDefault)
    .transform((value) => value === "1");

export const wholeNumber = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(least).max(most));

export const urlOf = (schemes: string[]) =>
  z.string().refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)));
