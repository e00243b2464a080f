import "./workshop-preview.css";
import { useDeferredValue, useState } from "react";
import type { WorkshopContent } from "../../../../shared/catalogue/workshop.ts";
import {
  isLanguage,
  type Language,
  type LocalisedText,
  languages,
  readText,
} from "../../../../shared/kernel/locale.ts";
import { SegmentedControl } from "../../../design-system/segmented-control.tsx";
import { programmeMessages } from "../../../i18n/programme.ts";
import { RichText } from "../../../widgets/rich-text.tsx";
import { plainContent } from "../draft/plain-content.ts";
import { useWorkshopEditor } from "../editor-context.ts";
import { useFacilitators } from "../fields/use-places.ts";
import { PreviewFacts } from "./preview-facts.tsx";
import { PreviewSessions } from "./preview-sessions.tsx";
import { PreviewText } from "./preview-text.tsx";

/** What people will read, as it is being written. A text that is missing stands in the other language, as on the site. */
export function WorkshopPreview() {
  const { content: typed, shown, words, language } = useWorkshopEditor();
  const content = plainContent(useDeferredValue(typed));
  const [chosen, setChosen] = useState<Language>(language);
  const [only, ...others] = shown;
  const isFree = others.length > 0 || only === undefined;
  const of = isFree ? chosen : only;
  return (
    <section className="preview" aria-labelledby="preview-title">
      <div className="cluster cluster-between">
        <h2 id="preview-title" className="editor-aside-heading">
          {words.publish.preview}
        </h2>
        {isFree && (
          <SegmentedControl
            legend={words.publish.previewLanguage}
            isLegendHidden
            name="preview-language"
            value={of}
            onChange={(value) => isLanguage(value) && setChosen(value)}
            options={languages.map((each) => ({ value: each, label: each.toUpperCase() }))}
          />
        )}
      </div>
      <article className="preview-page" lang={of}>
        <PreviewPage content={content} of={of} />
      </article>
    </section>
  );
}

function PreviewPage({ content, of }: { content: WorkshopContent; of: Language }) {
  const { words } = useWorkshopEditor();
  const site = programmeMessages[of].workshop;
  const description = readDescription(content, of);
  const isEmpty = !readText(content.title, of) && !readText(content.summary, of) && !description;
  return (
    <>
      {isEmpty && <p className="muted">{words.publish.previewEmpty}</p>}
      <PreviewText texts={content.title} of={of}>
        {(text) => <h3 className="preview-title">{text}</h3>}
      </PreviewText>
      <PreviewText texts={content.subtitle} of={of}>
        {(text) => <p className="preview-subtitle">{text}</p>}
      </PreviewText>
      <PreviewFacts content={content} of={of} />
      <PreviewText texts={content.summary} of={of}>
        {(text) => <p className="preview-summary">{text}</p>}
      </PreviewText>
      {description && (
        <div lang={description.language}>
          <RichText document={description.document} headingLevel={3} />
        </div>
      )}
      <Lines title={site.objectives} lines={content.objectives} of={of} />
      <PreviewSessions content={content} of={of} />
      <Lines title={site.requirements} lines={content.requirements} of={of} />
      <People content={content} of={of} />
    </>
  );
}

function readDescription({ description }: WorkshopContent, of: Language) {
  const language = description[of] ? of : languages.find((each) => description[each]);
  const document = language && description[language];
  return document && { document, language };
}

function Lines({ title, lines, of }: { title: string; lines: readonly LocalisedText[]; of: Language }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h4 className="preview-heading">{title}</h4>
      <ul className="preview-lines">
        {lines.map((line) => {
          const read = readText(line, of);
          return (
            <li key={JSON.stringify(line)} lang={read?.language}>
              {read?.text}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function People({ content, of }: { content: WorkshopContent; of: Language }) {
  const known = useFacilitators();
  const people = content.facilitators.flatMap(({ facilitatorId, part }) => {
    const person = known.find(({ id }) => id === facilitatorId);
    return person ? [{ ...person, part }] : [];
  });
  if (people.length === 0) return null;
  const site = programmeMessages[of].workshop;
  return (
    <section>
      <h4 className="preview-heading">{site.facilitators}</h4>
      <ul className="preview-lines">
        {people.map(({ id, name, bio, part }) => (
          <li key={id}>
            <strong>{name}</strong>
            {people.length > 1 && <span className="muted"> {site.parts[part]}</span>}
            <PreviewText texts={bio} of={of}>
              {(text) => <p className="small">{text}</p>}
            </PreviewText>
          </li>
        ))}
      </ul>
    </section>
  );
}
