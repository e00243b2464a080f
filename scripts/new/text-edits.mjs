const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Puts the addition before the first `end` that follows `start`; undefined when there is no such place. */
export function insertBefore(text, { start, end }, addition) {
  const from = text.indexOf(start);
  const at = from < 0 ? -1 : text.indexOf(end, from);
  return at < 0 ? undefined : text.slice(0, at) + addition + text.slice(at);
}

/** Imports the names (`"Id"`, or `"type Actor"`) besides what is imported already. The formatter sorts afterwards. */
export function withImport(text, names, from) {
  const found = new RegExp(`^import (type )?\\{([^}]*)\\} from "${escaped(from)}";\n`, "m").exec(text);
  if (!found) return `import { ${names.join(", ")} } from "${from}";\n${text}`;
  const [statement, isTypeOnly, list] = found;
  const there = list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => (isTypeOnly ? `type ${name}` : name));
  const bare = (name) => name.replace(/^type /, "").replace(/ as \w+$/, "");
  const known = new Set(there.map(bare));
  const missing = names.filter((name) => !known.has(bare(name)));
  return missing.length === 0
    ? text
    : text.replace(statement, () => `import { ${[...there, ...missing].join(", ")} } from "${from}";\n`);
}

/** The name under which a file knows an import; undefined when it does not import it. */
export function localName(text, name) {
  const found = new RegExp(`^import [^;]*\\b${name}\\b(?: as (\\w+))?[^;]* from `, "m").exec(text);
  return found ? (found[1] ?? name) : undefined;
}

/** Adds an item at the end of the list that begins with `start`, on one line or on many; undefined without such a list. */
export function appendToList(text, start, item) {
  const from = text.indexOf(start);
  if (from < 0) return undefined;
  const lineEnd = text.indexOf("\n", from);
  const isOneLine = text.slice(from, lineEnd).endsWith("];");
  const indent = /[ ]*$/.exec(text.slice(0, from))?.[0] ?? "";
  const end = isOneLine ? lineEnd - 2 : text.indexOf(`\n${indent}];`, from);
  if (end < 0) return undefined;
  const separator = isOneLine ? ", " : `\n${indent}  `;
  return `${text.slice(0, end)}${separator}${item}${isOneLine ? "" : ","}${text.slice(end)}`;
}
