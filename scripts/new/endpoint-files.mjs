/** A zod object of the fields, as text. */
const object = (kind, fields) => `z.${kind}({ ${fields.map(({ name, schema }) => `${name}: ${schema}`).join(", ")} })`;

/** Answers come from us: what was a text in the address is a number by now. */
const answered = (field) => ({ ...field, schema: field.type === "number" ? "z.int()" : field.schema });

export function contractEntry(shape, tag) {
  const { operationId, method, path, params, body, fields, operation } = shape;
  const sentence = operation.words.join(" ");
  const answer =
    fields.length > 0 ? object("object", fields.map(answered)) : "z.object({ items: z.array(z.string()) })";
  return [
    `  ${operationId}: endpoint({`,
    `    id: "${operationId}",`,
    `    method: "${method}",`,
    `    path: "${path}",`,
    `    summary: "${sentence[0].toUpperCase()}${sentence.slice(1)}.",`,
    `    ${tag},`,
    `    access: "${shape.isForAdmins ? "operations.read" : "signed_in"}",`,
    ...(shape.creates ? ["    creates: true,", "    status: 201,"] : []),
    ...(params.length > 0 ? [`    params: ${object("strictObject", params)},`] : []),
    ...(body.length > 0 ? [`    body: ${object("strictObject", body)},`] : []),
    shape.isEmpty ? "    status: 204," : `    response: ${answer},`,
    "  }),\n",
  ].join("\n");
}

export function routeLine({ contract, operationId, params, body }) {
  const names = [...(params.length > 0 ? ["params"] : []), ...(body.length > 0 ? ["body"] : [])];
  const input = names.length > 1 ? ["{ ...params, ...body }"] : names;
  const given = ["actor", ...names].join(", ");
  return `route(${contract}.${operationId}, ({ ${given} }) => ${operationId}(${["deps", "actor", ...input].join(", ")}))`;
}

export function writeUseCase({ operation, operationId, fields, isForAdmins, isEmpty, depsType, depsFrom }) {
  const type = `${operation.pascal}Input`;
  const answer = isEmpty ? "void" : fields.length > 0 ? type : "{ items: string[] }";
  const sentence = operation.words.join(" ");
  const lines = [
    isForAdmins ? '  authorise(actor, "operations.read", false);' : "  requirePerson(actor);",
    ...(isEmpty ? [] : [fields.length > 0 ? "  return input;" : "  return { items: [] };"]),
  ];
  const wantsInput = fields.length > 0;
  const input = wantsInput ? `, ${isEmpty ? "_input" : "input"}: ${type}` : "";
  return `import { type Actor, ${isForAdmins ? "authorise" : "requirePerson"} } from "../platform/authz/actor.ts";
import type { ${depsType} } from "${depsFrom}";
${wantsInput ? `\nexport interface ${type} {\n${fields.map(({ name, type }) => `  ${name}: ${type};\n`).join("")}}\n` : ""}
/** ${sentence[0].toUpperCase()}${sentence.slice(1)}. @throws {AppError} not_signed_in${isForAdmins ? " | forbidden" : ""} */
export async function ${operationId}(_deps: ${depsType}, actor: Actor${input}): Promise<${answer}> {
${lines.join("\n")}
}
`;
}

export function endpointTest(shape) {
  const { feature, operationId, params, body, input, inputImports, isForAdmins, isEmpty } = shape;
  const imports = inputImports
    .map(([names, from]) => `import { ${names.join(", ")} } from "../../${from}";\n`)
    .join("");
  const parts = [...(params.length > 0 ? ["input.params"] : []), ...(body.length > 0 ? ["input.body"] : [])];
  const merged = `{ ${parts.map((part) => `...${part}`).join(", ")} }`;
  const answer = parts.length > 1 ? merged : (parts[0] ?? "{ items: [] }");
  const call = `contract.${operationId}, input`;
  const answers = isEmpty
    ? `expect(await caller.call(${call})).toMatchObject({ status: 204 });`
    : `expect(await caller.ok(${call})).toEqual(${answer});`;
  const refusal = `expect(await (await app.as("editor")).call(${call})).toMatchObject({ status: 403 });`;
  return `import { afterAll, beforeAll, expect, test } from "vitest";
${imports}import { ${feature.camel}Contract as contract } from "../../shared/${feature.kebab}/contract.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const input = ${input};

test("answers ${isForAdmins ? "administrators" : "whoever is signed in"}", async () => {
  const caller = await app.as("${isForAdmins ? "admin" : "participant"}");
  ${answers}
});

test("refuses others", async () => {
${isForAdmins ? `  ${refusal}\n` : ""}  expect(await app.anonymous.call(${call})).toMatchObject({ status: 401 });
});
`;
}
