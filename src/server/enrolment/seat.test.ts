import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countFreedSeats, decideFreedSeat, decideSeat } from "./seat.ts";

describe("asking for a seat", () => {
  const rules = { capacity: 2, hasWaitingList: true };

  test("the last seat is given, the next person waits", () => {
    expect(decideSeat(rules, { taken: 1, waiting: 0 })).toBe("confirmed");
    expect(decideSeat(rules, { taken: 2, waiting: 0 })).toBe("waitlisted");
    expect(decideSeat({ ...rules, hasWaitingList: false }, { taken: 2, waiting: 0 })).toBe("full");
  });

  test("nobody gets past the line", () => {
    expect(decideSeat(rules, { taken: 1, waiting: 3 })).toBe("waitlisted");
  });
});

test("freed seats are filled from the line until one of the two is used up", () => {
  const number = fc.nat(50);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), number, number, (capacity, taken, waiting) => {
      const count = countFreedSeats({ capacity }, { taken, waiting });
      expect(count).toBeGreaterThanOrEqual(0);
      expect(count).toBeLessThanOrEqual(waiting);
      if (taken <= capacity) expect(taken + count).toBeLessThanOrEqual(capacity);
      if (taken + count < capacity) expect(count).toBe(waiting);
    }),
  );
});

test("a freed seat is confirmed at once on the day before, or when the workshop says so", () => {
  const now = new Date("2027-01-15T09:00:00Z");
  const soon = new Date("2027-01-16T09:00:00Z");
  const later = new Date("2027-01-16T09:00:01Z");
  expect(decideFreedSeat({ confirmsAtOnce: false, startsAt: soon }, now)).toBe("confirmed");
  expect(decideFreedSeat({ confirmsAtOnce: false, startsAt: later }, now)).toBe("offered");
  expect(decideFreedSeat({ confirmsAtOnce: true, startsAt: later }, now)).toBe("confirmed");
});
