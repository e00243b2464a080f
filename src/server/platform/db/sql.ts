/** One statement, or a fragment of one, with its values apart from its text. Made only by the `sql` tag. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
  /** True for a text that will hardly come again: it is not prepared. */
  readonly isRunOnce?: boolean;
}

class Statement implements Sql {
  /** The text between the values: always one piece more than there are values. */
  readonly pieces: readonly string[];
  readonly values: readonly unknown[];
  #text: string | undefined;

  constructor(pieces: readonly string[], values: readonly unknown[], text?: string) {
    this.pieces = pieces;
    this.values = values;
    this.#text = text;
  }

  get text(): string {
    this.#text ??= numbered(this.pieces);
    return this.#text;
  }
}

/** A literal without nested fragments always has the same text, so it is joined once for the life of the process. */
const textOfLiteral = new WeakMap<readonly string[], string>();

/**
 * Builds a statement. A value that is itself an `Sql` is put in place as a fragment; every other value becomes `$n`.
 * Arrays are passed as arrays (`= any(${ids}::uuid[])`); write objects as `${JSON.stringify(value)}::jsonb`.
 */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  if (values.some((value) => value instanceof Statement)) return merged(strings, values);
  let text = textOfLiteral.get(strings);
  if (text === undefined) {
    text = numbered(strings);
    textOfLiteral.set(strings, text);
  }
  return new Statement(strings, values, text);
}

/** The fragment that adds nothing; for conditions that do not apply. */
export const sqlEmpty: Sql = sql``;

/** Joins fragments, such as conditions by ` and ` or columns by a comma. No parts give an empty fragment. */
export function sqlJoin(parts: Sql[], separator: Sql): Sql {
  const values = parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
  return merged(
    Array.from({ length: values.length + 1 }, () => ""),
    values,
  );
}

function merged(strings: readonly string[], inserted: readonly unknown[]): Statement {
  const pieces: string[] = [];
  const values: unknown[] = [];
  let open = strings[0] ?? "";
  inserted.forEach((value, index) => {
    const after = strings[index + 1] ?? "";
    if (value instanceof Statement) {
      value.pieces.forEach((piece, position) => {
        if (position === 0) {
          open += piece;
          return;
        }
        pieces.push(open);
        values.push(value.values[position - 1]);
        open = piece;
      });
      open += after;
    } else {
      pieces.push(open);
      values.push(value);
      open = after;
    }
  });
  pieces.push(open);
  return new Statement(pieces, values);
}

function numbered(pieces: readonly string[]): string {
  return pieces.reduce((text, piece, index) => `${text}$${index}${piece}`);
}
