import { describe, expect, test } from "vitest";
import {
  compareText,
  formatDate,
  formatDateTime,
  formatDay,
  formatList,
  formatMinutes,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRange,
  formatRelativeDays,
  formatTime,
  formatZone,
} from "./format.ts";

const timeZone = "Europe/Warsaw";
/** Intl separates with spaces that do not break; a reader sees a space. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("dates and times", () => {
  test("are told in the zone of the workshop and in the reader's language", () => {
    expect(formatDate("en", "2027-01-15T09:00:00Z", { timeZone })).toBe("15 January 2027");
    expect(formatDate("pl", "2027-01-15T23:30:00Z", { timeZone })).toBe("16 stycznia 2027");
    expect(formatTime("en", "2027-01-15T13:05:00Z", timeZone)).toBe("14:05");
    expect(formatDateTime("pl", new Date("2027-07-15T09:00:00Z"), { timeZone })).toBe("15 lip 2027, 11:00");
    expect(formatDay("pl", "2027-03-01")).toBe("1 marca 2027");
  });

  test("a range names its day once", () => {
    const range = { startsAt: "2027-01-15T09:00:00Z", endsAt: "2027-01-15T11:00:00Z", timeZone };
    expect(plain(formatRange("en", range))).toBe("15 January 2027, 10:00–12:00");
    expect(plain(formatRange("pl", range))).toBe("15 stycznia 2027, 10:00–12:00");
    expect(plain(formatRange("en", { ...range, endsAt: "2027-01-16T11:00:00Z" }))).toMatch(
      /^15 January 2027(?: at|,) 10:00\s?–\s?16 January 2027(?: at|,) 12:00$/,
    );
  });

  test("the zone's name follows daylight saving", () => {
    expect(formatZone("en", "2027-01-15T09:00:00Z", timeZone)).toBe("CET");
    expect(formatZone("pl", "2027-07-15T09:00:00Z", timeZone)).toBe("CEST");
  });

  test("days are counted on the calendar, not in hours", () => {
    const now = "2027-03-27T22:30:00Z"; // 23:30 on the eve of the change to summer time
    expect(formatRelativeDays("en", "2027-03-27T23:30:00Z", { now, timeZone })).toBe("tomorrow");
    expect(formatRelativeDays("pl", "2027-03-29T10:00:00Z", { now, timeZone })).toBe("pojutrze");
    expect(formatRelativeDays("pl", "2027-04-01T10:00:00Z", { now, timeZone })).toBe("za 5 dni");
    expect(formatRelativeDays("en", now, { now, timeZone })).toBe("today");
  });

  test("minutes become hours", () => {
    expect([0, 45, 60, 90].map((minutes) => formatMinutes("en", minutes))).toEqual([
      "0 min",
      "45 min",
      "1 h",
      "1 h 30 min",
    ]);
  });
});

describe("figures", () => {
  test("follow the language", () => {
    expect(formatNumber("en", 12345.67)).toBe("12,345.7");
    expect(plain(formatNumber("pl", 12345.67))).toBe("12 345,7");
    expect(formatPercent("en", 0.415)).toBe("42%");
    expect(plain(formatPercent("pl", 0.415, 1))).toBe("41,5%");
    expect(plain(formatMoney("pl", 120, "PLN"))).toBe("120 zł");
    expect(formatMoney("en", 99.5, "EUR")).toBe("€99.50");
  });
});

describe("lists and order", () => {
  test("a list ends with the language's own and", () => {
    expect(formatList("pl", ["Anna", "Jan", "Ewa"])).toBe("Anna, Jan i Ewa");
    expect(formatList("en", ["Anna", "Jan"])).toBe("Anna and Jan");
  });

  test("Polish puts ł after l and ż after z", () => {
    const names = ["Żak", "Łódź", "Zak", "Lublin", "Lwów", "Ćma", "Cma"];
    expect(names.sort(compareText("pl"))).toEqual(["Cma", "Ćma", "Lublin", "Lwów", "Łódź", "Zak", "Żak"]);
  });

  test("figures inside names go by value", () => {
    expect(["Grupa 10", "Grupa 9"].sort(compareText("pl"))).toEqual(["Grupa 9", "Grupa 10"]);
  });
});
