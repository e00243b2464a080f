import type { Language } from "../../../shared/kernel/locale.ts";

export interface MailMessage {
  to: string;
  subject: string;
  text: string;
  html?: string;
  language: Language;
}

/** A message that waits in the queue: its id is made once, so that a second delivery is recognised as the same mail. */
export interface QueuedMessage extends MailMessage {
  messageId: string;
}
