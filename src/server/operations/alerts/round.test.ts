import fc from "fast-check";
import { expect, test } from "vitest";
import type { AlertSeverity } from "../../../shared/operations/alerts.ts";
import type { News } from "./decide-news.ts";
import { type AlertType, type Finding, matterOf } from "./finding.ts";
import { quietHours } from "./quiet-hours.ts";
import { nextRound } from "./round.ts";
import type { AlertRow } from "./tables.ts";

const finding = (type: AlertType, severity: AlertSeverity = "warning", subject = ""): Finding => ({
  ...{ type, subject, severity, value: 1, threshold: 1 },
});

/** What happens between two looks, and what the second one finds. */
interface Step {
  minutes: number;
  findings: Finding[];
}

const quiet = { hours: "22:00-07:00", timeZone: "Europe/Warsaw" };

/** Looks again and again, keeping alerts as the table does, and holding every look to what must always be so. */
function life({ remindHours = 0, startsAt = "2027-01-15T09:00:00Z", hours = quiet.hours as string | undefined } = {}) {
  let now = Date.parse(startsAt);
  let unsettled: AlertRow[] = [];
  const isQuietAt = quietHours({ ...quiet, hours });
  const told: { event: string; id: string; type: string }[] = [];
  const raised = new Set<string>();
  const look = ({ minutes, findings }: Step): News[] => {
    now += minutes * 60_000;
    const at = new Date(now);
    const isQuiet = isQuietAt(at);
    const { alerts, news } = nextRound(unsettled, findings, { now: at, isQuiet, remindHours });
    const living = alerts.filter(({ resolvedAt }) => resolvedAt === null).map(matterOf);
    expect(new Set(living).size, "one living alert per matter").toBe(living.length);
    const toldNow = news.flatMap(({ event, alerts: about }) =>
      about.map(({ id, type, severity }) => ({ event, id, type, severity })),
    );
    told.push(...toldNow);
    const open = alerts.filter(({ raisedAt }) => raisedAt !== null);
    for (const { id } of open) raised.add(id);
    expect({
      toldWhileQuiet: toldNow.filter(({ severity }) => isQuiet && severity !== "critical"),
      criticalUntold: open.filter(
        ({ severity, toldSeverity }) => severity === "critical" && toldSeverity !== "critical",
      ),
      heldByDay: open.filter(({ isHeld }) => isHeld && !isQuiet),
    }).toEqual({ toldWhileQuiet: [], criticalUntold: [], heldByDay: [] });
    unsettled = alerts.filter(({ isSettled }) => !isSettled);
    return news;
  };
  return { look, told, raised, unsettled: () => unsettled, at: () => new Date(now) };
}

const events = (news: News[]) => news.map(({ event }) => event);

const anyFinding = fc.record({
  type: fc.constantFrom<AlertType>("response_time_p95", "error_rate", "disk_free", "health_check"),
  severity: fc.constantFrom<AlertSeverity>("info", "warning", "critical"),
  subject: fc.constantFrom("", "redis"),
  value: fc.constant(1),
  threshold: fc.constant(1),
});
const anyStep = fc.record({
  // Mostly a minute; now and then the machine slept, or its clock was set back.
  minutes: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(1, 1, 5, 20) }, fc.constantFrom(0, -3, -120, 600, -43_200)),
  findings: fc.uniqueArray(anyFinding, { selector: matterOf, maxLength: 3 }),
});
/** The nights the clocks change among them. */
const anyStart = fc.constantFrom("2027-01-15T20:30:00Z", "2027-03-27T21:00:00Z", "2027-10-30T20:00:00Z");

test("whatever is found in whatever order: one alert per matter, each told once, quiet hours kept, all over in the end", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 30 }), anyStart, (steps, startsAt) => {
      const { look, told, raised, unsettled } = life({ startsAt });
      steps.forEach(look);
      // Then all is well for a day and a half.
      for (let hour = 0; hour < 36; hour++) look({ minutes: 60, findings: [] });
      expect(unsettled()).toEqual([]);
      for (const id of raised) {
        const about = told.filter((each) => each.id === id).map(({ event }) => event);
        const first = about[0];
        expect(["raised", "digest"], "every episode is told").toContain(first);
        expect(about.filter((event) => event === "raised").length).toBeLessThanOrEqual(1);
        expect(about.filter((event) => event === "resolved").length).toBeLessThanOrEqual(1);
      }
      expect(told.every(({ id }) => raised.has(id))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("a figure that swings is one alert, raised once it has lasted and over once it has been gone", () => {
  const { look, told, raised } = life();
  const broken = [finding("response_time_p95")];
  for (let minute = 0; minute < 60; minute++) look({ minutes: 1, findings: minute % 3 === 2 ? [] : broken });
  expect([raised.size, told.map(({ event }) => event)]).toEqual([1, ["raised"]]);
  for (let minute = 0; minute < 9; minute++) expect(look({ minutes: 1, findings: [] })).toEqual([]);
  for (let minute = 0; minute < 3; minute++) look({ minutes: 1, findings: [] });
  expect(told.map(({ event }) => event)).toEqual(["raised", "resolved"]);
});

test("a figure that was bad for a minute is nothing", () => {
  const { look, told, unsettled } = life();
  look({ minutes: 1, findings: [finding("response_time_p95")] });
  look({ minutes: 1, findings: [] });
  look({ minutes: 1, findings: [] });
  expect([told, unsettled()]).toEqual([[], []]);
});

test("warnings of the night come as one digest in the morning; critical ones come at once", () => {
  const { look } = life({ startsAt: "2027-01-15T22:00:00Z" });
  expect(look({ minutes: 1, findings: [finding("disk_free")] })).toEqual([]);
  const both = [finding("disk_free"), finding("backup_age")];
  expect(events(look({ minutes: 1, findings: [...both, finding("failed_jobs", "critical")] }))).toEqual(["raised"]);
  expect(look({ minutes: 30, findings: [...both, finding("failed_jobs", "critical")] })).toEqual([]);
  const [digest, ...others] = look({ minutes: 480, findings: [...both, finding("failed_jobs", "critical")] });
  expect([digest?.event, digest?.alerts.map(({ type }) => type), others]).toEqual([
    "digest",
    ["disk_free", "backup_age"],
    [],
  ]);
  expect(look({ minutes: 1, findings: both })).toEqual([]);
});

test("a warning that becomes critical is told again, at night too, and stays critical while it swings", () => {
  const { look, unsettled } = life({ startsAt: "2027-01-15T20:50:00Z" });
  expect(events(look({ minutes: 1, findings: [finding("disk_free")] }))).toEqual(["raised"]);
  expect(events(look({ minutes: 30, findings: [finding("disk_free", "critical")] }))).toEqual(["escalated"]);
  expect(look({ minutes: 1, findings: [finding("disk_free")] })).toEqual([]);
  expect(unsettled()[0]?.severity).toBe("critical");
});

test("critical ones that nobody acknowledged are told again every so many hours, others never", () => {
  const { look, told } = life({ remindHours: 4, hours: undefined });
  const findings = [finding("disk_free", "critical"), finding("backup_age")];
  for (let minute = 0; minute < 9 * 60; minute++) look({ minutes: 1, findings });
  const about = (type: string) => told.filter((each) => each.type === type).map(({ event }) => event);
  expect([about("disk_free"), about("backup_age")]).toEqual([["raised", "reminder", "reminder"], ["raised"]]);
});

test("acknowledged ones are not", () => {
  const { look, told, unsettled, at } = life({ remindHours: 4, hours: undefined });
  look({ minutes: 1, findings: [finding("disk_free", "critical")] });
  const [alert] = unsettled();
  if (alert) alert.acknowledgedAt = at();
  for (let hour = 0; hour < 9; hour++) look({ minutes: 60, findings: [finding("disk_free", "critical")] });
  expect(told.map(({ event }) => event)).toEqual(["raised"]);
});

test.each([
  ["2027-01-15T21:30:00Z", true, "22:30 in winter"],
  ["2027-01-15T20:30:00Z", false, "21:30 in winter"],
  ["2027-07-15T20:30:00Z", true, "22:30 in summer"],
  ["2027-01-16T05:59:00Z", true, "06:59 in winter"],
  ["2027-01-16T06:00:00Z", false, "07:00 in winter"],
  ["2027-07-16T05:00:00Z", false, "07:00 in summer"],
  ["2027-03-28T04:59:00Z", true, "06:59 on the short night"],
  ["2027-03-28T05:00:00Z", false, "07:00 after the short night"],
  ["2027-10-31T05:59:00Z", true, "06:59 on the long night"],
  ["2027-10-31T06:00:00Z", false, "07:00 after the long night"],
])("whether it is quiet at %s: %s (%s)", (at, expected) => {
  expect(quietHours(quiet)(new Date(at))).toBe(expected);
});

test("quiet hours may lie within a day, and there may be none", () => {
  const noon = new Date("2027-01-15T12:00:00Z");
  expect(quietHours({ hours: "12:30-14:00", timeZone: "Europe/Warsaw" })(noon)).toBe(true);
  expect(quietHours({ hours: "13:30-14:00", timeZone: "Europe/Warsaw" })(noon)).toBe(false);
  expect(quietHours({ hours: undefined, timeZone: "Europe/Warsaw" })(noon)).toBe(false);
});
