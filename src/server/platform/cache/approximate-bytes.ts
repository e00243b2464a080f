/** What an object takes besides its parts, and a part besides its value; about what V8 needs on 64 bits. */
const objectBytes = 48;
const partBytes = 8;

/**
 * About what a value takes in memory, in bytes. Serialising it would say it more exactly, and cost many times as much as
 * making most values does. Meant for plain data without circles.
 */
export function approximateBytes(value: unknown): number {
  if (typeof value === "string") return objectBytes + value.length;
  if (typeof value !== "object" || value === null) return partBytes;
  if (ArrayBuffer.isView(value)) return objectBytes + value.byteLength;
  if (value instanceof Map || value instanceof Set) return approximateBytes([...value]);
  let bytes = objectBytes;
  if (Array.isArray(value)) for (const part of value) bytes += partBytes + approximateBytes(part);
  else for (const part of Object.values(value)) bytes += partBytes + approximateBytes(part);
  return bytes;
}
