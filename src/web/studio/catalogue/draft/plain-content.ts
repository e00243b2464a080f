import { canonicalJson } from "../../../../shared/catalogue/canonical-json.ts";
import { plainText } from "../../../../shared/catalogue/plain-text.ts";
import type { DraftSession, WorkshopContent } from "../../../../shared/catalogue/workshop.ts";
import { type LocalisedText, languages } from "../../../../shared/kernel/locale.ts";

export type ContentField = keyof WorkshopContent;
export const contentFieldsOf = (content: WorkshopContent) => Object.keys(content) as ContentField[];

export const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/**
 * What is sent for what somebody typed: texts without spaces around them, none that is empty, no empty lines, sessions in
 * the order of time. The form itself keeps what was typed, so that a space is not taken away under somebody's fingers.
 */
export function plainContent(content: WorkshopContent): WorkshopContent {
  return {
    ...content,
    title: plainTexts(content.title),
    subtitle: plainTexts(content.subtitle),
    summary: plainTexts(content.summary),
    description: {
      ...(plainText(content.description.en) ? { en: content.description.en } : {}),
      ...(plainText(content.description.pl) ? { pl: content.description.pl } : {}),
    },
    objectives: plainLines(content.objectives),
    requirements: plainLines(content.requirements),
    onlineUrl: plainAddress(content.onlineUrl),
    sessions: inOrderOfTime(content.sessions).map((session) => ({
      ...session,
      title: plainTexts(session.title),
      description: plainTexts(session.description),
      onlineUrl: plainAddress(session.onlineUrl),
    })),
  };
}

export function inOrderOfTime(sessions: readonly DraftSession[]): DraftSession[] {
  return sessions.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

function plainTexts(texts: LocalisedText): LocalisedText {
  const sides = languages.map((language) => [language, texts[language]?.trim()] as const);
  return Object.fromEntries(sides.filter(([, text]) => text));
}

const plainLines = (lines: readonly LocalisedText[]) =>
  lines.map(plainTexts).filter((line) => languages.some((language) => line[language]));

const plainAddress = (address: string | null) => address?.trim() || null;
