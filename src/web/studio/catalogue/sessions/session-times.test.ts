import { expect, test } from "vitest";
import { inZone, nextSession, startingAt, typedInstant } from "./session-times.ts";

const warsaw = "Europe/Warsaw";
const now = Date.parse("2027-03-20T12:00:00Z");

test("the first session is proposed in a week, at ten by the workshop's clocks", () => {
  const first = nextSession([], warsaw, now);
  expect(first).toMatchObject({ startsAt: "2027-03-27T09:00:00.000Z", endsAt: "2027-03-27T11:00:00.000Z" });
});

test("the next one is a week later at the same hour and as long, also over a change of the clocks", () => {
  const first = { ...nextSession([], warsaw, now), endsAt: "2027-03-27T12:30:00.000Z" };
  const second = nextSession([first], warsaw, now);
  expect(second).toMatchObject({ startsAt: "2027-04-03T08:00:00.000Z", endsAt: "2027-04-03T11:30:00.000Z" });
});

test("a session that starts elsewhen lasts as long as before", () => {
  const session = nextSession([], warsaw, now);
  expect(startingAt(session, "2027-05-01T07:00:00.000Z").endsAt).toBe("2027-05-01T09:00:00.000Z");
});

test("another time zone keeps the hours on the clock", () => {
  const [session] = inZone([nextSession([], warsaw, now)], warsaw, "Europe/London");
  expect(session?.startsAt).toBe("2027-03-27T10:00:00.000Z");
});

test("a year that is half typed is no time yet", () => {
  expect(typedInstant("0202-03-01T10:00", warsaw)).toBeUndefined();
  expect(typedInstant("2027-03-01T10:00", warsaw)).toBe("2027-03-01T09:00:00.000Z");
});
