import type { Language, LocalisedText } from "../../../src/shared/kernel/locale.ts";
import type { QuestionKind } from "../../../src/shared/questionnaires/questionnaire.ts";

export type Both = Required<LocalisedText>;

/** What the editor sets for a question, beside its words. */
export interface AskedQuestion {
  kind: QuestionKind;
  text: Both;
  isRequired?: boolean;
  options?: Both[];
  /** By the name of the field. */
  limits?: Partial<Record<"minimum" | "maximum" | "minLength" | "maxLength" | "minChoices" | "maxChoices", number>>;
  ends?: { fromLabel: Both; toLabel: Both };
  /** Shown only when the question before it is answered with this option. */
  showIf?: Both;
}

const yes = { en: "Yes, more than once", pl: "Tak, nie raz" };
const no = { en: "No, this is the first time", pl: "Nie, to pierwszy raz" };

export const questionnaire = {
  title: { en: "Before we meet", pl: "Zanim się spotkamy" },
  thanks: { en: "Thank you. We begin with what you wrote.", pl: "Dziękujemy. Od tego zaczniemy." },
  sections: [
    {
      title: { en: "You among us", pl: "Ty wśród nas" },
      questions: {
        call: {
          kind: "short_text",
          text: { en: "What shall we call you?", pl: "Jak mamy się do Ciebie zwracać?" },
          isRequired: true,
          limits: { maxLength: 30 },
        },
        years: {
          kind: "number",
          text: { en: "For how many years have you lived here?", pl: "Od ilu lat tu mieszkasz?" },
          limits: { minimum: 0, maximum: 99 },
        },
        before: {
          kind: "single_choice",
          text: { en: "Have you done such a thing before?", pl: "Czy zdarzyło Ci się już robić coś takiego?" },
          isRequired: true,
          options: [yes, no],
        },
        story: {
          kind: "long_text",
          text: { en: "What did you learn from it?", pl: "Czego Cię to nauczyło?" },
          showIf: yes,
        },
      },
    },
    {
      title: { en: "What you hope for", pl: "Na co liczysz" },
      questions: {
        hopes: {
          kind: "multiple_choice",
          text: { en: "What do you hope for most?", pl: "Na czym zależy Ci najbardziej?" },
          options: [
            { en: "Getting to know the neighbours", pl: "Poznać sąsiadów" },
            { en: "Learning something", pl: "Czegoś się nauczyć" },
            { en: "A quiet evening", pl: "Spokojny wieczór" },
          ],
          limits: { maxChoices: 2 },
        },
        ease: {
          kind: "scale",
          text: { en: "How easily do you speak among strangers?", pl: "Jak łatwo mówi Ci się wśród obcych?" },
          ends: {
            fromLabel: { en: "not at all", pl: "wcale" },
            toLabel: { en: "very easily", pl: "bardzo łatwo" },
          },
        },
        consent: {
          kind: "consent",
          text: { en: "You may evaluate my answers.", pl: "Możecie opracować moje odpowiedzi." },
          isRequired: true,
        },
      },
    },
  ],
} as const satisfies {
  title: Both;
  thanks: Both;
  sections: { title: Both; questions: Record<string, AskedQuestion> }[];
};

const [you, hopes] = questionnaire.sections;

/** The words of the questions and answers in the reader's language. */
export const wordsOf = (language: Language) => ({
  call: you.questions.call.text[language],
  years: you.questions.years.text[language],
  before: you.questions.before.text[language],
  story: you.questions.story.text[language],
  hopes: hopes.questions.hopes.text[language],
  ease: hopes.questions.ease.text[language],
  consent: hopes.questions.consent.text[language],
  yes: yes[language],
  no: no[language],
  hopeOptions: hopes.questions.hopes.options.map((option) => option[language]),
});
