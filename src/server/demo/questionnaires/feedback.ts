import type { QuestionnaireContent } from "../../../shared/questionnaires/questionnaire.ts";
import { bound, option, question, section, shownIf } from "./question-writing.ts";

/** What was the workshop good for: the questionnaire of the past team-integration workshop. */
export function feedbackQuestionnaire(): QuestionnaireContent {
  return {
    title: bound({
      en: "After two days of “A team, not just a list of names”",
      pl: "Po dwóch dniach „Zespół, nie lista nazwisk”",
    }),
    introduction: bound({
      en: "Ten questions, about five minutes. We ask what happened afterwards, not whether you liked the coffee. Your answers help us prepare the third meeting; the team sees only summaries, never single answers.",
      pl: "Dziesięć pytań, około pięciu minut. Pytamy o to, co stało się potem, a nie o to, czy smakowała kawa. Odpowiedzi pomogą nam przygotować trzecie spotkanie; zespół zobaczy tylko zestawienia, nigdy pojedyncze odpowiedzi.",
    }),
    thanks: bound({
      en: "Thank you. We shall begin the third meeting with what you have written.",
      pl: "Dziękujemy. Od tego, co napisaliście, zaczniemy trzecie spotkanie.",
    }),
    sections: [workshopSection(), afterwardsSection()],
  };
}

const workshopSection = () =>
  section(
    { en: "The workshop", pl: "Warsztat" },
    { en: "What these two days were like.", pl: "Jakie były te dwa dni." },
    [
      question({
        kind: "single_choice",
        code: "meetings",
        isRequired: true,
        text: { en: "Which meetings did you come to?", pl: "W których spotkaniach udało ci się wziąć udział?" },
        options: [
          option("both", "Both", "W obu"),
          option("first", "Only the first", "Tylko w pierwszym"),
          option("second", "Only the second", "Tylko w drugim"),
        ],
      }),
      question({
        kind: "rating",
        code: "overall",
        isRequired: true,
        text: { en: "How do you rate the workshop as a whole?", pl: "Jak oceniasz warsztat jako całość?" },
      }),
      question({
        kind: "single_choice",
        code: "pace",
        text: { en: "What was the pace like for you?", pl: "Jakie było dla ciebie tempo?" },
        options: [
          option("too_slow", "Too slow", "Za wolne"),
          option("right", "About right", "W sam raz"),
          option("too_fast", "Too fast", "Za szybkie"),
        ],
      }),
      question({
        kind: "scale",
        code: "speaking_up",
        text: {
          en: "How easy or hard was it for you to say, at the workshop, something that others might not like?",
          pl: "Jak łatwo albo trudno było ci na warsztacie powiedzieć coś, co mogło się innym nie spodobać?",
        },
        from: 1,
        to: 7,
        fromLabel: { en: "very hard", pl: "bardzo trudno" },
        toLabel: { en: "very easy", pl: "bardzo łatwo" },
      }),
      question({
        kind: "long_text",
        code: "in_the_way",
        text: {
          en: "What, if anything, got in your way or was missing?",
          pl: "Co ci przeszkadzało albo czego zabrakło – jeśli czegokolwiek?",
        },
      }),
    ],
  );

const afterwardsSection = () =>
  section({ en: "Afterwards", pl: "Potem" }, { en: "What has come of it at work.", pl: "Co z tego wyszło w pracy." }, [
    question({
      kind: "multiple_choice",
      code: "came_back",
      text: {
        en: "Which of these have you come back to since then, in talk or in practice?",
        pl: "Do czego zdarzyło ci się od tamtej pory wrócić, w rozmowie albo w praktyce?",
      },
      options: [
        option("team_map", "The map of the team", "Mapa zespołu"),
        option("pair_walk", "The walk in pairs", "Spacer w parach"),
        option("invisible_tasks", "The list of invisible tasks", "Lista zadań, których nie widać"),
        option("agreement", "The working agreement", "Umowa o współpracy"),
        option("nothing", "None of them", "Do niczego z tego"),
      ],
      hasOther: true,
    }),
    question({
      kind: "scale",
      code: "change",
      text: {
        en: "To what extent has anything changed in the everyday work of your team?",
        pl: "Na ile zmieniło się coś w codziennej pracy twojego zespołu?",
      },
      from: 1,
      to: 7,
      fromLabel: { en: "nothing has changed", pl: "nic się nie zmieniło" },
      toLabel: { en: "a great deal has changed", pl: "zmieniło się bardzo dużo" },
    }),
    question({
      kind: "long_text",
      code: "what_changed",
      text: {
        en: "What has changed, for better or worse? An example will be best.",
        pl: "Co się zmieniło – na lepsze albo na gorsze? Najlepiej na przykładzie.",
      },
      showIf: shownIf("change", "at_least", 2),
    }),
    question({
      kind: "nps",
      code: "recommend",
      text: {
        en: "How likely is it that you would recommend this workshop to another team?",
        pl: "Na ile prawdopodobne jest, że polecisz ten warsztat innemu zespołowi?",
      },
    }),
    question({
      kind: "consent",
      code: "quote_consent",
      purpose: "quote",
      text: {
        en: "I agree that short passages from my answers may be quoted without my name.",
        pl: "Zgadzam się na cytowanie krótkich fragmentów moich odpowiedzi bez podawania nazwiska.",
      },
    }),
  ]);
