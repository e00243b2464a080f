import { randomUUID } from "node:crypto";

/** Word of dropped tags, as it goes from process to process. */
export interface Notification {
  /** The same in every process, so that the shared tier is told once. */
  id: string;
  tags: readonly string[] | "all";
}

/** PostgreSQL refuses a payload of 8000 bytes or more. */
const maxBytes = 7_900;
/** The id, brackets and quotes around the tags. */
const frameBytes = 64;

/** As many notifications as the tags need. A tag that no notification can carry is told as "all". */
export function notificationsOf(tags: readonly string[]): Notification[] {
  const notifications: Notification[] = [];
  let part: string[] = [];
  let bytes = frameBytes;
  const flush = () => {
    if (part.length > 0) notifications.push({ id: randomUUID(), tags: part });
    part = [];
    bytes = frameBytes;
  };
  for (const tag of tags) {
    const size = Buffer.byteLength(JSON.stringify(tag)) + 1;
    if (size + frameBytes > maxBytes) return [{ id: randomUUID(), tags: "all" }];
    if (bytes + size > maxBytes) flush();
    part.push(tag);
    bytes += size;
  }
  flush();
  return notifications;
}

export function encodeNotification({ id, tags }: Notification): string {
  return JSON.stringify(tags === "all" ? [id] : [id, ...tags]);
}

/** A payload that is not ours, such as one of a later version, counts as word that anything may have changed. */
export function decodeNotification(payload: string): Notification {
  const parts = parsed(payload);
  const isOurs = Array.isArray(parts) && parts.every((part) => typeof part === "string");
  const [id = randomUUID(), ...tags] = isOurs ? (parts as string[]) : [];
  return { id, tags: tags.length > 0 ? tags : "all" };
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}
