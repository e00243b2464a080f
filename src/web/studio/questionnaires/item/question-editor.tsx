import type { LocalisedText } from "../../../../shared/kernel/locale.ts";
import type { Question } from "../../../../shared/questionnaires/questionnaire.ts";
import { CheckboxField } from "../../../design-system/choice-fields.tsx";
import { controlId, useBuilder } from "../builder-context.ts";
import { codeAfterText } from "../draft/automatic-code.ts";
import { codesBut, isQuestionCode } from "../draft/content-code.ts";
import { changeQuestion, type Place, renameCode } from "../draft/edit-content.ts";
import { CodeField } from "./code-field.tsx";
import { ConditionEditor } from "./condition-editor.tsx";
import { ItemHead } from "./item-head.tsx";
import { KindSettings } from "./kind-settings.tsx";
import { TextPair } from "./text-pair.tsx";

/** Everything about one question. */
export function QuestionEditor({ place }: { place: Place }) {
  const { words, content, edit, state } = useBuilder();
  const { question, sectionIndex, index } = place;
  const path = `sections.${sectionIndex}.questions.${index}`;
  const change = (parts: Partial<Question>, at: string) =>
    edit(
      changeQuestion(content, question.id, (before) => ({ ...before, ...parts }) as Question),
      `${question.id}.${at}`,
    );
  const changeText = (text: LocalisedText, at: string) => {
    const changed = changeQuestion(content, question.id, (before) => ({ ...before, text }));
    const code = codeAfterText(question, text, {
      taken: codesBut(content, question.id),
      isPublished: state.draft.currentVersion !== null,
    });
    edit(renameCode(changed, question.id, code), at);
  };
  return (
    <div className="builder-item">
      <ItemHead title={words.kinds[question.kind]} place={place} />
      <TextPair
        path={`${path}.text`}
        label={words.fields.text}
        text={question.text}
        onChange={changeText}
        maxLength={1000}
        isLong
      />
      <TextPair
        path={`${path}.help`}
        label={words.fields.help}
        hint={words.fields.helpHint}
        text={question.help}
        onChange={(help, at) => change({ help }, at)}
        maxLength={1000}
      />
      <CheckboxField
        id={controlId(`${path}.isRequired`)}
        label={words.fields.required}
        checked={question.isRequired}
        onChange={(event) => change({ isRequired: event.currentTarget.checked }, "isRequired")}
      />
      <KindSettings question={question} path={path} change={change} />
      <QuestionCodeField key={question.id} question={question} path={path} />
      <ConditionEditor
        path={`${path}.showIf`}
        showIf={question.showIf}
        before={question.id}
        onChange={(showIf) => change({ showIf }, "showIf")}
      />
    </div>
  );
}

function QuestionCodeField({ question, path }: { question: Question; path: string }) {
  const { words, content, edit } = useBuilder();
  const faultOf = (code: string) => {
    if (!isQuestionCode(code)) return words.fields.codeInvalid;
    return codesBut(content, question.id).has(code) ? words.fields.codeTaken : undefined;
  };
  return (
    <CodeField
      id={controlId(`${path}.code`)}
      label={words.fields.code}
      hint={words.fields.codeHint}
      code={question.code}
      faultOf={faultOf}
      onChange={(code) => edit(renameCode(content, question.id, code), `${question.id}.code`)}
    />
  );
}
