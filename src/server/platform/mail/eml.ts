/** Reads the messages that we wrote ourselves: UTF-8, and a text part that comes before the HTML one. */

export function headersOf(source: string): Map<string, string> {
  const head = source.split(/\r?\n\r?\n/, 1)[0] ?? "";
  const unfolded = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const headers = new Map<string, string>();
  for (const line of unfolded) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), decodedWords(line.slice(colon + 1).trim()));
  }
  return headers;
}

/** The plain text of the message. */
export function textOf(source: string): string {
  const headers = headersOf(source);
  const body = bodyOf(source);
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get("content-type") ?? "")?.[1];
  if (boundary === undefined) return decodedBody(headers.get("content-transfer-encoding"), body);
  const parts = body.split(`--${boundary}`).map((part) => part.replace(/^\r?\n/, ""));
  const part = parts.find((candidate) => headersOf(candidate).get("content-type")?.startsWith("text/plain"));
  return part === undefined ? "" : textOf(part).trimEnd();
}

function bodyOf(source: string): string {
  const gap = /\r?\n\r?\n/.exec(source);
  return gap ? source.slice(gap.index + gap[0].length) : "";
}

function decodedBody(encoding: string | undefined, body: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? quotedPrintable(body.replace(/=\r?\n/g, "")) : body;
}

/** RFC 2047: `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=`; white space between two such words is not part of the text. */
function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/(?:=\?utf-8\?q\?[^?]*\?=)+/gi, (words) =>
      quotedPrintable(words.replace(/=\?utf-8\?q\?|\?=/gi, "").replaceAll("_", " ")),
    )
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, "base64").toString("utf8"));
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/(?:=[0-9a-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll("=", ""), "hex").toString("utf8"),
  );
  return bytes;
}
