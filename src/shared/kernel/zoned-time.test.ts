import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantOf, isSkippedWallTime, wallTimeOf } from "./zoned-time.ts";

const warsaw = "Europe/Warsaw";

describe("a wall-clock time of a zone", () => {
  test("is one hour ahead of UTC in a Polish winter and two in summer", () => {
    expect(instantOf("2027-01-15T10:00", warsaw)).toBe("2027-01-15T09:00:00.000Z");
    expect(instantOf("2027-07-15T10:00", warsaw)).toBe("2027-07-15T08:00:00.000Z");
  });

  test("holds its hour when the clocks change between two sessions", () => {
    expect(instantOf("2027-03-27T10:00", warsaw)).toBe("2027-03-27T09:00:00.000Z");
    expect(instantOf("2027-03-28T10:00", warsaw)).toBe("2027-03-28T08:00:00.000Z");
  });

  test("that is skipped in spring moves on by the hour that is missing", () => {
    expect(instantOf("2027-03-28T02:30", warsaw)).toBe("2027-03-28T01:30:00.000Z");
    expect(wallTimeOf("2027-03-28T01:30:00.000Z", warsaw)).toBe("2027-03-28T03:30");
    expect(isSkippedWallTime("2027-03-28T02:30", warsaw)).toBe(true);
    expect(isSkippedWallTime("2027-03-28T03:00", warsaw)).toBe(false);
  });

  test("that comes twice in autumn is the earlier one", () => {
    expect(instantOf("2027-10-31T02:30", warsaw)).toBe("2027-10-31T00:30:00.000Z");
    expect(isSkippedWallTime("2027-10-31T02:30", warsaw)).toBe(false);
  });

  test("is exact up to the edges of a change", () => {
    expect(instantOf("2027-03-28T01:59", warsaw)).toBe("2027-03-28T00:59:00.000Z");
    expect(instantOf("2027-03-28T03:00", warsaw)).toBe("2027-03-28T01:00:00.000Z");
    expect(instantOf("2027-10-31T03:00", warsaw)).toBe("2027-10-31T02:00:00.000Z");
  });

  test("knows zones of half hours and those behind UTC", () => {
    expect(instantOf("2027-01-15T10:00", "Asia/Kathmandu")).toBe("2027-01-15T04:15:00.000Z");
    expect(instantOf("2027-01-15T22:00", "America/New_York")).toBe("2027-01-16T03:00:00.000Z");
  });

  test("that is no time has no instant", () => {
    for (const text of ["", "2027-13-01T10:00", "2027-01-15", "tomorrow"])
      expect(instantOf(text, warsaw)).toBeUndefined();
  });

  test("survives the way there and back, unless it is skipped or comes twice", () => {
    const zones = fc.constantFrom(warsaw, "UTC", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia");
    const minutes = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2100, 0, 1) / 60_000 });
    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const wallTime = wallTimeOf(new Date(minute * 60_000).toISOString(), zone);
        const instant = instantOf(wallTime, zone);
        expect(instant && wallTimeOf(instant, zone)).toBe(wallTime);
      }),
    );
  });
});
