import { newId } from "../../../shared/kernel/id.ts";
import { type Finding, severityRank } from "./finding.ts";
import type { AlertRow } from "./tables.ts";
import { type Timing, timingOf } from "./timing.ts";

/** A suspicion that two looks in a row do not confirm is dropped. */
const forgetAfterSeconds = 60;

/** What becomes of a matter that was looked at; undefined when there is nothing (left) to remember. Pure. */
export function advance(known: AlertRow | undefined, finding: Finding | undefined, now: Date): AlertRow | undefined {
  if (known === undefined) return finding && began(finding, now);
  const timed = notAheadOf(known, now);
  return finding ? seen(timed, finding, now) : gone(timed, now);
}

function began(finding: Finding, now: Date): AlertRow {
  const isRaised = timingOf(finding.type).pendingSeconds === 0;
  return {
    ...finding,
    id: newId(now.getTime()),
    firstSeenAt: now,
    raisedAt: isRaised ? now : null,
    updatedAt: now,
    clearSince: null,
    sightings: 1,
    acknowledgedAt: null,
    resolvedAt: null,
    toldSeverity: null,
    toldAt: null,
    isHeld: false,
    isSettled: false,
  };
}

function seen(alert: AlertRow, finding: Finding, now: Date): AlertRow {
  const hasLasted = haveSecondsPassed(alert.firstSeenAt, now, timingOf(alert.type).pendingSeconds);
  return {
    ...alert,
    // What swings around the critical mark stays critical for as long as it is open.
    severity: severityRank(finding.severity) > severityRank(alert.severity) ? finding.severity : alert.severity,
    value: finding.value,
    threshold: finding.threshold,
    raisedAt: alert.raisedAt ?? (hasLasted ? now : null),
    updatedAt: now,
    clearSince: null,
    sightings: alert.sightings + 1,
  };
}

function gone(alert: AlertRow, now: Date): AlertRow | undefined {
  const clearSince = alert.clearSince ?? now;
  if (alert.raisedAt === null) {
    return haveSecondsPassed(clearSince, now, forgetAfterSeconds) ? undefined : { ...alert, clearSince };
  }
  const { resolveSeconds }: Timing = timingOf(alert.type);
  return { ...alert, clearSince, resolvedAt: haveSecondsPassed(clearSince, now, resolveSeconds) ? now : null };
}

const haveSecondsPassed = (since: Date, now: Date, seconds: number) =>
  now.getTime() - since.getTime() >= seconds * 1000;

/** After the clock was set back, moments that it has yet to reach would hold everything up: they become now. */
function notAheadOf(alert: AlertRow, now: Date): AlertRow {
  const notAhead = <Moment extends Date | null>(at: Moment): Moment => (at !== null && at > now ? now : at) as Moment;
  return {
    ...alert,
    firstSeenAt: notAhead(alert.firstSeenAt),
    clearSince: notAhead(alert.clearSince),
    toldAt: notAhead(alert.toldAt),
  };
}
