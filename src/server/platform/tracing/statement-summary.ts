/** What a statement does and to which table: words of its text, in which values never stand. */
export interface StatementSummary {
  operation: string;
  table: string | undefined;
}

const operation = /\b(select|insert|update|delete|call|refresh|alter|create|drop|copy|notify)\b/i;
/** After `from`, a name that is called is none of a table. */
const table =
  /\b(?:into|update|view|table|from)\s+(?:only\s+|concurrently\s+)?(?!set\b)([a-z_][\w.]*)(?![\w.])(?<!\bfrom\s+\S+(?=\s*\())/i;
/** Where "from" names no table. */
const otherFrom =
  /\b(?:extract|substring|trim|overlay)\s*\([^()]*\)|\bdistinct\s+from\b|\bfor\s+(?:no\s+key\s+)?update\b/gi;

/** As many texts as are prepared under a name; see `statementName`. */
const limit = 1000;
const known = new Map<string, StatementSummary>();

/** For a statement with parts before it (`with …`) the first of them. */
export function summaryOf(text: string): StatementSummary {
  const found = known.get(text);
  if (found) return found;
  const plain = text.replace(otherFrom, "");
  const summary = { operation: operation.exec(plain)?.[1]?.toUpperCase() ?? "OTHER", table: table.exec(plain)?.[1] };
  if (known.size < limit) known.set(text, summary);
  return summary;
}
