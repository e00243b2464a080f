import { Link } from "@tanstack/react-router";
import { languages, readText } from "../../../shared/kernel/locale.ts";
import { Badge } from "../../design-system/badge.tsx";
import { Button } from "../../design-system/button.tsx";
import { SaveState } from "../../design-system/save-state.tsx";
import { SegmentedControl } from "../../design-system/segmented-control.tsx";
import { formatTime } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { useBuilder } from "./builder-context.ts";
import { questionnaireTone } from "./questionnaire-tone.ts";

export const shownChoices = [...languages, "both"] as const;
export type Shown = (typeof shownChoices)[number];

/** What stays in sight: which questionnaire, whether it is saved, in which languages one writes. */
export function BuilderBar({ chosen, onChoose }: { chosen: Shown; onChoose: (shown: Shown) => void }) {
  const { words, language, state, store, isReadOnly } = useBuilder();
  const { draft, content, past, future } = state;
  const title = readText(content.title, language);
  return (
    <header className="builder-bar">
      <div className="builder-bar-title">
        <Link to="/questionnaires" className="link-quiet small muted">
          {words.back}
        </Link>
        <span className="muted" aria-hidden="true">
          /
        </span>
        <h1 lang={title?.language}>{title?.text.trim() ? title.text : words.untitled}</h1>
        <Badge tone={questionnaireTone[draft.status]}>{messagesFor(language).questionnaireStatus[draft.status]}</Badge>
      </div>
      <div className="builder-bar-tools">
        {!isReadOnly && (
          <>
            <SavingText />
            <span className="nowrap">
              <Button size="small" variant="quiet" disabled={past.length === 0} onClick={store.undo}>
                {words.undo}
              </Button>
              <Button size="small" variant="quiet" disabled={future.length === 0} onClick={store.redo}>
                {words.redo}
              </Button>
            </span>
          </>
        )}
        <SegmentedControl
          legend={words.shown.legend}
          isLegendHidden
          name="shown"
          value={chosen}
          onChange={(value) => onChoose(shownChoices.find((each) => each === value) ?? chosen)}
          options={shownChoices.map((each) => ({
            value: each,
            label: each === "both" ? words.shown.both : each.toUpperCase(),
          }))}
        />
      </div>
    </header>
  );
}

function SavingText() {
  const { saving, words, language } = useBuilder();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  switch (saving.state) {
    case "saved":
      return <SaveState state="saved" text={words.saving.saved(formatTime(language, saving.savedAt, zone))} />;
    case "unsaved":
      return <SaveState state="saving" text={words.saving.unsaved} />;
    case "failed":
      return <SaveState state="failed" text={[words.saving.failed, saving.problem].filter(Boolean).join(": ")} />;
    default:
      return <SaveState state={saving.state} text={words.saving[saving.state]} />;
  }
}
