import type { Language } from "../../shared/kernel/locale.ts";
import type { ContentProblem, ContentProblemCode } from "../../shared/questionnaires/content-problem.ts";

type Params = ContentProblem["params"];
type SettingCode = "closes_before_opening" | "audience_without_workshop";
type Code = ContentProblemCode | "translation_outdated" | SettingCode;
type Sentences = Record<Code, (params: Params) => string>;

const en: Sentences = {
  no_questions: () => "Add at least one question.",
  empty_section: () => "This section has no questions and is left out.",
  duplicate_id: () => "Two parts have the same id.",
  duplicate_code: ({ question }) => `Two questions have the code “${question}”.`,
  limits_reversed: ({ question }) => `The lower limit of “${question}” lies above the upper one.`,
  scale_points: ({ question, minimum, maximum }) => `The scale “${question}” needs ${minimum} to ${maximum} points.`,
  too_few_options: ({ question, minimum }) => `“${question}” needs at least ${minimum} options.`,
  duplicate_option: ({ question, option }) => `“${question}” has two options with the code “${option}”.`,
  more_choices_than_options: ({ question }) => `“${question}” asks for more choices than it has options.`,
  unknown_reference: ({ question }) => `The condition asks for “${question}”, which does not exist.`,
  later_reference: ({ question }) => `The condition asks for “${question}”, which comes later.`,
  self_reference: ({ question }) => `The condition of “${question}” asks for its own answer.`,
  test_does_not_fit: ({ question }) => `This test does not fit the kind of question of “${question}”.`,
  test_without_value: ({ question }) => `Say what the answer to “${question}” is compared with.`,
  test_never_holds: ({ question }) => `No answer to “${question}” ever passes this test.`,
  unreachable: ({ question }) =>
    question ? `“${question}” can never be shown: its condition never holds.` : "This section can never be shown.",
  text_missing: ({ place, language }) => `${place} is missing in ${languageName(language, "en")}.`,
  translation_missing: ({ place, language }) =>
    `${place} is missing in ${languageName(language, "en")}; readers get the other language.`,
  translation_outdated: ({ language }) =>
    `The other language was changed, and ${languageName(language, "en")} has not followed everywhere.`,
  closes_before_opening: () => "The end lies before the start.",
  audience_without_workshop: () => "Only a questionnaire of a workshop can be for its participants.",
};

const pl: Sentences = {
  no_questions: () => "Dodaj co najmniej jedno pytanie.",
  empty_section: () => "Ta sekcja nie ma pytań i zostanie pominięta.",
  duplicate_id: () => "Dwie części mają ten sam identyfikator.",
  duplicate_code: ({ question }) => `Dwa pytania mają kod „${question}”.`,
  limits_reversed: ({ question }) => `Dolna granica w „${question}” jest wyższa niż górna.`,
  scale_points: ({ question, minimum, maximum }) =>
    `Skala „${question}” musi mieć od ${minimum} do ${maximum} punktów.`,
  too_few_options: ({ question, minimum }) => `Liczba opcji w „${question}” nie może być mniejsza niż ${minimum}.`,
  duplicate_option: ({ question, option }) => `W „${question}” dwie opcje mają kod „${option}”.`,
  more_choices_than_options: ({ question }) => `„${question}” wymaga większej liczby wyborów, niż ma opcji.`,
  unknown_reference: ({ question }) => `Warunek pyta o „${question}”, a takiego pytania nie ma.`,
  later_reference: ({ question }) => `Warunek pyta o „${question}”, które jest dopiero dalej.`,
  self_reference: ({ question }) => `Warunek pytania „${question}” pyta o jego własną odpowiedź.`,
  test_does_not_fit: ({ question }) => `Ten warunek nie pasuje do rodzaju pytania „${question}”.`,
  test_without_value: ({ question }) => `Podaj, z czym porównać odpowiedź na „${question}”.`,
  test_never_holds: ({ question }) => `Żadna odpowiedź na „${question}” nie spełni tego warunku.`,
  unreachable: ({ question }) =>
    question
      ? `„${question}” nigdy się nie pojawi: jego warunek nie może być spełniony.`
      : "Ta sekcja nigdy się nie pojawi.",
  text_missing: ({ place, language }) => `Brak tekstu (${place}) w języku ${languageName(language, "pl")}.`,
  translation_missing: ({ place, language }) =>
    `Brak tekstu (${place}) w języku ${languageName(language, "pl")}; pojawi się tekst w drugim języku.`,
  translation_outdated: ({ language }) =>
    `Drugą wersję językową zmieniono, a teksty w języku ${languageName(language, "pl")} nie wszędzie za nią nadążają.`,
  closes_before_opening: () => "Koniec wypada przed początkiem.",
  audience_without_workshop: () => "Tylko ankieta należąca do warsztatu może być dla jego uczestników.",
};

const sentences: Record<Language, Sentences> = { en, pl };

function languageName(language: string | number | undefined, reader: Language): string {
  if (reader === "pl") return language === "pl" ? "polskim" : "angielskim";
  return language === "pl" ? "Polish" : "English";
}

/** What the last step of a field's path is called. */
const places: Record<Language, Record<string, string>> = {
  en: {
    title: "The title",
    introduction: "The introduction",
    thanks: "The closing text",
    description: "The description of the section",
    text: "The text of the question",
    help: "The hint",
    label: "The label of the option",
    fromLabel: "The label of the lowest point",
    toLabel: "The label of the highest point",
  },
  pl: {
    title: "tytuł",
    introduction: "wstęp",
    thanks: "zakończenie",
    description: "opis sekcji",
    text: "treść pytania",
    help: "podpowiedź",
    label: "nazwa opcji",
    fromLabel: "opis najniższego punktu",
    toLabel: "opis najwyższego punktu",
  },
};

/** The sentence about a problem of the content, in the reader's language. */
export function problemSentence(problem: Omit<ContentProblem, "code"> & { code: Code }, reader: Language): string {
  const lastStep = problem.field.split(".").at(-1) ?? "";
  const place = places[reader][lastStep] ?? lastStep;
  return sentences[reader][problem.code]({ place, ...problem.params });
}

/** The sentence about settings that do not fit together. */
export const settingSentence = (code: SettingCode, reader: Language): string => sentences[reader][code]({});
