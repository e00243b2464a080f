import type { Question } from "../../../../shared/questionnaires/questionnaire.ts";

/** What the settings of a kind get; `place` names what was changed, for undo. */
export interface KindSettingsProps<Q extends Question = Question> {
  question: Q;
  path: string;
  change: (parts: Partial<Question>, place: string) => void;
}
