import type { ChecklistCode, ChecklistFinding } from "../../shared/catalogue/publish-checklist.ts";
import type { Language } from "../../shared/kernel/locale.ts";

type Params = ChecklistFinding["params"];
export type ReferenceCode =
  | "unknown_facilitator"
  | "unknown_location"
  | "unknown_tag"
  | "not_a_theme"
  | "duplicate_facilitator"
  | "duplicate_session"
  | "session_of_another_workshop"
  | "version_unknown"
  | "ends_before_start";
type Code = ChecklistCode | ReferenceCode;

const en: Record<Code, (params: Params) => string> = {
  title_missing: () => "Give the workshop a title in this language.",
  description_missing: () => "Describe the workshop in this language.",
  session_missing: () => "Add at least one session.",
  session_not_in_future: () => "All sessions lie in the past. Add one in the future.",
  session_ends_before_start: ({ number }) => `Session ${number} ends before it starts.`,
  session_outside_availability: ({ number, location }) =>
    `Session ${number} is outside the time in which “${location}” is available.`,
  sessions_overlap_location: ({ number, other }) => `Sessions ${other} and ${number} overlap at the same place.`,
  sessions_overlap_facilitator: ({ number, other }) =>
    `Sessions ${other} and ${number} overlap, and the same people lead both.`,
  capacity_missing: () => "Say how many people can take part.",
  facilitator_missing: () => "Assign at least one facilitator.",
  questionnaire_missing: () => "There is no questionnaire yet. One is recommended, not required.",
  unknown_facilitator: () => "There is no such facilitator.",
  unknown_location: () => "There is no such location.",
  unknown_tag: () => "There is no such tag.",
  not_a_theme: () => "The category has to be one of the themes.",
  duplicate_facilitator: () => "This facilitator is listed twice.",
  duplicate_session: () => "Two sessions have the same id.",
  session_of_another_workshop: () => "This session's id belongs to another workshop.",
  version_unknown: () => "There is no such version yet.",
  ends_before_start: () => "The end lies before the start.",
};

const pl: Record<Code, (params: Params) => string> = {
  title_missing: () => "Nadaj warsztatowi tytuł w tym języku.",
  description_missing: () => "Opisz warsztat w tym języku.",
  session_missing: () => "Dodaj co najmniej jedno spotkanie.",
  session_not_in_future: () => "Wszystkie spotkania już się odbyły. Dodaj termin w przyszłości.",
  session_ends_before_start: ({ number }) => `Spotkanie ${number} kończy się, zanim się zacznie.`,
  session_outside_availability: ({ number, location }) =>
    `Spotkanie ${number} wykracza poza czas, w którym dostępne jest miejsce „${location}”.`,
  sessions_overlap_location: ({ number, other }) => `Spotkania ${other} i ${number} nakładają się w tym samym miejscu.`,
  sessions_overlap_facilitator: ({ number, other }) =>
    `Spotkania ${other} i ${number} nakładają się, a prowadzą je te same osoby.`,
  capacity_missing: () => "Podaj, ile osób może wziąć udział.",
  facilitator_missing: () => "Przypisz co najmniej jedną osobę prowadzącą.",
  questionnaire_missing: () => "Nie ma jeszcze ankiety. Jest zalecana, ale nie wymagana.",
  unknown_facilitator: () => "Nie ma takiej osoby prowadzącej.",
  unknown_location: () => "Nie ma takiego miejsca.",
  unknown_tag: () => "Nie ma takiego tagu.",
  not_a_theme: () => "Kategoria musi być jednym z tematów.",
  duplicate_facilitator: () => "Ta osoba prowadząca jest wymieniona dwa razy.",
  duplicate_session: () => "Dwa spotkania mają ten sam identyfikator.",
  session_of_another_workshop: () => "Identyfikator tego spotkania należy do innego warsztatu.",
  version_unknown: () => "Takiej wersji jeszcze nie ma.",
  ends_before_start: () => "Koniec wypada przed początkiem.",
};

/** The sentence about a finding, in the reader's language. */
export function sentence(code: Code, language: Language, params: Params = {}): string {
  return (language === "en" ? en : pl)[code](params);
}
