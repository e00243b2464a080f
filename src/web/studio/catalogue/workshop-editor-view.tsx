import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { WorkshopDraft } from "../../../shared/catalogue/studio-workshop.ts";
import { isLanguage, type Language, languages } from "../../../shared/kernel/locale.ts";
import { Notice } from "../../design-system/notice.tsx";
import { workshopEditorMessages } from "../../i18n/workshop-editor.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { issuesOf } from "./draft/draft-state.ts";
import { plainContent } from "./draft/plain-content.ts";
import { EditorBar, type Shown } from "./editor-bar.tsx";
import { useWorkshopEditor, WorkshopEditorProvider } from "./editor-context.ts";
import { PlacePart } from "./fields/place-part.tsx";
import { SeatsPart } from "./fields/seats-part.tsx";
import { TextsPart } from "./fields/texts-part.tsx";
import { goToControl } from "./go-to-control.ts";
import { WorkshopPreview } from "./preview/workshop-preview.tsx";
import { PublishPanel } from "./publish/publish-panel.tsx";
import { QuestionnairesList } from "./publish/questionnaires-list.tsx";
import { SessionsPart } from "./sessions/sessions-part.tsx";
import { StructureNav } from "./structure-nav.tsx";
import { useDraft } from "./use-draft.ts";

/** Both languages stand side by side where there is room for them. */
const wide = "(min-width: 80rem)";

export function WorkshopEditorView({ loaded, personId }: { loaded: WorkshopDraft; personId: string }) {
  const language = useStudioLanguage();
  const { store, state, saving } = useDraft(loaded, personId);
  const [chosen, setChosen] = useState<Shown>(() => (window.matchMedia(wide).matches ? "both" : language));
  const [target, setTarget] = useState<string | null>(null);
  useEffect(() => {
    if (target === null) return;
    goToControl(target);
    setTarget(null);
  }, [target]);
  const goTo = (field: string) => {
    const of = field.split(".").at(-1);
    if (isLanguage(of) && chosen !== "both" && chosen !== of) setChosen(of);
    setTarget(byIdOfSession(field, plainContent(state.content)));
  };
  const issues = useMemo(() => issuesOf(state), [state]);
  const shown: readonly Language[] = chosen === "both" ? languages : [chosen];
  const { draft, content } = state;
  return (
    <WorkshopEditorProvider value={{ store, draft, content, saving, issues, shown, language, goTo }}>
      <div className="workshop-editor">
        <EditorBar
          chosen={chosen}
          onChoose={setChosen}
          canUndo={state.past.length > 0}
          canRedo={state.future.length > 0}
        />
        <StructureNav />
        <div className="editor-content">
          <ReadOnlyNotice />
          <ConflictNotice conflicts={state.conflicts} />
          <Parts />
        </div>
        <aside className="editor-aside" aria-label={workshopEditorMessages[language].parts.publish}>
          <PublishPanel />
          <WorkshopPreview />
        </aside>
      </div>
    </WorkshopEditorProvider>
  );
}

function Parts() {
  const { words } = useWorkshopEditor();
  return (
    <>
      <Part id="texts" title={words.parts.texts}>
        <TextsPart />
      </Part>
      <Part id="sessions" title={words.parts.sessions}>
        <SessionsPart />
      </Part>
      <Part id="seats" title={words.parts.seats}>
        <SeatsPart />
      </Part>
      <Part id="place" title={words.parts.place}>
        <PlacePart />
      </Part>
      <Part id="questionnaires" title={words.questionnaires.title}>
        <QuestionnairesList />
      </Part>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={`part-${id}`} className="editor-part" tabIndex={-1} aria-labelledby={`part-${id}-title`}>
      <h2 id={`part-${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

function ReadOnlyNotice() {
  const { draft, words } = useWorkshopEditor();
  if (draft.canEdit) return null;
  const { status } = draft;
  if (status === "archived" || status === "cancelled") return <Notice tone="info">{words.ended[status]}</Notice>;
  return <Notice tone="info">{draft.canEditSessions ? words.sessionsOnly : words.readOnly}</Notice>;
}

/** The checklist counts sessions in the order of time; their controls are named by id. */
function byIdOfSession(field: string, { sessions }: { sessions: readonly { id: string }[] }): string {
  return field.replace(/^sessions\.(\d+)/, (whole, index: string) => {
    const session = sessions[Number(index)];
    return session ? `sessions.${session.id}` : whole;
  });
}
