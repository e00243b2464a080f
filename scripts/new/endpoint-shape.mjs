/** What a path's parameter is, by its name: the schema, a value for tests, and its type. */
function parameterOf(name) {
  if (/Id$/.test(name) || name === "id") return { name, schema: "Id", type: "string", value: "newId()" };
  if (name === "slug") return { name, schema: "Slug", type: "string", value: '"some-slug"' };
  if (/^(number|version|year|position)$/.test(name)) {
    return { name, schema: "z.coerce.number().int().min(1).max(1_000_000)", type: "number", value: "1" };
  }
  return { name, schema: "z.string().trim().min(1).max(120)", type: "string", value: '"something"' };
}

const text = { name: "text", schema: "z.string().trim().min(1).max(200)", type: "string", value: '"Hello"' };

/** Everything that follows from the method and the path of a new endpoint. */
export function endpointShape({ method, path, operationId, ...names }) {
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => parameterOf(name));
  const body = ["POST", "PUT", "PATCH"].includes(method) ? [text] : [];
  const fields = [...params, ...body];
  const part = (name, list) =>
    list.length === 0 ? [] : [`${name}: { ${list.map((field) => `${field.name}: ${field.value}`).join(", ")} }`];
  const usesId = params.some(({ schema }) => schema === "Id");
  const schemas = [...new Set(params.map(({ schema }) => schema))].filter((schema) => /^[A-Z]/.test(schema));
  const parts = [...part("params", params), ...part("body", body)];
  return {
    ...names,
    ...{ method, path, operationId, params, body, fields },
    isForAdmins: path.startsWith("/api/v1/studio/"),
    isEmpty: method === "DELETE",
    creates: method === "POST" && /^(create|add|register|start)[A-Z]/.test(operationId),
    input: parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`,
    inputImports: usesId ? [[["newId"], "shared/kernel/id.ts"]] : [],
    contractImports: [[["z"], "zod"], ...(schemas.length > 0 ? [[schemas, "../kernel/id.ts"]] : [])],
  };
}
