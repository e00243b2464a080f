import { useState } from "react";
import type { DraftSession } from "../../../../shared/catalogue/workshop.ts";
import { readText } from "../../../../shared/kernel/locale.ts";
import { Button } from "../../../design-system/button.tsx";
import { InputField } from "../../../design-system/text-fields.tsx";
import { formatMinutes, formatRange } from "../../../i18n/format.ts";
import { controlId, issueText, useWorkshopEditor } from "../editor-context.ts";
import { PlaceSelect } from "../fields/place-select.tsx";
import { TextField } from "../fields/text-field.tsx";
import { startingAt } from "./session-times.ts";
import { TimeField } from "./time-field.tsx";

export interface SessionFormProps {
  session: DraftSession;
  number: number;
  onChange: (session: DraftSession, place: string) => void;
  onRemove: () => void;
}

/** One meeting: its times first, then what it is called and where it takes place, if that differs. */
export function SessionForm({ session, number, onChange, onRemove }: SessionFormProps) {
  const { content, draft, language, words } = useWorkshopEditor();
  const isReadOnly = !draft.canEditSessions;
  const { startsAt, endsAt } = session;
  const minutes = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
  const title = readText(session.title, language);
  const path = `sessions.${session.id}`;
  return (
    <fieldset className="editor-session" id={controlId(path)} tabIndex={-1}>
      <legend className="visually-hidden">{words.sessions.number(number)}</legend>
      <div className="editor-session-head">
        <span className="editor-session-number" aria-hidden="true">
          {number}
        </span>
        <p className="editor-session-summary">
          {title && <strong lang={title.language}>{title.text} </strong>}
          <span className="muted">
            {minutes > 0 && formatRange(language, { startsAt, endsAt, timeZone: content.timeZone })}
            {minutes > 0 && `, ${words.sessions.lasts(formatMinutes(language, minutes))}`}
          </span>
        </p>
        {!isReadOnly && (
          <Button size="small" variant="quiet" onClick={onRemove}>
            {words.sessions.remove}
            <span className="visually-hidden">: {words.sessions.number(number)}</span>
          </Button>
        )}
      </div>
      <div className="form-row">
        <TimeField
          path={`${path}.startsAt`}
          label={words.sessions.startsAt}
          instant={startsAt}
          isReadOnly={isReadOnly}
          onChange={(instant, place) => onChange(startingAt(session, instant), place)}
        />
        <TimeField
          path={`${path}.endsAt`}
          label={words.sessions.endsAt}
          instant={endsAt}
          error={minutes > 0 ? undefined : words.sessions.endsBeforeStart}
          isReadOnly={isReadOnly}
          onChange={(instant, place) => onChange({ ...session, endsAt: instant }, place)}
        />
      </div>
      <TextField
        path={`${path}.title`}
        label={words.sessions.title}
        texts={session.title}
        isReadOnly={isReadOnly}
        onChange={(texts, place) => onChange({ ...session, title: texts }, place)}
      />
      <SessionDetails session={session} onChange={onChange} />
    </fieldset>
  );
}

/** What most sessions do without: closed until asked for, open when there is something in it. */
function SessionDetails({ session, onChange }: Pick<SessionFormProps, "session" | "onChange">) {
  const editor = useWorkshopEditor();
  const { draft, words } = editor;
  const isReadOnly = !draft.canEditSessions;
  const path = `sessions.${session.id}`;
  const [isOpenAtFirst] = useState(
    session.locationId !== null || session.onlineUrl !== null || readText(session.description, "en") !== undefined,
  );
  return (
    <details className="editor-details" open={isOpenAtFirst}>
      <summary>{words.sessions.more}</summary>
      <div className="stack editor-details-body">
        <TextField
          path={`${path}.description`}
          label={words.sessions.description}
          texts={session.description}
          isLong
          isReadOnly={isReadOnly}
          onChange={(texts, place) => onChange({ ...session, description: texts }, place)}
        />
        <div className="form-row">
          <PlaceSelect
            id={controlId(`${path}.locationId`)}
            label={words.sessions.place}
            none={words.sessions.placeOfWorkshop}
            value={session.locationId}
            error={issueText(editor, `${path}.locationId`)}
            isDisabled={isReadOnly}
            onChange={(locationId) => onChange({ ...session, locationId }, `${path}.locationId`)}
          />
          <InputField
            id={controlId(`${path}.onlineUrl`)}
            label={words.sessions.onlineUrl}
            type="url"
            inputMode="url"
            value={session.onlineUrl ?? ""}
            error={issueText(editor, `${path}.onlineUrl`)}
            readOnly={isReadOnly}
            onChange={(event) =>
              onChange({ ...session, onlineUrl: event.currentTarget.value || null }, `${path}.onlineUrl`)
            }
          />
        </div>
      </div>
    </details>
  );
}
