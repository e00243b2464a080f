import type { WorkshopContent } from "../../../../shared/catalogue/workshop.ts";
import { type LocalisedText, languages } from "../../../../shared/kernel/locale.ts";
import { type ContentField, plainContent } from "./plain-content.ts";

/** What is wrong with one control. The path names sessions by their id, since their order follows their times. */
export interface ContentIssue {
  path: string;
  code: string;
  limit?: number | undefined;
  /** The server's own sentence, when it was the one who refused. */
  message?: string | undefined;
}

/** The longest texts that the contract takes. */
export const textLimits = { title: 160, subtitle: 200, summary: 500, line: 300, sessionTitle: 160, sessionText: 2000 };
const largestCapacity = 100_000;
const longestAddress = 500;

export const fieldOf = ({ path }: ContentIssue) => path.split(".")[0] as ContentField;

/** What the server would refuse; a field with an issue is not sent until it is put right. */
export function contentIssues(typed: WorkshopContent): ContentIssue[] {
  const content = plainContent(typed);
  const lines = (field: "objectives" | "requirements") =>
    typed[field].flatMap((line, index) => tooLong(`${field}.${index}`, line, textLimits.line));
  return [
    ...tooLong("title", content.title, textLimits.title),
    ...tooLong("subtitle", content.subtitle, textLimits.subtitle),
    ...tooLong("summary", content.summary, textLimits.summary),
    ...lines("objectives"),
    ...lines("requirements"),
    ...capacityIssues(content.capacity),
    ...addressIssues("onlineUrl", content.onlineUrl),
    ...content.sessions.flatMap((session) => [
      ...tooLong(`sessions.${session.id}.title`, session.title, textLimits.sessionTitle),
      ...tooLong(`sessions.${session.id}.description`, session.description, textLimits.sessionText),
      ...addressIssues(`sessions.${session.id}.onlineUrl`, session.onlineUrl),
    ]),
  ];
}

function tooLong(path: string, texts: LocalisedText, limit: number): ContentIssue[] {
  return languages
    .filter((language) => (texts[language]?.length ?? 0) > limit)
    .map((language) => ({ path: `${path}.${language}`, code: "too_long", limit }));
}

function capacityIssues(capacity: number | null): ContentIssue[] {
  if (capacity === null) return [];
  if (!Number.isInteger(capacity)) return [{ path: "capacity", code: "not_whole" }];
  if (capacity < 1) return [{ path: "capacity", code: "too_low", limit: 1 }];
  return capacity > largestCapacity ? [{ path: "capacity", code: "too_high", limit: largestCapacity }] : [];
}

function addressIssues(path: string, address: string | null): ContentIssue[] {
  if (address === null) return [];
  const isGood = /^https?:\/\//i.test(address) && URL.canParse(address) && address.length <= longestAddress;
  return isGood ? [] : [{ path, code: "invalid_url" }];
}

/** The server's refusals as ours: `changes.sessions.0.startsAt` becomes `sessions.<id>.startsAt`. */
export function refusals(
  issues: readonly { field: string; code: string; message: string }[],
  sent: Pick<Partial<WorkshopContent>, "sessions">,
): ContentIssue[] {
  return issues.map(({ field, code, message }) => {
    const path = field.replace(/^changes\./, "").replace(/^sessions\.(\d+)/, (whole, index: string) => {
      const session = sent.sessions?.[Number(index)];
      return session ? `sessions.${session.id}` : whole;
    });
    return { path, code, message };
  });
}
