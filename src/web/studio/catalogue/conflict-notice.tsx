import { plainText } from "../../../shared/catalogue/plain-text.ts";
import type { WorkshopContent } from "../../../shared/catalogue/workshop.ts";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import { Button } from "../../design-system/button.tsx";
import { Notice } from "../../design-system/notice.tsx";
import { formatRange } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import type { Conflict } from "./draft/draft-state.ts";
import { type ContentField, plainContent } from "./draft/plain-content.ts";
import { useWorkshopEditor } from "./editor-context.ts";
import { useFacilitators, useLocations } from "./fields/use-places.ts";

/** Fields that two people changed to different things: both values, and the choice between them. */
export function ConflictNotice({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { words } = useWorkshopEditor();
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="warning" isLive title={words.conflict.title}>
      <p>{words.conflict.text}</p>
      <ul className="editor-conflicts">
        {conflicts.map((conflict) => (
          <li key={conflict.field}>
            <OneConflict conflict={conflict} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function OneConflict({ conflict: { field, theirs } }: { conflict: Conflict }) {
  const { content, store, words } = useWorkshopEditor();
  const named = words.conflict.fields[field];
  const read = useValueText();
  const mine = plainContent(content);
  const other = { ...mine, [field]: theirs } as WorkshopContent;
  const choices = [
    { title: words.conflict.mine, action: words.conflict.keepMine, lines: read(mine, field), keepsMine: true },
    { title: words.conflict.theirs, action: words.conflict.takeTheirs, lines: read(other, field), keepsMine: false },
  ];
  return (
    <>
      <h2 className="editor-conflict-field">{named}</h2>
      <div className="editor-pair editor-pair-both">
        {choices.map(({ title, action, lines, keepsMine }) => (
          <div key={title} className="editor-conflict">
            <p className="muted small">{title}</p>
            {lines.length === 0 && <p className="muted">{words.conflict.nothing}</p>}
            {lines.map(({ text, lang }) => (
              <p key={`${lang} ${text}`} lang={lang}>
                {text}
              </p>
            ))}
            <Button size="small" onClick={() => store.resolve(field, keepsMine)}>
              {action}
              <span className="visually-hidden">: {named}</span>
            </Button>
          </div>
        ))}
      </div>
    </>
  );
}

interface ValueLine {
  text: string;
  lang?: Language | undefined;
}

/** A field's value in words, for a person who has to choose between two. */
function useValueText() {
  const { language } = useWorkshopEditor();
  const words = messagesFor(language);
  const facilitators = useFacilitators();
  const locations = useLocations();
  const plain = (text: string | number | null): ValueLine[] =>
    text === null || text === "" ? [] : [{ text: String(text) }];
  return (content: WorkshopContent, field: ContentField): ValueLine[] => {
    switch (field) {
      case "title":
      case "subtitle":
      case "summary":
        return [
          ...(content[field].en ? [{ text: content[field].en, lang: "en" as const }] : []),
          ...(content[field].pl ? [{ text: content[field].pl, lang: "pl" as const }] : []),
        ];
      case "description":
        return (["en", "pl"] as const)
          .map((lang) => ({ text: plainText(content.description[lang]), lang }))
          .filter(({ text }) => text);
      case "objectives":
      case "requirements":
        return content[field].flatMap((line) => {
          const read = readText(line, language);
          return read ? [{ text: read.text, lang: read.language }] : [];
        });
      case "sessions":
        return content.sessions.map(({ title, startsAt, endsAt }) => {
          const range = formatRange(language, { startsAt, endsAt, timeZone: content.timeZone });
          return { text: [range, readText(title, language)?.text].filter(Boolean).join(" · ") };
        });
      case "facilitators":
        return content.facilitators.flatMap(({ facilitatorId }) =>
          plain(facilitators.find(({ id }) => id === facilitatorId)?.name ?? null),
        );
      case "locationId":
        return plain(locations.find(({ id }) => id === content.locationId)?.name ?? null);
      case "hasWaitingList":
      case "needsApproval":
      case "confirmsAtOnce":
        return plain(content[field] ? words.yes : words.no);
      case "tagCodes":
        return plain(content.tagCodes.join(", "));
      case "priceCents":
        return plain(content.priceCents === null ? null : content.priceCents / 100);
      case "category":
      case "timeZone":
      case "capacity":
      case "currency":
      case "onlineUrl":
        return plain(content[field]);
    }
  };
}
