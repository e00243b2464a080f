import type { LanguageState, WorkshopStatus } from "../../../shared/catalogue/workshop.ts";
import type { Tone } from "../../design-system/badge.tsx";

export const statusTone: Record<WorkshopStatus, Tone> = {
  draft: "neutral",
  published: "success",
  archived: "neutral",
  cancelled: "danger",
};

export const languageTone: Record<LanguageState, Tone> = {
  missing: "neutral",
  draft: "info",
  published: "success",
  stale: "warning",
};
