import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BarChart } from "./charts/bar-chart.tsx";
import { Histogram } from "./charts/histogram.tsx";
import { StackedBarChart } from "./charts/stacked-bar-chart.tsx";
import { CheckboxField, ChoiceGroupField } from "./choice-fields.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Pagination } from "./pagination.tsx";
import { Progress } from "./progress.tsx";
import { SegmentedControl } from "./segmented-control.tsx";
import { InputField, SelectField, TextAreaField } from "./text-fields.tsx";

const render = (element: ReactElement) => renderToStaticMarkup(element);

describe("a page without scripts", () => {
  test.each<[string, ReactElement]>([
    ["Progress", <Progress key="a" id="p" label="Questionnaire" value={3} max={12} />],
    [
      "BarChart",
      <BarChart key="b" language="en" title="Why" total={9} rows={[{ key: "a", label: "Topic", count: 7 }]} />,
    ],
    ["Histogram", <Histogram key="c" language="pl" title="Ile" total={9} bins={[{ label: "1", count: 9 }]} />],
    [
      "StackedBarChart",
      <StackedBarChart
        key="d"
        language="pl"
        title="Grupy"
        total={10}
        series={[{ key: "yes", label: "Tak", color: 1 }]}
        rows={[{ key: "a", label: "A", counts: { yes: 10 } }]}
      />,
    ],
    ["LanguageSwitch", <LanguageSwitch key="e" language="pl" hrefs={{ en: "/en", pl: "/pl" }} />],
    ["Pagination", <Pagination key="f" language="pl" nextHref="/pl?cursor=x" />],
  ])("%s needs neither an inline style nor a handler, which the content policy forbids", (_name, element) => {
    expect(render(element)).not.toMatch(/ style=| on[a-z]+=|<script/);
  });

  test("nothing outside the interactive folder reaches for the studio's library", () => {
    const folder = fileURLToPath(new URL(".", import.meta.url));
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (path) => /\.tsx?$/.test(path) && !path.startsWith("interactive") && !path.includes(".test."),
    );
    expect(sources.length).toBeGreaterThan(20);
    const guilty = sources.filter((path) => /react-aria|interactive\//.test(readFileSync(`${folder}/${path}`, "utf8")));
    expect(guilty).toEqual([]);
  });
});

describe("a field", () => {
  test("ties its hint and its error to the control", () => {
    const html = render(
      <InputField id="mail" name="mail" type="email" label="E-mail" hint="Yours" error="Wrong" isRequired />,
    );
    expect(html).toContain('<label class="field-label" for="mail">');
    expect(html).toMatch(/<input[^>]* aria-describedby="mail-hint mail-error"/);
    expect(html).toMatch(/<input[^>]* aria-invalid="true"/);
    expect(html).toMatch(/<input[^>]* required=""/);
  });

  test("without hint or error describes nothing", () => {
    expect(render(<TextAreaField id="a" label="A" />)).not.toMatch(/aria-(describedby|invalid)|required/);
  });

  test("keeps its first value in a form without scripts", () => {
    expect(
      render(
        <SelectField
          id="s"
          label="S"
          defaultValue="b"
          options={[
            { value: "a", label: "A" },
            { value: "b", label: "B" },
          ]}
        />,
      ),
    ).toContain('<option value="b" selected="">');
    const options = [
      { value: "1", label: "One" },
      { value: "2", label: "Two" },
    ];
    const group = render(
      <ChoiceGroupField kind="checkbox" id="c" name="c" legend="C" options={options} defaultValue={["2"]} />,
    );
    expect(group).toMatch(/<input[^>]*value="2"[^>]*>/);
    expect(group.match(/checked=""/g)).toHaveLength(1);
    expect(render(<SegmentedControl legend="L" name="l" options={options} defaultValue="1" />)).toContain('checked=""');
  });

  test("a group of radios says that it is required and wrong", () => {
    const html = render(
      <ChoiceGroupField kind="radio" id="r" name="r" legend="R" options={[]} isRequired error="Choose one" />,
    );
    expect(html).toMatch(/<fieldset[^>]*role="radiogroup"[^>]*aria-required="true"[^>]*aria-invalid="true"/);
  });

  test("escapes what people wrote", () => {
    expect(render(<CheckboxField id="x" label={'<img src=x onerror="1">'} />)).toContain("&lt;img src=x");
    expect(render(<ErrorSummary title="Two" issues={[{ fieldId: "x", message: "<b>" }]} />)).toContain("&lt;b&gt;");
  });
});

describe("a hidden count", () => {
  test("is called hidden, with a pattern and no share", () => {
    const html = render(
      <BarChart language="en" title="Why" total={20} rows={[{ key: "a", label: "Date", count: null }]} />,
    );
    expect(html).toContain('<td class="table-number">hidden</td>');
    expect(html).toContain("chart-suppressed");
    expect(html).toContain("fewer than 5 people can be worked out");
    expect(html).not.toContain("%</span>");
  });

  test("hides its whole row of a stacked chart, so that nobody can subtract", () => {
    const html = render(
      <StackedBarChart
        language="en"
        title="Groups"
        total={40}
        series={[
          { key: "yes", label: "Yes", color: 1 },
          { key: "no", label: "No", color: 2 },
        ]}
        rows={[{ key: "a", label: "New", counts: { yes: 17, no: null } }]}
      />,
    );
    expect(html).not.toContain("17");
  });
});
