import { AppError } from "../../../shared/kernel/error.ts";
import { keyedHash } from "../crypto/token.ts";
import type { Db } from "../db/database.ts";
import type { ScheduledJob } from "../jobs/jobs.ts";
import { claimKey, deleteOldKeys, findKey, keepAnswer, releaseKey } from "./queries.ts";

export interface Answer {
  status: number;
  body: string;
}

export interface KeyedRequest {
  /** Whose key it is and for which endpoint: two people may use the same key. */
  scope: string;
  key: string;
  payload: unknown;
}

export interface Idempotency {
  /**
   * Runs the work once per key; whoever repeats the request within 24 hours gets the first answer again.
   * @throws {AppError} idempotency_conflict when the key was used for another request, or the first one is still running
   */
  once(request: KeyedRequest, work: () => Promise<Answer>): Promise<Answer & { isReplay: boolean }>;
  scheduled: ScheduledJob[];
}

/** Keeps the answers of creating requests by their `Idempotency-Key` (IETF draft-ietf-httpapi-idempotency-key-header). */
export function createIdempotency({ db, appSecret }: { db: Db; appSecret: string }): Idempotency {
  return {
    async once({ scope, key, payload }, work) {
      // Keyed, because a payload may hold a password: the hash alone must give nobody a way to guess it.
      const requestHash = keyedHash(appSecret, JSON.stringify(payload));
      if (!(await claimKey(db, scope, { key, requestHash }))) {
        const kept = await findKey(db, scope, key);
        if (!kept || kept.status === null || kept.body === null || kept.requestHash !== requestHash) {
          throw new AppError("idempotency_conflict", { retryAfterSeconds: 1 });
        }
        return { status: kept.status, body: kept.body, isReplay: true };
      }
      try {
        const answer = await work();
        await keepAnswer(db, scope, { key, ...answer });
        return { ...answer, isReplay: false };
      } catch (error) {
        await releaseKey(db, scope, key);
        throw error;
      }
    },
    scheduled: [
      {
        name: "idempotency.forget",
        cron: "17 * * * *",
        run: async () => {
          await deleteOldKeys(db);
        },
      },
    ],
  };
}
