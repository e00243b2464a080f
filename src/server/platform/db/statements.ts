/** One statement of an SQL file. */
export interface Statement {
  text: string;
  /** Where it begins in the file, counted from 1. */
  line: number;
}

/**
 * What a semicolon inside of does not end a statement: comments, texts, quoted names, bodies between dollar signs and
 * those that begin with `begin atomic`, which end at the first `end;`.
 */
const opaque =
  /--[^\n]*|\/\*[\s\S]*?\*\/|\bE'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|\bbegin\s+atomic\b[\s\S]*?\bend\s*(?=;)|;/gi;
const comments = /--[^\n]*|\/\*[\s\S]*?\*\//g;

/** The statements of an SQL file in order, each without its semicolon and the comments before it. */
export function statementsOf(file: string): Statement[] {
  const statements: Statement[] = [];
  let from = 0;
  const end = (at: number) => {
    const statement = cut(file, from, at);
    if (statement) statements.push(statement);
    from = at + 1;
  };
  for (const match of file.matchAll(opaque)) if (match[0] === ";") end(match.index);
  end(file.length);
  return statements;
}

function cut(file: string, from: number, to: number): Statement | undefined {
  const blank = /^(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)*/.exec(file.slice(from, to))?.[0].length ?? 0;
  const text = file.slice(from + blank, to).trimEnd();
  if (text.replaceAll(comments, "").trim() === "") return undefined;
  return { text, line: file.slice(0, from + blank).split("\n").length };
}
