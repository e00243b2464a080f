import fc from "fast-check";
import { expect, test } from "vitest";
import { backupName, madeAtOf, type StoredBackup, unprovenMark } from "./backup-store.ts";
import { superseded } from "./superseded.ts";

const dayMs = 24 * 60 * 60 * 1000;
const now = new Date("2027-01-15T09:00:00Z");
const ago = (days: number) => {
  const madeAt = new Date(now.getTime() - days * dayMs);
  return { name: backupName(madeAt), bytes: 1, madeAt, isUnproven: false };
};
const daysLeft = (days: number[], keeping = { daily: 3, weekly: 2 }) => {
  const gone = new Set(superseded(days.map(ago), keeping, now).map(({ name }) => name));
  return days.filter((day) => !gone.has(ago(day).name));
};

test("the newest of each of the last days and weeks stay, and whatever is younger than a day", () => {
  // 15 January 2027 is a Friday: 4 days before is that week's Monday, 5 the Sunday before.
  const each = [0, 0.1, 0.2, 1.1, 1.2, 2, 3, 4, 5, 6, 12, 20];
  expect(daysLeft(each)).toEqual([0, 0.1, 0.2, 1.1, 2, 5]);
  expect(daysLeft(each, { daily: 1, weekly: 0 })).toEqual([0, 0.1, 0.2]);
});

test("however few may stay, the newest never goes, and old ones do not count for days that have none", () => {
  const day = fc.double({ min: 0, max: 400, noNaN: true });
  // No two have one name.
  const days = fc.uniqueArray(day, { minLength: 1, maxLength: 30, selector: (each) => ago(each).name });
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 5 }), (given, daily, weekly) => {
      const left = daysLeft(given, { daily, weekly });
      expect(left).toContain(Math.min(...given));
      expect(left.filter((day) => day > 1).length).toBeLessThanOrEqual(daily + weekly);
    }),
  );
});

test("an unproven one takes nobody's place, stays while it is the newest, and goes once a newer one is proven", () => {
  const unproven = (days: number) => ({ ...ago(days), name: `${ago(days).name}${unprovenMark}`, isUnproven: true });
  const gone = (backups: StoredBackup[]) => superseded(backups, { daily: 1, weekly: 0 }, now).map(({ name }) => name);
  expect(gone([unproven(2), ago(3)])).toEqual([]);
  expect(gone([ago(1.5), unproven(2), ago(3)])).toEqual([ago(3).name, unproven(2).name]);
});

test("a name tells when the backup was made, and no other file is taken for one", () => {
  expect(madeAtOf(backupName(now))).toEqual(now);
  expect(madeAtOf(`${backupName(now)}${unprovenMark}`)).toEqual(now);
  for (const name of ["secret", `${backupName(now)}.unfinished`, `x${backupName(now)}`, "workshopsai-x.backup"]) {
    expect(madeAtOf(name)).toBeUndefined();
  }
});
