interface Bomb {
  query: string;
  status: number;
  /** The code of the issue, or of the error where there is none. */
  code: string;
}

const times = (count: number, write: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => write(at)).join(" ");
const costly = (code: string, query: string): Bomb => ({ query, status: 422, code });
const tooLong = (query: string): Bomb => ({ query, status: 413, code: "payload_too_large" });
const unreadable = (query: string): Bomb => ({ query, status: 400, code: "malformed_request" });

/** Queries that would cost much more than they look; each is refused before any of it runs. */
export const bombs: Record<string, Bomb> = {
  "9 levels": costly(
    "too_deep",
    "{ me { responses { items { questionnaire { sections { questions { options { label { en } } } } } } } } }",
  ),
  "9 levels, hidden in fragments": costly(
    "too_deep",
    `{ me { ...a } } fragment a on Me { responses { items { questionnaire { ...b } } } }
     fragment b on Questionnaire { sections { questions { options { ...c } } } } fragment c on Option { label { en } }`,
  ),
  "150 levels that do not exist": costly("too_deep", `${"{ a ".repeat(150)}${"}".repeat(150)}`),
  "5,000 levels": unreadable(`${"{a".repeat(5_000)}${"}".repeat(5_000)}`),
  "10,000 aliases": tooLong(`{ ${times(10_000, (at) => `a${at}: tags { id }`)} }`),
  "150 aliases": costly("too_many_aliases", `{ ${times(150, (at) => `a${at}: tags { id }`)} }`),
  "25 searches at once": costly("too_costly", `{ ${times(25, (at) => `a${at}: workshops(q: "${at}") { total }`)} }`),
  "25 searches in one fragment": costly(
    "too_costly",
    `{ ...f } fragment f on Query { ${times(25, (at) => `a${at}: workshops(q: "${at}") { total }`)} }`,
  ),
  "the same field 400 times": costly("too_many_fields", `{ tags { ${"id ".repeat(400)} } }`),
  "fragments that double 40 times": costly(
    "too_costly",
    `{ tags { ...f0 } } ${times(40, (at) => `fragment f${at} on Tag { ${at < 39 ? `...f${at + 1} ...f${at + 1}` : "id"} }`)}`,
  ),
  "a fragment of itself": costly("circular_fragment", "{ ...a } fragment a on Query { tags { id } ...a }"),
  "two fragments of each other, used by nobody": costly(
    "circular_fragment",
    "{ tags { id } } fragment a on Query { ...b } fragment b on Query { ...a }",
  ),
  "lists in lists in lists": costly(
    "too_costly",
    "{ me { responses(limit: 100) { items { questionnaire { sections { questions { code options { code } } } } } } } }",
  ),
  "a length that only a variable says": costly(
    "too_costly",
    `query ($limit: Int = 1) { me { responses(limit: $limit) { items { questionnaire { sections { questions { id code kind } } } } } } }`,
  ),
  "130 directives": unreadable(`{ tags { id ${"@skip(if: false) ".repeat(130)} } }`),
  "1,200 directives": unreadable(`{ tags { id ${"@a ".repeat(1_200)} } }`),
  "300 arguments": unreadable(`{ workshops(${times(300, (at) => `a${at}: 1`)}) { total } }`),
  "a value 490 deep": unreadable(`{ workshops(q: ${"[".repeat(490)}${"]".repeat(490)}) { total } }`),
  "30 kB of nothing": tooLong(`{ tags { id } }${" ".repeat(30_000)}`),
  "a document as JSON instead of text": unreadable(
    JSON.stringify({ kind: "Document", definitions: [{ kind: "OperationDefinition", operation: "query" }] }),
  ),
  "a mutation": unreadable("mutation { enrol { id } }"),
  "a subscription": unreadable("subscription { workshops { total } }"),
  "types of types of types": unreadable(
    `{ __schema { types { ${"fields { type { ".repeat(4)} name ${"} } ".repeat(4)} } } }`,
  ),
};
