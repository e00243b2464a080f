import { existsSync, readFileSync } from "node:fs";
import { appendToList, insertBefore, localName, withImport } from "./text-edits.mjs";

const folder = "tests/api";
const table = `${folder}/access-table.test.ts`;

/** The row that says who may call the endpoint, written apart from the code so that a mistake there is noticed. */
export function expectAccess(plan, operationId, row) {
  plan.edit(
    `${folder}/access-expectations.ts`,
    (text) => insertBefore(text, { start: "const rows:", end: "};" }, `  ${operationId}: ${row},\n`),
    `add the row ${operationId}: ${row}`,
  );
}

/** Makes the access table try the specimens of a new feature. */
export function tryFeature(plan, { kebab, camel }) {
  const name = `${camel}Specimens`;
  plan.edit(
    table,
    (text) => {
      const added = insertBefore(text, { start: "const specimens:", end: "};" }, `  "${kebab}": ${name},\n`);
      return added && withImport(added, [name], `./specimens/${kebab}.ts`);
    },
    `add ${name} from ./specimens/${kebab}.ts to the specimens`,
  );
}

/** Makes the access table try one more endpoint of a feature that has specimens. */
export function tryEndpoint(plan, feature, { operationId, input, imports }) {
  const { name, file } = specimensOf(feature.kebab);
  const change = (text) => {
    const contract = localName(text, `${feature.camel}Contract`);
    const call = `specimen(${contract}.${operationId}, async () => ({ input: ${input} }), { relations: ofNobody })`;
    const added = contract && appendToList(text, `export const ${name} = [`, call);
    const complete = added && withImport(added, ["ofNobody", "specimen"], "./specimen.ts");
    return complete && imports.reduce((sum, [names, from]) => withImport(sum, names, `../../../src/${from}`), complete);
  };
  plan.edit(file, change, `add a specimen of ${operationId}`);
}

function specimensOf(feature) {
  const text = existsSync(table) ? readFileSync(table, "utf8") : "";
  const name = new RegExp(`\\n  "?${feature}"?: (\\w+),`).exec(text)?.[1] ?? "";
  const source = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "\\./(.+)";`).exec(text)?.[1];
  return { name, file: `${folder}/${source ?? `specimens/${feature}.ts`}` };
}
