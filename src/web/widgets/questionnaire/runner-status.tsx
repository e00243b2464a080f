import { useEffect, useRef, useState } from "react";
import type { Language } from "../../../shared/kernel/locale.ts";
import { Button } from "../../design-system/button.tsx";
import { formatTime } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { runnerMessages } from "../../i18n/runner.ts";
import type { Saving } from "./runner-state.ts";

export interface RunnerStatusProps {
  language: Language;
  /** The languages one can choose from; with one there is no choice. */
  offered: readonly Language[];
  onLanguage: (language: Language) => void;
  saving: Saving;
  savedAt: string | null;
}

export function RunnerStatus({ language, offered, onLanguage, saving, savedAt }: RunnerStatusProps) {
  return (
    <div className="questionnaire-status">
      <SaveLine language={language} saving={saving} savedAt={savedAt} />
      {offered
        .filter((each) => each !== language)
        .map((each) => (
          <Button
            key={each}
            variant="quiet"
            size="small"
            className="questionnaire-language"
            lang={each}
            onClick={() => onLanguage(each)}
          >
            <span className="visually-hidden">{runnerMessages[each].language}: </span>
            {messagesFor(each).ownNameOf[each]}
          </Button>
        ))}
    </div>
  );
}

/** For the eye always; for the ear only when the connection goes, comes back, or something is wrong. */
function SaveLine({ language, saving, savedAt }: Pick<RunnerStatusProps, "language" | "saving" | "savedAt">) {
  const words = runnerMessages[language].saving;
  const { state } = saving;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const text =
    state === "saved" && savedAt
      ? words.saved(formatTime(language, savedAt, zone))
      : words[state === "saved" ? "idle" : state];
  const spoken = useSpoken(state);
  return (
    <>
      <span className={`save-state save-state-${state}`}>{text}</span>
      <span className="visually-hidden" role="status">
        {spoken && words[spoken]}
      </span>
    </>
  );
}

function useSpoken(state: Saving["state"]): "offline" | "failed" | "backOnline" | undefined {
  const [spoken, setSpoken] = useState<"offline" | "failed" | "backOnline">();
  const wasBroken = useRef(false);
  useEffect(() => {
    if (state === "offline" || state === "failed") {
      wasBroken.current = true;
      setSpoken(state);
    } else if (state === "saved" && wasBroken.current) {
      wasBroken.current = false;
      setSpoken("backOnline");
    }
  }, [state]);
  return spoken;
}
