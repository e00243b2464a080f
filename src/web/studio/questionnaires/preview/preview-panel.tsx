import { useState } from "react";
import { type Language, languages, readText } from "../../../../shared/kernel/locale.ts";
import { Button } from "../../../design-system/button.tsx";
import { Dialog } from "../../../design-system/interactive/dialog.tsx";
import { Notice } from "../../../design-system/notice.tsx";
import { SegmentedControl } from "../../../design-system/segmented-control.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { Localised } from "../../../widgets/questionnaire/localised.tsx";
import { QuestionnaireForm } from "../../../widgets/questionnaire/questionnaire-form.tsx";
import { useBuilder } from "../builder-context.ts";
import { placeOf } from "../draft/edit-content.ts";

/** What participants will see, to be tried out: the same form, with answers that go nowhere. */
export function PreviewPanel() {
  const { words, language, shown } = useBuilder();
  const [chosen, setChosen] = useState<Language>();
  const [isWide, setIsWide] = useState(false);
  const [only] = shown;
  const spoken = chosen ?? (shown.length === 1 && only ? only : language);
  return (
    <section className="builder-preview" aria-label={words.preview.title}>
      <div className="builder-preview-head">
        <h2 className="builder-aside-title">{words.preview.title}</h2>
        <SegmentedControl
          legend={words.preview.language}
          isLegendHidden
          name="preview-language"
          value={spoken}
          onChange={(value) => setChosen(value === "pl" ? "pl" : "en")}
          options={languages.map((each) => ({ value: each, label: each.toUpperCase() }))}
        />
        <Button size="small" onClick={() => setIsWide(true)}>
          {words.preview.wide}
        </Button>
      </div>
      {/* One at a time: two forms would share the names of their controls. */}
      {!isWide && (
        <div className="builder-phone">
          <Trial language={spoken} />
        </div>
      )}
      <Dialog title={words.preview.title} size="large" isOpen={isWide} onOpenChange={setIsWide}>
        <div className="builder-desktop">{isWide && <Trial language={spoken} />}</div>
      </Dialog>
    </section>
  );
}

function Trial({ language }: { language: Language }) {
  const { content, selection, words, language: reader } = useBuilder();
  const [answers, setAnswers] = useState<Readonly<Record<string, unknown>>>({});
  const [sectionId, setSectionId] = useState<string | null>(null);
  const [isSent, setIsSent] = useState(false);
  const [followed, setFollowed] = useState(selection);
  const selected = placeOf(content, selection)?.section.id ?? content.sections.find(({ id }) => id === selection)?.id;
  // The preview turns to what is selected, and stays free to be walked through until something else is.
  if (followed !== selection) {
    setFollowed(selection);
    if (selected) setSectionId(selected);
    setIsSent(false);
  }
  const restart = () => {
    setAnswers({});
    setSectionId(null);
    setIsSent(false);
  };
  const restartButton = (
    <Button size="small" onClick={restart}>
      {words.preview.restart}
    </Button>
  );
  if (isSent) {
    return (
      <div className="stack">
        {readText(content.thanks, language) && (
          <p className="lead">
            <Localised text={content.thanks} language={language} />
          </p>
        )}
        <Notice tone="info" isLive actions={restartButton}>
          <p lang={reader}>{words.preview.submitted}</p>
        </Notice>
      </div>
    );
  }
  return (
    <>
      <p className="builder-preview-title" lang={language}>
        {readText(content.title, language)?.text ?? messagesFor(language).none}
      </p>
      <QuestionnaireForm
        content={content}
        language={language}
        answers={answers}
        onAnswer={(code, value) => setAnswers((before) => ({ ...before, [code]: value }))}
        sectionId={sectionId}
        onSection={setSectionId}
        onSubmit={() => setIsSent(true)}
        seed="preview"
      />
    </>
  );
}
