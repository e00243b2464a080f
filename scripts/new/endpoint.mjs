import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expectAccess, tryEndpoint } from "./access-table.mjs";
import { contractEntry, endpointTest, routeLine, writeUseCase } from "./endpoint-files.mjs";
import { endpointShape } from "./endpoint-shape.mjs";
import { requireCamel, requireKebab } from "./names.mjs";
import { Refusal } from "./refusal.mjs";
import { appendToList, insertBefore, localName, withImport } from "./text-edits.mjs";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** One more endpoint of a feature: it answers with what it was asked, to as few people as possible, until it is written. */
export function newEndpoint(plan, ...[featureName, operationId, method, path]) {
  const feature = requireKebab(featureName, "A feature");
  const operation = requireCamel(operationId, "An operationId");
  requireNewCall({ operationId, method, path });
  const routes = readRoutes(feature);
  const shape = endpointShape({ feature, operation, operationId, method, path, ...routes });

  addToContract(plan, shape);
  plan.create(`src/server/${feature.kebab}/${operation.kebab}.ts`, writeUseCase(shape));
  plan.create(`src/server/${feature.kebab}/${operation.kebab}.test.ts`, endpointTest(shape));
  plan.edit(
    routes.file,
    (text) => {
      const added = appendToList(text, "return [", routeLine(shape));
      return added && withImport(added, [operationId], `./${operation.kebab}.ts`);
    },
    `add ${routeLine(shape)}`,
  );
  addToClient(plan, shape);
  expectAccess(plan, operationId, shape.isForAdmins ? "admins" : "anybodySignedIn");
  tryEndpoint(plan, feature, {
    operationId,
    input: shape.input,
    imports: shape.inputImports,
  });
  plan.remains(
    `decide who may: the access in src/shared/${feature.kebab}/contract.ts, the use case, and tests/api/access-expectations.ts`,
  );
  plan.remains(`write the use case and say in the contract what it takes, answers and may refuse`);
}

function requireNewCall({ operationId, method, path }) {
  if (!methods.includes(method)) throw new Refusal(`A method is one of ${methods.join(", ")}: ${method}`);
  if (!/^\/api\/v1(\/([a-z0-9-]+|\{[a-z][a-zA-Z0-9]*\}))+$/.test(path)) {
    throw new Refusal(`A path looks like /api/v1/studio/workshops/{workshopId}/budget: ${path}`);
  }
  const inGeneral = (address) => address.replace(/\{\w+\}/g, "{}");
  for (const name of readdirSync("src/shared", { recursive: true })) {
    if (!name.endsWith(".ts")) continue;
    const file = `src/shared/${name.replaceAll("\\", "/")}`;
    const text = readFileSync(file, "utf8");
    if (text.includes(`id: "${operationId}"`)) throw new Refusal(`${operationId} exists already, in ${file}.`);
    for (const [, otherMethod, otherPath] of text.matchAll(/method: "(\w+)",\s+path: "([^"]+)"/g)) {
      if (otherMethod === method && inGeneral(otherPath) === inGeneral(path)) {
        throw new Refusal(`${method} ${path} exists already, in ${file}.`);
      }
    }
  }
}

/** How the feature's routes name the contract and what they get from the composition root. */
function readRoutes({ kebab, camel }) {
  const file = `src/server/${kebab}/routes.ts`;
  if (!existsSync(file)) throw new Refusal(`There is no ${file}: a feature begins with npm run new -- feature <name>`);
  const text = readFileSync(file, "utf8");
  const contract = localName(text, `${camel}Contract`);
  const depsType = /\(\s*deps: (\w+)/.exec(text)?.[1];
  const depsFrom = new RegExp(`\\b${depsType}\\b[^;]* from "(\\./[^"]+)"`).exec(text)?.[1];
  if (!contract || !depsFrom) throw new Refusal(`${file} does not take \`deps\` and ${camel}Contract as others do.`);
  return { file, contract, depsType, depsFrom };
}

function addToContract(plan, shape) {
  const { feature, operationId } = shape;
  const file = `src/shared/${feature.kebab}/contract.ts`;
  plan.edit(
    file,
    (text) => {
      const hasTag = /^const tag = /m.test(text);
      const entry = contractEntry(shape, hasTag ? "tag" : `tag: "${feature.kebab}"`);
      const start = `export const ${feature.camel}Contract = {`;
      // Entries are indented, so the contract's own end is the first that is not.
      const added = insertBefore(text, { start, end: "\n};" }, `\n${entry.trimEnd()}`);
      return added && shape.contractImports.reduce((sum, [names, from]) => withImport(sum, names, from), added);
    },
    `add the endpoint ${operationId}`,
  );
}

function addToClient(plan, { feature, operationId, method, path }) {
  const file = `src/web/api/${feature.kebab}.ts`;
  const line = `export const ${operationId} = operation<typeof ${feature.camel}Contract.${operationId}>("${method}", "${path}");\n`;
  if (existsSync(file)) {
    plan.edit(file, (text) => `${text}${line}`, `add ${line}`);
    return;
  }
  const contract = `import type { ${feature.camel}Contract } from "../../shared/${feature.kebab}/contract.ts";\n`;
  plan.create(file, `${contract}import { operation } from "./operation.ts";\n\n${line}`);
}
