import { lazy, Suspense } from "react";
import { Skeleton } from "../../../design-system/skeleton.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { textLimits } from "../draft/content-issues.ts";
import { useWorkshopEditor } from "../editor-context.ts";
import { LanguagePair } from "./language-pair.tsx";
import { LineList } from "./line-list.tsx";
import { CategoryField, TagFields } from "./tag-fields.tsx";
import { TextField } from "./text-field.tsx";

/** The editor of rich texts is the heaviest part of the page, so the page does not wait for it. */
const RichTextField = lazy(async () => ({ default: (await import("./rich-text-field.tsx")).RichTextField }));

/** Everything that is said about the workshop. */
export function TextsPart() {
  const { content, draft, store, words, language } = useWorkshopEditor();
  const isReadOnly = !draft.canEdit;
  return (
    <>
      <div className="editor-title">
        <TextField
          path="title"
          label={words.texts.title}
          hint={words.texts.titleHint}
          texts={content.title}
          isReadOnly={isReadOnly}
          onChange={(title, place) => store.change({ title }, place)}
        />
      </div>
      <TextField
        path="subtitle"
        label={words.texts.subtitle}
        texts={content.subtitle}
        isReadOnly={isReadOnly}
        onChange={(subtitle, place) => store.change({ subtitle }, place)}
      />
      <TextField
        path="summary"
        label={words.texts.summary}
        hint={words.texts.summaryHint}
        texts={content.summary}
        isLong
        limit={textLimits.summary}
        isReadOnly={isReadOnly}
        onChange={(summary, place) => store.change({ summary }, place)}
      />
      <LanguagePair>
        {(of) => (
          <Suspense fallback={<Skeleton label={messagesFor(language).loading} lines={6} />}>
            <RichTextField of={of} />
          </Suspense>
        )}
      </LanguagePair>
      <LineList field="objectives" label={words.texts.objectives} hint={words.texts.objectivesHint} />
      <LineList field="requirements" label={words.texts.requirements} hint={words.texts.requirementsHint} />
      <CategoryField />
      <TagFields />
    </>
  );
}
