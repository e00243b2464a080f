import type { FocusEvent } from "react";
import type { DraftSession } from "../../../../shared/catalogue/workshop.ts";
import { Button } from "../../../design-system/button.tsx";
import { showToast } from "../../../design-system/interactive/toast.tsx";
import { inOrderOfTime } from "../draft/plain-content.ts";
import { controlId, useWorkshopEditor } from "../editor-context.ts";
import { SessionForm } from "./session-form.tsx";
import { nextSession } from "./session-times.ts";
import { TimeZoneField } from "./time-zone-field.tsx";

/** When people meet. The order follows the times, once the person is done with a session. */
export function SessionsPart() {
  const { content, draft, store, words } = useWorkshopEditor();
  const { sessions, timeZone } = content;
  const write = (next: DraftSession[], place: string) => store.change({ sessions: next }, place);
  const add = () => {
    const session = nextSession(inOrderOfTime(sessions), timeZone, Date.now());
    write([...sessions, session], `session ${session.id}`);
    requestAnimationFrame(() => document.getElementById(controlId(`sessions.${session.id}.startsAt`))?.focus());
  };
  const remove = (session: DraftSession) => {
    const before = content.sessions;
    write(
      before.filter((each) => each !== session),
      `remove ${session.id}`,
    );
    const onAction = () => {
      const present = store.get().state.content.sessions;
      if (!present.some(({ id }) => id === session.id))
        write(inOrderOfTime([...present, session]), `back ${session.id}`);
    };
    const number = before.indexOf(session) + 1;
    showToast({ title: words.sessions.removed(number), action: { label: words.undo, onAction } });
    document.getElementById(controlId("sessions"))?.focus();
  };
  const sortOnLeaving = (event: FocusEvent<HTMLLIElement>) => {
    const hasLeft = !event.currentTarget.contains(event.relatedTarget);
    const ordered = inOrderOfTime(sessions);
    if (hasLeft && ordered.some((session, index) => session !== sessions[index])) write(ordered, "session order");
  };
  return (
    <div id={controlId("sessions")} tabIndex={-1} className="stack editor-group">
      <TimeZoneField />
      {sessions.length === 0 && <p className="muted">{words.sessions.empty}</p>}
      <ol className="editor-sessions" hidden={sessions.length === 0}>
        {sessions.map((session, index) => (
          <li key={session.id} onBlur={sortOnLeaving}>
            <SessionForm
              session={session}
              number={index + 1}
              onChange={(next, place) => write(sessions.with(index, next), place)}
              onRemove={() => remove(session)}
            />
          </li>
        ))}
      </ol>
      {draft.canEditSessions && (
        <Button className="editor-add" onClick={add}>
          {words.sessions.add}
        </Button>
      )}
    </div>
  );
}
