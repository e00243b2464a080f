import { type Language, readText } from "../../shared/kernel/locale.ts";
import type { PersonContact } from "../identity/index.ts";
import { composeLetter } from "../platform/mail/compose.ts";
import type { MailMessage } from "../platform/mail/mail.ts";
import type { NotificationsDeps } from "./deps.ts";
import { type Facts, messages, type NoticeKind } from "./messages.ts";
import { momentIn } from "./moment.ts";

/** What a notice is about; the payload of its job, so dates are ISO strings. */
export interface Notice {
  kind: NoticeKind;
  participantId: string;
  workshopId: string;
  position: number | null;
  offeredUntil: string | null;
}

/** Writes the message in the person's language and hands it to the post; nobody and nothing left is nothing to say. */
export async function sendNotice(
  { db, identity, catalogue, mail, publicUrl }: NotificationsDeps,
  notice: Notice,
): Promise<void> {
  const [person] = await identity.peopleByIds(db, [notice.participantId]);
  const workshop = (await catalogue.workshopSummaries(db, [notice.workshopId])).get(notice.workshopId);
  if (!person || !workshop) return;
  const { language } = person;
  const { timeZone, startsAt } = workshop;
  const facts: Facts = {
    workshop: readText(workshop.title, language)?.text ?? "–",
    starts: startsAt && momentIn(language, startsAt, timeZone),
    position: notice.position,
    until: notice.offeredUntil === null ? null : momentIn(language, new Date(notice.offeredUntil), timeZone),
  };
  await mail.enqueue(db, messageOf(person, { kind: notice.kind, facts, url: ownPage(publicUrl, language) }));
}

const ownPage = (publicUrl: string, language: Language) => `${publicUrl.replace(/\/$/, "")}/${language}/me`;

function messageOf(
  person: PersonContact,
  { kind, facts, url }: { kind: NoticeKind; facts: Facts; url: string },
): MailMessage {
  const { email, name, language } = person;
  const { greeting, closing, notices } = messages[language];
  const { subject, paragraphs, action } = notices[kind];
  const letter = composeLetter({
    language,
    paragraphs: [greeting(name), ...paragraphs(facts)],
    action: { label: action, url },
    closing: [closing],
  });
  return { to: email, subject: subject(facts), language, ...letter };
}
