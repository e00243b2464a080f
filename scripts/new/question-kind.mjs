import { readdirSync, readFileSync } from "node:fs";
import { requireSnake } from "./names.mjs";
import { control, rules } from "./question-kind-files.mjs";
import { Refusal } from "./refusal.mjs";
import { insertBefore, withImport } from "./text-edits.mjs";

const shared = "src/shared/questionnaires";
const widget = "src/web/widgets/questionnaire";

/** A kind of question that is answered with one line of text, until its rules are written. */
export function newQuestionKind(plan, name) {
  const names = requireSnake(name, "A kind");
  const { kebab, pascal, camel, snake } = names;
  const schemas = `${shared}/questionnaire.ts`;
  if (readFileSync(schemas, "utf8").includes(`z.literal("${snake}")`)) throw new Refusal(`${snake} exists already.`);

  const schema = `\n  z.strictObject({ ...base, kind: z.literal("${snake}") }),`;
  plan.edit(
    schemas,
    (text) => insertBefore(text, { start: "export const Question = ", end: "\n]);" }, schema),
    `add the schema ${schema.trim()}`,
  );
  plan.create(`${shared}/kinds/${kebab}.ts`, rules(names));
  addEntry(plan, `${shared}/question-kinds.ts`, {
    start: "export const questionKinds",
    entry: `${snake}: ${camel}Rules`,
    from: `./kinds/${kebab}.ts`,
  });
  plan.create(`${widget}/answers/${kebab}-answer.tsx`, control(names));
  addEntry(plan, `${widget}/question-field.tsx`, {
    start: "const controls",
    entry: `${snake}: ${pascal}Answer`,
    from: `./answers/${kebab}-answer.tsx`,
  });
  nameIt(plan, names);
  plan.remains(
    `${shared}/kinds/${kebab}.ts: its own limits (and their schema in questionnaire.ts), form, tests and samples`,
  );
  plan.remains(`${widget}: a control of its own, and what it allows in limit-hint.ts`);
  plan.remains(
    "src/web/studio/questionnaires/item/kind-settings.tsx: the builder's fields for its limits, if it has any",
  );
  plan.remains("src/web/studio/questionnaires/draft/condition-tests.ts: what conditions compare it with (valueForm)");
  plan.remains("src/server/analysis/question-cells.ts: its cells, unless answers are listed as texts");
}

function addEntry(plan, file, { start, entry, from }) {
  const name = entry.split(": ")[1];
  plan.edit(
    file,
    (text) => {
      const added = insertBefore(text, { start, end: "\n};" }, `\n  ${entry},`);
      return added && withImport(added, [name], from);
    },
    `add ${entry} from ${from}`,
  );
}

/** Wherever every kind has a text, the new one gets one, the same in both languages until somebody translates it. */
function nameIt(plan, { snake, words }) {
  const title = words.join(" ").replace(/^./, (letter) => letter.toUpperCase());
  for (const language of ["en", "pl"]) {
    for (const file of readdirSync(`src/web/i18n/${language}`)) {
      const path = `src/web/i18n/${language}/${file}`;
      const list = /\n( +)short_text: "(?:[^\n]*\n)+?\1consent: "[^"\n]*",?\n/.exec(readFileSync(path, "utf8"))?.[0];
      if (!list) continue;
      const indent = /^\n( +)/.exec(list)?.[1] ?? "";
      plan.edit(path, (text) => text.replace(list, () => `${list}${indent}${snake}: "${title}",\n`), "");
      plan.remains(`${path}: the name of the kind${language === "pl" ? ", in Polish" : ""}`);
    }
  }
}
