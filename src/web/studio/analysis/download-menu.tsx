import type { QuestionResult } from "../../../shared/analysis/contract.ts";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import { Menu } from "../../design-system/interactive/menu.tsx";
import { resultsMessages } from "../../i18n/results.ts";
import { figureCsv } from "./figure-csv.ts";
import { drawFigure, type FigureColours } from "./figure-drawing.ts";
import { offerFile, pngOf } from "./offer-file.ts";

type Counted = Exclude<QuestionResult, { form: "texts" }>;

/** The figure to take along: as a picture for a report, or as its numbers. */
export function DownloadMenu({ question, language }: { question: Counted; language: Language }) {
  const words = resultsMessages[language];
  const title = readText(question.text, language)?.text ?? question.code;
  const svg = () =>
    drawFigure(
      {
        title,
        total: question.answered,
        isAcross: question.form === "choices",
        rows: question.cells.map(({ code, label, count }) => ({
          label: readText(label, language)?.text ?? code,
          count,
        })),
      },
      paperColours(),
    );
  const name = (ending: string) => `${question.code}.${ending}`;
  return (
    <div className="results-download">
      <Menu
        label={words.downloadOf(title)}
        trigger={
          <span>
            {words.download}
            <span className="visually-hidden">: {title}</span>
          </span>
        }
        size="small"
        variant="quiet"
        items={[
          {
            id: "png",
            label: words.asPng,
            onAction: () => void pngOf(svg()).then((picture) => offerFile(name("png"), picture)),
          },
          {
            id: "svg",
            label: words.asSvg,
            onAction: () => offerFile(name("svg"), new Blob([svg()], { type: "image/svg+xml" })),
          },
          {
            id: "csv",
            label: words.asCsv,
            onAction: () =>
              offerFile(name("csv"), new Blob([figureCsv(question.cells, language)], { type: "text/csv" })),
          },
        ]}
      />
    </div>
  );
}

/** The light colours of the design system, whatever the page has: a file has no stylesheet, and lands on white paper. */
function paperColours(): FigureColours {
  const probe = document.createElement("span");
  probe.style.colorScheme = "light";
  document.body.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    paper: read("--color-paper"),
    ink: read("--color-ink"),
    bar: read("--chart-1"),
    axis: read("--chart-axis"),
  };
  probe.remove();
  return colours;
}
