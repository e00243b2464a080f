import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Language, languages } from "../../../../shared/kernel/locale.ts";
import { hasTextIn } from "../../../../shared/questionnaires/content-texts.ts";
import { Button, buttonClass } from "../../../design-system/button.tsx";
import { CheckboxField } from "../../../design-system/choice-fields.tsx";
import { Dialog } from "../../../design-system/interactive/dialog.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { useBuilder } from "../builder-context.ts";
import { Checklist } from "./checklist.tsx";
import { usePublishing } from "./use-publishing.ts";

/** What is missing, the languages, and the two big steps: publish and close. */
export function PublishPanel() {
  const { words, language, state, content, isReadOnly } = useBuilder();
  const texts = words.publish;
  const { draft } = state;
  const written = languages.filter((each) => hasTextIn(content, each));
  const [unwanted, setUnwanted] = useState<readonly Language[]>([]);
  const wanted = written.filter((each) => !unwanted.includes(each));
  const publishing = usePublishing();
  const isOpen = draft.status === "published";
  const hasNews = draft.hasUnpublishedChanges || draft.status !== "published" || unwanted.length > 0;
  return (
    <section className="builder-publish" aria-labelledby="builder-publish-title">
      <h2 className="builder-aside-title" id="builder-publish-title">
        {texts.title}
      </h2>
      <Checklist />
      {!isReadOnly && (
        <>
          <div>
            {languages.map((each) => (
              <CheckboxField
                key={each}
                id={`publish-${each}`}
                label={texts.language(messagesFor(language).languageName[each])}
                hint={texts.states[draft.languageStates[each]]}
                disabled={!written.includes(each)}
                checked={wanted.includes(each)}
                onChange={(event) =>
                  setUnwanted((before) =>
                    event.currentTarget.checked ? before.filter((other) => other !== each) : [...before, each],
                  )
                }
              />
            ))}
          </div>
          <div className="cluster">
            <Button
              variant="primary"
              isLoading={publishing.publish.isPending}
              disabled={wanted.length === 0 || !hasNews}
              onClick={() => publishing.publish.mutate(wanted)}
            >
              {draft.currentVersion === null ? texts.publish : texts.publishChanges}
            </Button>
            {isOpen && <CloseButton onClose={() => publishing.close.mutate()} isPending={publishing.close.isPending} />}
          </div>
          <p className="muted small">{hasNews ? texts.frozen : texts.upToDate}</p>
        </>
      )}
      {draft.currentVersion !== null && <PublishedLinks questionnaireId={draft.id} />}
    </section>
  );
}

function PublishedLinks({ questionnaireId }: { questionnaireId: string }) {
  const { words, language } = useBuilder();
  return (
    <div className="cluster">
      <a className={buttonClass({ size: "small" })} href={`/${language}/questionnaires/${questionnaireId}`}>
        {words.publish.publicPage}
      </a>
      <Link
        className={buttonClass({ size: "small" })}
        to="/questionnaires/$questionnaireId/results"
        params={{ questionnaireId }}
      >
        {words.publish.results}
      </Link>
    </div>
  );
}

function CloseButton({ onClose, isPending }: { onClose: () => void; isPending: boolean }) {
  const { words } = useBuilder();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button isLoading={isPending} onClick={() => setIsAsking(true)}>
        {words.publish.close}
      </Button>
      <Dialog
        title={words.publish.closeTitle}
        role="alertdialog"
        size="small"
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        footer={(close) => (
          <>
            <Button onClick={close}>{words.publish.keepOpen}</Button>
            <Button
              variant="danger"
              onClick={() => {
                close();
                onClose();
              }}
            >
              {words.publish.close}
            </Button>
          </>
        )}
      >
        <p>{words.publish.closeText}</p>
      </Dialog>
    </>
  );
}
