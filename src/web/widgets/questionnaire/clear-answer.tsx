import type { Language } from "../../../shared/kernel/locale.ts";
import { Button } from "../../design-system/button.tsx";
import { runnerMessages } from "../../i18n/runner.ts";

interface ClearAnswerProps {
  language: Language;
  onAnswer: (value: unknown) => void;
  isShown: boolean;
}

/** A radio cannot be unchosen; whoever may leave a question out must also be able to change their mind. */
export function ClearAnswer({ language, onAnswer, isShown }: ClearAnswerProps) {
  if (!isShown) return null;
  return (
    <Button variant="quiet" size="small" className="questionnaire-clear" onClick={() => onAnswer(undefined)}>
      {runnerMessages[language].clear}
    </Button>
  );
}
