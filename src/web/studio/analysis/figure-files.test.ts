import { expect, test } from "vitest";
import { messagesFor } from "../../i18n/messages.ts";
import { figureCsv } from "./figure-csv.ts";
import { drawFigure } from "./figure-drawing.ts";

const colours = { paper: "#fff", ink: "#000", bar: "#1f5c46", axis: "#888" };

test("a table never runs as formulas and says what is hidden", () => {
  const cells = [
    { code: "a", label: { en: "=1+1" }, count: 7, share: 0.7 },
    { code: "b", label: { en: 'Say "no"' }, count: null, share: null },
    { code: "c", label: { en: "-5" }, count: 0, share: 0 },
  ];
  expect(figureCsv(cells, "en")).toBe(
    `\ufeff"Answer","n","Share"\r\n"'=1+1","7","0.7"\r\n"Say ""no""","${messagesFor("en").chart.suppressed}",""\r\n"-5","0","0"\r\n`,
  );
});

test("a drawing keeps texts apart from its marks, and draws no bar for what is hidden", () => {
  const figure = { title: "A & B <c>", total: null, rows: [{ label: "x", count: null }] };
  const across = drawFigure({ ...figure, isAcross: true }, colours);
  expect(across).toContain("A &amp; B &lt;c&gt;");
  expect(across).toContain('width="0" height="16"');
  expect(drawFigure({ ...figure, isAcross: false }, colours)).toContain('height="0"');
});
