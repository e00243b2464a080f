import type { Enrolment } from "../../shared/enrolment/contract.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { Button } from "../design-system/button.tsx";
import { enrollingMessages } from "../i18n/enrolling.ts";
import { formatDateTime } from "../i18n/format.ts";

export interface EnrolmentStateProps {
  language: Language;
  enrolment: Pick<Enrolment, "id" | "status" | "position" | "offeredUntil">;
  context: {
    /** Where the buttons post to. */
    action: string;
    timeZone: string;
    headingLevel?: 2 | 3 | 4;
  };
}

/** Where one stands, and what one can do about it. Works without scripts. */
export function EnrolmentState({ language, enrolment, context }: EnrolmentStateProps) {
  const words = enrollingMessages[language];
  const { status, position, offeredUntil } = enrolment;
  const { title, text } = words.states[status];
  const Heading = `h${context.headingLevel ?? 2}` as const;
  return (
    <>
      <Heading className="enrol-state-title">{title}</Heading>
      {position !== null && <p className="enrol-position numeric">{words.position(position)}</p>}
      {text && <p>{text}</p>}
      {status === "offered" && offeredUntil && (
        <p>{words.heldUntil(formatDateTime(language, offeredUntil, { timeZone: context.timeZone, style: "long" }))}</p>
      )}
      {status === "offered" && <OfferForm language={language} action={context.action} />}
      {(status === "confirmed" || status === "waitlisted" || status === "pending") && (
        <LeaveForm language={language} action={context.action} status={status} />
      )}
    </>
  );
}

function OfferForm({ language, action }: { language: Language; action: string }) {
  const words = enrollingMessages[language];
  return (
    <form method="post" action={action} className="form-actions">
      <Button type="submit" variant="primary" name="action" value="accept">
        {words.accept}
      </Button>
      <Button type="submit" name="action" value="decline">
        {words.decline}
      </Button>
    </form>
  );
}

interface LeaveFormProps {
  language: Language;
  action: string;
  status: "confirmed" | "waitlisted" | "pending";
}

/** Folded away: giving up a seat cannot be undone, so it takes two presses. */
function LeaveForm({ language, action, status }: LeaveFormProps) {
  const words = enrollingMessages[language];
  const [summary, text, button] = {
    confirmed: [words.leave, words.leaveText, words.leaveButton],
    waitlisted: [words.leaveLine, words.leaveLineText, words.leaveLineButton],
    pending: [words.leave, "", words.withdrawButton],
  }[status];
  return (
    <details className="enrol-leave">
      <summary>{summary}</summary>
      <form method="post" action={action} className="stack-tight">
        {text && <p>{text}</p>}
        <div className="form-actions">
          <Button type="submit" variant="danger" name="action" value="cancel">
            {button}
          </Button>
        </div>
      </form>
    </details>
  );
}
