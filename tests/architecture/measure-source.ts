import ts from "typescript";

export interface Finding {
  rule:
    | "file-length"
    | "function-length"
    | "parameters"
    | "any"
    | "non-null"
    | "name"
    | "depth"
    | "door-docs"
    | "sql"
    | "cache-key";
  file: string;
  detail: string;
}

const limits = { fileLines: 250, functionLines: 60, parameters: 3, depth: 5 };
const drawerNames = /^(utils?|helpers?|misc|common)\./;
/** A statement, not a sentence: SQL's verbs in their company. */
const sqlText = /\b(select\s[\s\S]+\sfrom\s|insert\s+into\s|update\s\S+\sset\s|delete\s+from\s)/i;

/** Everything in one source file that breaks a house rule. `file` is its path from the project. */
export function measureSource(file: string, text: string): Finding[] {
  const findings: Finding[] = [];
  const add = (rule: Finding["rule"], detail: string) => findings.push({ rule, file, detail });
  const lines = text.split("\n").length - 1;
  if (lines > limits.fileLines) add("file-length", `${lines} lines`);
  const name = file.split("/").at(-1) ?? "";
  // Words that both faces of the site share are shared by their nature, not by lack of a name.
  if (drawerNames.test(name) && !file.startsWith("src/web/i18n/")) add("name", name);
  const depth = file.split("/").length - 2;
  if (file.startsWith("src/") && depth > limits.depth) add("depth", `${depth} folders`);

  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kindOf(file));
  const visit = (node: ts.Node): void => {
    findings.push(...measureNode(node, source, file));
    ts.forEachChild(node, visit);
  };
  visit(source);
  if (/^src\/server\/[^/]+\/index\.ts$/.test(file)) findings.push(...undocumentedExports(source, file));
  return findings;
}

function measureNode(node: ts.Node, source: ts.SourceFile, file: string): Finding[] {
  const at = `line ${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
  if (node.kind === ts.SyntaxKind.AnyKeyword) return [{ rule: "any", file, detail: at }];
  if (ts.isNonNullExpression(node)) return [{ rule: "non-null", file, detail: at }];
  if (isLooseCacheKey(node, file)) return [{ rule: "cache-key", file, detail: at }];
  if (isSqlOutOfPlace(node, file)) return [{ rule: "sql", file, detail: at }];
  if (!ts.isFunctionLike(node) || !("body" in node) || !node.body) return [];
  const findings: Finding[] = [];
  const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
  const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
  // A test reads like a story; its own small makers may take what they need.
  const isTest = /\.(test|testing)\.tsx?$/.test(file);
  if (last - first + 1 > limits.functionLines && !isTest) {
    findings.push({ rule: "function-length", file, detail: `${at}: ${last - first + 1} lines` });
  }
  if (node.parameters.length > limits.parameters && !isTest) {
    findings.push({ rule: "parameters", file, detail: `${at}: ${node.parameters.length} parameters` });
  }
  return findings;
}

/** SQL stands in a feature's queries, in platform/db and in migrations; tests and scripts may look at the database. */
function isSqlOutOfPlace(node: ts.Node, file: string): boolean {
  if (!file.startsWith("src/") || /\.(test|testing)\.tsx?$|\/testing\/|\/queries(\/[^/]+)?\.ts$/.test(file))
    return false;
  if (file.startsWith("src/server/platform/db/")) return false;
  const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
  return isText && sqlText.test(node.getText());
}

const keyedCalls = new Set(["getOrSet", "lookUp"]);

/** The keys of cached values stand in a feature's `cache.ts`, beside their tags; a text made on the spot is loose. The platform only adds to keys that it is given. */
function isLooseCacheKey(node: ts.Node, file: string): boolean {
  if (!/^src\/server\/(?!testing\/|platform\/)/.test(file) || /\/cache\.ts$|\.(test|testing)\.ts$/.test(file))
    return false;
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  if (!keyedCalls.has(node.expression.name.text)) return false;
  const [key] = node.arguments;
  return key !== undefined && containsText(key);
}

function containsText(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  return ts.isBinaryExpression(node) && (containsText(node.left) || containsText(node.right));
}

function undocumentedExports(source: ts.SourceFile, file: string): Finding[] {
  return source.statements
    .filter((statement) => ts.canHaveModifiers(statement))
    .filter((statement) => ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .filter((statement) => ts.getJSDocCommentsAndTags(statement).length === 0)
    .map((statement) => ({ rule: "door-docs" as const, file, detail: statement.getText().split("\n")[0] ?? "" }));
}

const kindOf = (file: string) => (file.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
