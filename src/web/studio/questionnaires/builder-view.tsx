import { useEffect, useRef, useState } from "react";
import { type Language, languages } from "../../../shared/kernel/locale.ts";
import type { QuestionnaireDraft } from "../../../shared/questionnaires/contract.ts";
import { Notice } from "../../design-system/notice.tsx";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { BuilderBar, type Shown } from "./builder-bar.tsx";
import { BuilderProvider, useBuilder } from "./builder-context.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { placeOf } from "./draft/edit-content.ts";
import { CoverEditor, ThanksEditor } from "./item/cover-editor.tsx";
import { QuestionEditor } from "./item/question-editor.tsx";
import { SectionEditor } from "./item/section-editor.tsx";
import { SettingsEditor } from "./item/settings-editor.tsx";
import { PreviewPanel } from "./preview/preview-panel.tsx";
import { PublishPanel } from "./publish/publish-panel.tsx";
import { StructurePanel } from "./structure/structure-panel.tsx";
import { useBuilderStore, useChecklist } from "./use-builder-store.ts";

/** Structure on the left, one item in the middle, on the right what participants will see. */
export function BuilderView({ loaded, personId }: { loaded: QuestionnaireDraft; personId: string }) {
  const language = useStudioLanguage();
  const { store, state, saving } = useBuilderStore(loaded, personId);
  const checklist = useChecklist(state, language);
  const [chosen, setChosen] = useState<Shown>(language);
  const [selection, select] = useState("cover");
  useScrollToItem(selection);
  const shown: readonly Language[] = chosen === "both" ? languages : [chosen];
  return (
    <BuilderProvider value={{ store, state, saving, language, shown, selection, select, checklist }}>
      <div className="builder">
        <BuilderBar chosen={chosen} onChoose={setChosen} />
        <StructurePanel />
        <div className="builder-content">
          <ConflictNotice />
          <SelectedItem />
        </div>
        <aside className="builder-aside">
          <PublishPanel />
          <PreviewPanel />
        </aside>
      </div>
    </BuilderProvider>
  );
}

/** Where the item stands below the structure, choosing one leads to it. */
function useScrollToItem(selection: string): void {
  const shown = useRef(selection);
  useEffect(() => {
    if (shown.current === selection) return;
    shown.current = selection;
    if (!window.matchMedia("(min-width: 64rem)").matches) {
      document.querySelector(".builder-content")?.scrollIntoView({ block: "start" });
    }
  }, [selection]);
}

function SelectedItem() {
  const { words, isReadOnly } = useBuilder();
  return (
    <>
      {isReadOnly && <Notice tone="info">{words.readOnly}</Notice>}
      <fieldset className="builder-fields" disabled={isReadOnly}>
        <Item />
      </fieldset>
    </>
  );
}

function Item() {
  const { content, selection, select } = useBuilder();
  const place = placeOf(content, selection);
  const index = content.sections.findIndex(({ id }) => id === selection);
  const section = content.sections[index];
  const isGone = !place && !section && !["settings", "cover", "thanks"].includes(selection);
  // Undo, or somebody else, may have taken away what was selected.
  useEffect(() => {
    if (isGone) select("cover");
  }, [isGone, select]);
  if (place) return <QuestionEditor key={place.question.id} place={place} />;
  if (section) return <SectionEditor key={section.id} section={section} index={index} />;
  if (selection === "settings") return <SettingsEditor />;
  return selection === "thanks" ? <ThanksEditor /> : <CoverEditor />;
}
