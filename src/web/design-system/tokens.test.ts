import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { contrast, parseHex, type Rgb, worstDistance } from "./testing/colour.ts";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const hex = "#[0-9a-f]{6}";
const declarations = css.matchAll(new RegExp(`--([\\w-]+): (?:light-dark\\((${hex}), (${hex})\\)|(${hex}));`, "g"));
const colours = new Map(
  [...declarations].map(([, name = "", light, dark, both = "#000000"]) => [
    name,
    { light: parseHex(light ?? both), dark: parseHex(dark ?? both) },
  ]),
);

function colour(name: string, mode: "light" | "dark"): Rgb {
  const found = colours.get(name)?.[mode];
  if (!found) throw new Error(`tokens.css has no plain colour --${name}`);
  return found;
}

const grounds = ["color-paper", "color-surface", "color-sunken"];
const texts = ["ink", "ink-muted", "accent", "accent-strong", "success", "warning", "danger", "info"];
const textPairs: [string, string][] = [
  ...texts.flatMap((text) => grounds.map((ground): [string, string] => [`color-${text}`, ground])),
  ...["success", "warning", "danger", "info"].flatMap((tone): [string, string][] => [
    [`color-${tone}`, `color-${tone}-soft`],
    ["color-ink", `color-${tone}-soft`],
  ]),
  ["color-on-accent", "color-accent"],
  ["color-on-accent", "color-accent-strong"],
  ["color-on-accent-soft", "color-accent-soft"],
  ["color-ink", "color-accent-soft"],
  ["color-ink-muted", "color-accent-soft"],
  ["color-on-danger", "color-danger-fill"],
  ["color-on-danger", "color-danger-fill-strong"],
  ["color-paper", "color-ink"],
];
const signs = ["color-border", "color-focus", ...Array.from({ length: 8 }, (_, index) => `chart-${index + 1}`)];
const signPairs = [
  ...signs.flatMap((sign) => grounds.map((ground): [string, string] => [sign, ground])),
  ["color-danger-fill", "color-paper"],
] as [string, string][];

describe.each(["light", "dark"] as const)("in the %s theme", (mode) => {
  test.each(textPairs)("text in --%s on --%s has a contrast of 4.5 or more", (text, ground) => {
    expect(contrast(colour(text, mode), colour(ground, mode))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(signPairs)("a line or a shape in --%s on --%s has a contrast of 3 or more", (sign, ground) => {
    expect(contrast(colour(sign, mode), colour(ground, mode))).toBeGreaterThanOrEqual(3);
  });

  test("the eight chart colours stay apart with every kind of colour vision", () => {
    const chart = Array.from({ length: 8 }, (_, index) => colour(`chart-${index + 1}`, mode));
    const distances = chart.flatMap((a, index) => chart.slice(index + 1).map((b) => worstDistance(a, b)));
    expect(Math.min(...distances)).toBeGreaterThan(0.08);
  });
});

test("the measure knows black on white", () => {
  expect(contrast([0, 0, 0], [1, 1, 1])).toBeCloseTo(21);
});
