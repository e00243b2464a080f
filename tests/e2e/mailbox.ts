import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { readMessageFile, summariesOf } from "../../src/server/platform/mail/message-files.ts";
import type { Server } from "./server.ts";

const arrivesWithinMs = 20_000;

/** The newest message to the address whose subject matches, once it has arrived. */
export async function mailTo(server: Server, address: string, subject: RegExp): Promise<string> {
  const folder = join(server.dataDir, "mail");
  const deadline = Date.now() + arrivesWithinMs;
  for (;;) {
    const messages = await summariesOf(folder);
    const found = messages.find((message) => message.to === address && subject.test(message.subject));
    const message = found && (await readMessageFile(folder, found.name));
    if (message) return message.text;
    if (Date.now() > deadline) {
      const others = messages.map((each) => `${each.to}: ${each.subject}`).join("\n");
      throw new Error(`no message to ${address} about ${subject}; there are:\n${others}`);
    }
    await delay(100);
  }
}

/** The first address in the message. */
export function linkIn(text: string): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in the message:\n${text}`);
  return link;
}
