import { Link } from "@tanstack/react-router";
import { languages, readText } from "../../../shared/kernel/locale.ts";
import { Badge } from "../../design-system/badge.tsx";
import { PressButton } from "../../design-system/interactive/press-button.tsx";
import { Tooltip } from "../../design-system/interactive/tooltip.tsx";
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
            <HistoryButton label={words.undo} path={undoPath} isDisabled={!canUndo} onPress={store.undo} />
            <HistoryButton label={words.redo} path={redoPath} isDisabled={!canRedo} onPress={store.redo} />
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

const undoPath = "M6.5 3.5l-3 3 3 3M3.5 6.5h5.5a3.25 3.25 0 0 1 0 6.5H6.5";
const redoPath = "M9.5 3.5l3 3-3 3M12.5 6.5H7a3.25 3.25 0 0 0 0 6.5h2.5";

interface HistoryButtonProps {
  label: string;
  path: string;
  isDisabled: boolean;
  onPress: () => void;
}

function HistoryButton({ label, path, isDisabled, onPress }: HistoryButtonProps) {
  return (
    <Tooltip text={label}>
      <PressButton size="small" variant="quiet" isIcon aria-label={label} isDisabled={isDisabled} onPress={onPress}>
        <svg viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          <path d={path} strokeLinecap="round" strokeLinejoin="round" />
        </svg>
      </PressButton>
    </Tooltip>
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
