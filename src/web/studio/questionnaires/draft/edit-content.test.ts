import { expect, test } from "vitest";
import type { QuestionnaireContent } from "../../../../shared/questionnaires/questionnaire.ts";
import { codeFromText, freeCode } from "./content-code.ts";
import * as edit from "./edit-content.ts";

const empty: QuestionnaireContent = { title: {}, introduction: {}, thanks: {}, sections: [] };

function twoQuestions() {
  const { content: withSection, id: sectionId } = edit.addSection(empty);
  const first = edit.addQuestion(withSection, sectionId, "single_choice");
  const second = edit.addQuestion(first.content, sectionId, "short_text");
  return { content: second.content, sectionId, first: first.id, second: second.id };
}

test("a new question has a code of its own, also beside a copy", () => {
  const { content, first } = twoQuestions();
  const copied = edit.duplicateQuestion(content, first);
  const codes = edit.questionsOf(copied?.content ?? empty).map(({ code }) => code);
  expect(codes).toEqual(["question_1", "question_1_2", "question_2"]);
});

test("conditions follow a question's code and an option's", () => {
  const { content, first, second } = twoQuestions();
  const asked = edit.changeQuestion(content, second, (question) => ({
    ...question,
    showIf: { join: "all", tests: [{ question: "question_1", is: "equals", value: "option_1" }] },
  }));
  const renamed = edit.followOption(edit.renameCode(asked, first, "arrival"), "arrival", {
    from: "option_1",
    to: "bus",
  });
  expect(edit.placeOf(renamed, second)?.question.showIf?.tests).toEqual([
    { question: "arrival", is: "equals", value: "bus" },
  ]);
});

test("questions move inside their section and to another one", () => {
  const { content, first, second } = twoQuestions();
  expect(edit.questionsOf(edit.moveQuestion(content, second, 0)).map(({ id }) => id)).toEqual([second, first]);
  const more = edit.addSection(content);
  const moved = edit.moveToSection(more.content, first, more.id);
  expect(edit.placeOf(moved, first)?.sectionIndex).toBe(1);
  expect(edit.moveSection(moved, more.id, 0).sections[0]?.id).toBe(more.id);
});

test("codes come from texts", () => {
  expect(codeFromText("Jak tu dotarłaś – pieszo czy rowerem?", "x")).toBe("jak_tu_dotarlas_pieszo_czy");
  expect(codeFromText("3 things", "x")).toBe("q_3_things");
  expect(codeFromText("???", "question_4")).toBe("question_4");
  expect(freeCode("a", new Set(["a", "a_2"]))).toBe("a_3");
});
