import { Link } from "@tanstack/react-router";
import { languages, readText } from "../../../shared/kernel/locale.ts";
import { Badge } from "../../design-system/badge.tsx";
import { Button } from "../../design-system/button.tsx";
import { SaveState } from "../../design-system/save-state.tsx";
import { SegmentedControl } from "../../design-system/segmented-control.tsx";
import { formatTime } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { useWorkshopEditor } from "./editor-context.ts";
import { ActionsMenu } from "./publish/actions-menu.tsx";
import { statusTone } from "./tones.ts";

export const shownChoices = [...languages, "both"] as const;
export type Shown = (typeof shownChoices)[number];

interface EditorBarProps {
  chosen: Shown;
  onChoose: (shown: Shown) => void;
  canUndo: boolean;
  canRedo: boolean;
}

/** What stays in sight: which workshop, whether it is saved, in which language one writes. */
export function EditorBar({ chosen, onChoose, canUndo, canRedo }: EditorBarProps) {
  const { content, draft, language, store, words } = useWorkshopEditor();
  const shared = messagesFor(language);
  const title = readText(content.title, language);
  const mayChange = draft.canEdit || draft.canEditSessions;
  return (
    <header className="editor-bar">
      <div className="editor-bar-title">
        <Link to="/workshops" className="link-quiet small muted">
          {words.back}
        </Link>
        <span className="muted" aria-hidden="true">
          /
        </span>
        <h1 lang={title?.language}>{title?.text.trim() ? title.text : words.untitled}</h1>
        <Badge tone={statusTone[draft.status]}>{shared.workshopStatus[draft.status]}</Badge>
      </div>
      <div className="editor-bar-tools">
        {mayChange && <SavingText />}
        {mayChange && (
          <span className="editor-bar-undo">
            <Button size="small" variant="quiet" disabled={!canUndo} onClick={store.undo}>
              {words.undo}
            </Button>
            <Button size="small" variant="quiet" disabled={!canRedo} onClick={store.redo}>
              {words.redo}
            </Button>
          </span>
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
        <ActionsMenu />
      </div>
    </header>
  );
}

function SavingText() {
  const { saving, language, words } = useWorkshopEditor();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  switch (saving.state) {
    case "saved":
      return <SaveState state="saved" text={words.saving.saved(formatTime(language, saving.savedAt, zone))} />;
    case "unsaved":
      return <SaveState state="saving" text={words.saving.unsaved} />;
    case "saving":
      return <SaveState state="saving" text={words.saving.saving} />;
    case "offline":
      return <SaveState state="offline" text={words.saving.offline} />;
    case "held":
      return <SaveState state="failed" text={words.saving.held} />;
    case "failed": {
      const reason = saving.problem?.message;
      return <SaveState state="failed" text={reason ? `${words.saving.refused}: ${reason}` : words.saving.failed} />;
    }
  }
}
