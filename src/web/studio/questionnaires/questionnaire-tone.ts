import type { StudioQuestionnaire } from "../../../shared/questionnaires/contract.ts";
import type { Tone } from "../../design-system/badge.tsx";

export const questionnaireTone: Record<StudioQuestionnaire["status"], Tone> = {
  draft: "neutral",
  published: "success",
  closed: "warning",
};
