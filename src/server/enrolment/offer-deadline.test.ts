import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offerDeadline, wallClock } from "./offer-deadline.ts";

const hourMs = 60 * 60 * 1000;
const at = (instant: string) => new Date(instant);
const deadline = (now: string, startsAt: string, zone = "Europe/Warsaw") =>
  offerDeadline(at(now), at(startsAt), zone).toISOString();

describe("an offer's deadline", () => {
  test("is 48 hours when the workshop is far away", () => {
    expect(deadline("2027-01-15T09:00:00Z", "2027-03-01T09:00:00Z")).toBe("2027-01-17T09:00:00.000Z");
  });

  test("is a quarter of the time left when it is near", () => {
    expect(deadline("2027-01-15T09:00:00Z", "2027-01-16T17:00:00Z")).toBe("2027-01-15T17:00:00.000Z");
  });

  test("moves from the night to seven in the morning of the workshop's zone", () => {
    expect(deadline("2027-01-15T21:30:00Z", "2027-03-01T09:00:00Z")).toBe("2027-01-18T06:00:00.000Z");
    expect(deadline("2027-01-15T02:00:00Z", "2027-03-01T09:00:00Z")).toBe("2027-01-17T06:00:00.000Z");
    expect(deadline("2027-01-15T21:30:00Z", "2027-03-01T09:00:00Z", "America/New_York")).toBe(
      "2027-01-17T21:30:00.000Z",
    );
  });

  test("knows the night in which the clocks change", () => {
    expect(deadline("2027-03-26T23:30:00Z", "2027-06-01T09:00:00Z")).toBe("2027-03-29T05:00:00.000Z");
    expect(deadline("2027-10-28T23:00:00Z", "2027-12-01T09:00:00Z")).toBe("2027-10-31T06:00:00.000Z");
  });

  test("never lies in the night, never later than the start, and never gives less than the rule says", () => {
    const zones = fc.constantFrom("Europe/Warsaw", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC");
    const now = fc.date({ min: at("2026-01-01T00:00:00Z"), max: at("2030-01-01T00:00:00Z"), noInvalidDate: true });
    const leftMs = fc.integer({ min: 24 * hourMs + 1, max: 400 * 24 * hourMs });
    fc.assert(
      fc.property(now, leftMs, zones, (from, left, zone) => {
        const startsAt = new Date(from.getTime() + left);
        const until = offerDeadline(from, startsAt, zone);
        const { hour } = wallClock(until, zone);
        expect(hour).toBeGreaterThanOrEqual(7);
        expect(hour).toBeLessThan(22);
        expect(until.getTime()).toBeLessThan(startsAt.getTime());
        const rule = from.getTime() + Math.min(48 * hourMs, left / 4);
        expect(until.getTime()).toBeGreaterThanOrEqual(Math.floor(rule));
        expect(until.getTime()).toBeLessThanOrEqual(rule + 10 * hourMs);
      }),
      { numRuns: 500 },
    );
  });
});
