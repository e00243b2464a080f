import { record } from "../../audit/index.ts";
import type { Cache } from "../../platform/cache/cache.ts";
import { StartupError } from "../../platform/config/startup-error.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { Clock } from "../../platform/time/clock.ts";
import { lockSeeding, refreshStatistics } from "../queries.ts";
import * as queries from "./queries.ts";

export interface RemoveDeps {
  db: Database;
  clock: Clock;
  cache: Pick<Cache, "invalidateAll">;
}

export interface RemovedDemo {
  people: number;
  workshops: number;
  questionnaires: number;
  /** Of other people, in its workshops and to its questionnaires. */
  enrolments: number;
  answers: number;
  /** Facilitators and places that stay because another workshop needs them. */
  kept: number;
  /** Workshops and questionnaires that now belong to an administrator. */
  handedOver: number;
}

/**
 * Deletes what seeding made, and what its people did since. What was made since stays, even with a demo account.
 * @throws {StartupError} when there is no demo, or something of others would go that was not agreed to; nothing is changed
 */
export async function removeDemo(
  { db, clock, cache }: RemoveDeps,
  { withEnrolments }: { withEnrolments: boolean },
): Promise<RemovedDemo> {
  const removed = await db.transaction(async (tx) => {
    await lockSeeding(tx);
    const content = await queries.findContent(tx);
    if (!content) throw new StartupError("there is no demo here, or it was added by a version that kept no list of it");
    await queries.lockWorkshops(tx, content);
    const ties = await queries.countTies(tx, content);
    refuseWhereTied(ties, withEnrolments);
    if (ties.madeSince > 0) await queries.handOver(tx, content, await ownAdmin(tx, content));
    await queries.deleteWorkshops(tx, content);
    const { kept } = await queries.deleteUnused(tx, content);
    await queries.deletePeople(tx, content);
    await refreshStatistics(tx);
    const done = summaryOf(content, ties, kept);
    const subject = { subjectType: "installation", subjectId: "demo" };
    await record(tx, { actorId: null, action: "demo.removed", ...subject, details: done, at: clock.now() });
    return done;
  });
  await cache.invalidateAll();
  return removed;
}

function refuseWhereTied(ties: queries.Ties, withEnrolments: boolean): void {
  const { enrolments, answers, questionnaires, seatsElsewhere } = ties;
  const reasons: string[] = [];
  if (questionnaires > 0) {
    reasons.push(`${questionnaires} questionnaires were added to demo workshops: put them into the bin first`);
  }
  if (seatsElsewhere > 0) {
    reasons.push(
      `people of the demo hold ${seatsElsewhere} places in other workshops: cancel them first, so that whoever waits moves up`,
    );
  }
  if (!withEnrolments && enrolments + answers > 0) {
    reasons.push(
      `other people have ${enrolments} enrolments in demo workshops and gave ${answers} answers to demo questionnaires: they go as well with --with-enrolments`,
    );
  }
  if (reasons.length > 0) throw new StartupError(`the demo was not removed:\n- ${reasons.join("\n- ")}`);
}

async function ownAdmin(tx: Tx, content: queries.DemoContent): Promise<string> {
  const id = await queries.findOwnAdmin(tx, content);
  if (id !== undefined) return id;
  throw new StartupError(
    "the demo was not removed: workshops or questionnaires were made with its accounts, and there is no other administrator to give them to: npm run cli -- create-admin",
  );
}

function summaryOf(content: queries.DemoContent, ties: queries.Ties, kept: number): RemovedDemo {
  const { people, workshops, questionnaires } = content;
  const counts = { people: people.length, workshops: workshops.length, questionnaires: questionnaires.length };
  return { ...counts, enrolments: ties.enrolments, answers: ties.answers, kept, handedOver: ties.madeSince };
}
