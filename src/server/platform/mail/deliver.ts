import type { Clock } from "../time/clock.ts";
import type { QueuedMessage } from "./message.ts";
import { writeMessageFile } from "./message-files.ts";

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`; without it messages are written to files. */
  smtpUrl?: string | undefined;
  /** The sender, as `Name <address>` or an address. */
  from: string;
  /** Where message files go. */
  folder: string;
}

export interface DeliverDeps {
  clock: Clock;
  settings: MailSettings;
}

/** Hands the message to the SMTP server, or writes it to a file. Throws when the server does not take it. */
export async function deliver({ clock, settings }: DeliverDeps, message: QueuedMessage): Promise<void> {
  // Loaded with the first message: most processes never send one, and all of them have to start quickly.
  const { createTransport } = await import("nodemailer");
  const at = clock.now();
  const envelope = {
    from: settings.from,
    to: { name: "", address: message.to },
    subject: message.subject,
    text: message.text,
    html: message.html,
    date: at,
    messageId: `<${message.messageId}@workshopsai>`,
    headers: { "Content-Language": message.language, "Auto-Submitted": "auto-generated" },
    // Nothing that a feature writes may make the server read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (settings.smtpUrl !== undefined) {
    const transport = createTransport(settings.smtpUrl);
    try {
      await transport.sendMail(envelope);
    } finally {
      transport.close();
    }
    return;
  }
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const { message: source } = await transport.sendMail(envelope);
  await writeMessageFile(settings.folder, at, source as Buffer);
}

/** A way to ask the SMTP server whether it would take mail. */
export function verifying({ smtpUrl }: MailSettings): (() => Promise<void>) | undefined {
  if (smtpUrl === undefined) return undefined;
  return async () => {
    const { createTransport } = await import("nodemailer");
    const transport = createTransport(smtpUrl);
    try {
      await transport.verify();
    } finally {
      transport.close();
    }
  };
}
