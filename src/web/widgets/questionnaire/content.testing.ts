import { newQuestion } from "../../../shared/questionnaires/question-kinds.ts";
import type {
  PublishedQuestionnaire,
  Question,
  QuestionnaireContent,
} from "../../../shared/questionnaires/questionnaire.ts";

const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** Three sections: the second appears to those who say yes, the third asks for a required number. */
export const content: QuestionnaireContent = {
  title: { en: "Trial" },
  introduction: {},
  thanks: {},
  sections: [
    {
      id: id(1),
      title: { en: "First" },
      description: {},
      showIf: null,
      questions: [
        { ...newQuestion("yes_no", id(11), "joined"), text: { en: "Joined?" } } as Question,
        { ...newQuestion("short_text", id(12), "name"), text: { en: "Name?" } } as Question,
      ],
    },
    {
      id: id(2),
      title: { en: "Second" },
      description: {},
      showIf: { join: "all", tests: [{ question: "joined", is: "equals", value: true }] },
      questions: [{ ...newQuestion("long_text", id(21), "story"), text: { en: "Story?" } } as Question],
    },
    {
      id: id(3),
      title: { en: "Third" },
      description: {},
      showIf: null,
      questions: [{ ...newQuestion("number", id(31), "age"), isRequired: true, text: { en: "Age?" } } as Question],
    },
  ],
};
export const sectionIds = content.sections.map((section) => section.id);

export const questionnaire: PublishedQuestionnaire = {
  id: id(99),
  version: 1,
  languages: ["en"],
  audience: "anyone",
  identityMode: "anonymous",
  status: "published",
  opensAt: null,
  closesAt: null,
  workshop: null,
  content,
};
