import { z } from "zod";
import { seal, unseal } from "../crypto/seal.ts";
import type { Db } from "../db/database.ts";
import { type Job, type Jobs, job } from "../jobs/jobs.ts";
import type { Clock } from "../time/clock.ts";
import { deliver, type MailSettings, verifying } from "./deliver.ts";
import type { MailMessage, QueuedMessage } from "./message.ts";
import { readMessageFile, type StoredMessage, type StoredMessageSummary, summariesOf } from "./message-files.ts";

export type { MailMessage, MailSettings, StoredMessage, StoredMessageSummary };

/** Sends mail, later and surely. */
export interface Mail {
  /** The message is sent exactly when the caller's transaction commits. @throws {Error} for an address that is not one */
  enqueue(db: Db, message: MailMessage): Promise<void>;
}

/** The port, and what the process and the operations page need besides. */
export interface MailService extends Mail {
  jobs: Job[];
  /**
   * Sends at once, without the queue: for news about the queue or its database. The message keeps its id when tried again.
   * @throws {Error} when the server does not take it, or for an address that is not one
   */
  sendNow(message: QueuedMessage): Promise<void>;
  /** Whether mail leaves the machine; otherwise it is written to files. */
  isDelivering: boolean;
  /** Connects to the mail server and signs in; undefined where there is none. @throws {Error} with its answer */
  verify: (() => Promise<void>) | undefined;
  /** The messages in files, newest first. */
  listMessages(): Promise<StoredMessageSummary[]>;
  getMessage(name: string): Promise<StoredMessage | undefined>;
}

export interface MailDeps {
  jobs: Jobs;
  clock: Clock;
  settings: MailSettings;
  /** Seals messages while they wait: they carry names, addresses and links that sign people in. */
  appSecret: string;
}

/** A message as it waits in the queue. */
interface SealedMessage {
  sealed: string;
}

const jobName = "mail.send";
const Address = z.email().max(254);

export function createMail(deps: MailDeps): MailService {
  const { jobs, settings, appSecret } = deps;
  return {
    async enqueue(db, message) {
      const queued = checked({ ...message, messageId: crypto.randomUUID() });
      const payload: SealedMessage = { sealed: seal(appSecret, jobName, JSON.stringify(queued)) };
      await jobs.add(db, { name: jobName, payload });
    },
    sendNow: async (message) => deliver(deps, checked(message)),
    jobs: [
      job(jobName, ({ sealed }: SealedMessage) =>
        deliver(deps, JSON.parse(unseal(appSecret, jobName, sealed)) as QueuedMessage),
      ),
    ],
    isDelivering: settings.smtpUrl !== undefined,
    verify: verifying(settings),
    listMessages: () => summariesOf(settings.folder),
    getMessage: (name) => readMessageFile(settings.folder, name),
  };
}

/** A line break would start another header, and a comma another recipient. */
function checked(message: QueuedMessage): QueuedMessage {
  return { ...message, to: Address.parse(message.to), subject: oneLine(message.subject) };
}

function oneLine(subject: string): string {
  return subject
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 300);
}
