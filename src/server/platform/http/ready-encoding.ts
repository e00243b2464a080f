/** The forms in which a ready answer is kept; `identity` is the plain one. */
export type Encoding = "identity" | "br" | "gzip";

const range = /^([!#$%&'*+.^_`|~0-9a-z-]+)(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;
/** Of what a client likes equally the smaller is sent. */
const bySize = ["br", "gzip", "identity"] as const;
/** Plain is always acceptable unless refused, and the last choice unless named (RFC 9110, 12.5.3). */
const unnamedIdentity = 0.0001;

/**
 * The form that an `Accept-Encoding` header prefers. A header that is missing, malformed, or refuses everything gets the
 * plain one: an answer that everybody can read.
 */
export function preferredEncoding(header: string | undefined): Encoding {
  if (header === undefined) return "identity";
  const weights = weightsOf(header);
  if (!weights) return "identity";
  const others = weights.get("*");
  const weightOf = (encoding: Encoding) =>
    weights.get(encoding) ?? others ?? (encoding === "identity" ? unnamedIdentity : 0);
  let best: Encoding = "identity";
  let bestWeight = 0;
  for (const encoding of bySize) {
    const weight = weightOf(encoding);
    if (weight > bestWeight) [best, bestWeight] = [encoding, weight];
  }
  return best;
}

function weightsOf(header: string): Map<string, number> | undefined {
  const weights = new Map<string, number>();
  for (const part of header.split(",")) {
    const trimmed = part.trim();
    if (trimmed === "") continue;
    const read = range.exec(trimmed);
    if (!read) return undefined;
    const name = (read[1] ?? "").toLowerCase();
    weights.set(name === "x-gzip" ? "gzip" : name, read[2] === undefined ? 1 : Number(read[2]));
  }
  return weights;
}

const maxRemembered = 500;
const maxHeaderLength = 200;

/** `preferredEncoding` that remembers: browsers send the same few headers over and over. */
export function rememberingEncoding(): (header: string | undefined) => Encoding {
  const remembered = new Map<string, Encoding>();
  return (header) => {
    if (header === undefined) return "identity";
    const known = remembered.get(header);
    if (known !== undefined) return known;
    const encoding = preferredEncoding(header);
    if (header.length > maxHeaderLength) return encoding;
    if (remembered.size >= maxRemembered) remembered.clear();
    remembered.set(header, encoding);
    return encoding;
  };
}
