const hidden = "[hidden]";
/** Fields whose value nobody needs to see in a log, by the end of their name. */
const secretField =
  /(cookies?|authorization|password|token|secret|api_?key|e-?mail|sessionid|ipaddress|setupcode|signincode)$/i;
const secretParameter = /([?&](?:token|code|email|password|secret|key)=)[^&#\s]+/gi;
const credentialsInUrl = /(\b[a-z][a-z0-9+]*:\/\/)[^\s/@]+@/gi;
/** From the beginning of a word only: trying at each of its letters takes seconds for a long one. */
const mailAddress = /(?<![\w.+-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/gi;
const deepest = 5;

/** The fields of a log line without what must not be in a log: by name, and in texts by shape. */
export function redacted(fields: Record<string, unknown>): Record<string, unknown> {
  return redactedObject(fields, 0);
}

function redactedObject(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      secretField.test(name) && value != null ? hidden : redactedValue(value, depth),
    ]),
  );
}

function redactedValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return redactedText(value);
  if (value instanceof Error) return describedError(value, depth);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth >= deepest) return "[deeper]";
  if (Array.isArray(value)) return value.map((item) => redactedValue(item, depth + 1));
  return redactedObject(value, depth + 1);
}

/** Only what helps to find the fault: a driver's error also carries the row that offended, which is somebody's data. */
function describedError(error: Error & { code?: unknown; constraint?: unknown }, depth: number): object {
  const { name, message, stack, code, constraint, cause } = error;
  return {
    type: name,
    message: redactedText(message),
    code,
    constraint,
    stack: redactedText(stack ?? ""),
    ...(cause === undefined || depth >= deepest ? {} : { cause: redactedValue(cause, depth + 1) }),
  };
}

/** A text without addresses, tokens and credentials, as far as their shape tells them. */
export function redactedText(text: string): string {
  let clean = text.includes("=") ? text.replace(secretParameter, `$1${hidden}`) : text;
  if (clean.includes("@")) clean = clean.replace(credentialsInUrl, `$1${hidden}@`).replace(mailAddress, hidden);
  return clean;
}
