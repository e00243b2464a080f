import type { Language } from "../../../shared/kernel/locale.ts";
import { type AlertType, alertTypes } from "./finding.ts";
import type { AlertTexts } from "./texts.ts";
import { en } from "./texts-en.ts";
import { pl } from "./texts-pl.ts";

const texts: Record<Language, AlertTexts> = { en, pl };

export const textsIn = (language: Language): AlertTexts => texts[language];

interface Told {
  type: string;
  subject: string;
  value: number | null;
  threshold: number | null;
}

/** What is wrong and what to do first. */
export function messageOf({ type, subject, value, threshold }: Told, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const shown = (figure: number | null) => (figure === null ? "–" : number.format(figure));
  const { alerts, unknown } = texts[language];
  const facts = { subject: subject || type, value: shown(value), threshold: shown(threshold) };
  return (isAlertType(type) ? alerts[type] : unknown)(facts);
}

/** A few words about a kind of alert. */
export function nameOf({ type, subject }: Pick<Told, "type" | "subject">, language: Language): string {
  const name = isAlertType(type) ? texts[language].names[type] : type;
  return subject === "" ? name : `${name}: ${subject}`;
}

const isAlertType = (type: string): type is AlertType => (alertTypes as readonly string[]).includes(type);
