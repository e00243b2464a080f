interface Line {
  level: string;
  time: string;
  msg?: string;
  [field: string]: unknown;
}

/** One JSON line as people read it: time, level, message, fields; an error's stack follows below. */
export function prettyLine(json: string): string {
  const { level, time, msg = "", error, ...fields } = JSON.parse(json) as Line;
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${shown(value)}`);
  const stack = stackOf(error);
  const head = [time.slice(11, 23), level.padEnd(5), msg, ...rest].join(" ").trimEnd();
  return stack === undefined ? `${head}\n` : `${head}\n${stack.replace(/^/gm, "  ")}\n`;
}

function shown(value: unknown): string {
  return typeof value === "string" && !/[\s"]/.test(value) ? value : JSON.stringify(value);
}

function stackOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  const stack = typeof error === "object" && error !== null && "stack" in error ? error.stack : undefined;
  return typeof stack === "string" ? stack : JSON.stringify(error);
}
