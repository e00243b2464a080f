import { suppressedMark } from "../../design-system/charts/suppression.ts";

export interface Figure {
  title: string;
  total: number | null;
  /** Bars that lie across, for answers with long names; otherwise columns, for points of a scale. */
  isAcross: boolean;
  rows: readonly { label: string; count: number | null }[];
}

export interface FigureColours {
  paper: string;
  ink: string;
  bar: string;
  axis: string;
}

const width = 800;
const margin = 32;
const lineHeight = 22;
const charactersPerLine = 62;
const rowHeight = 52;
const plotHeight = 260;

/** The figure as a drawing that stands alone: title, n, bars with their numbers. */
export function drawFigure(figure: Figure, colours: FigureColours): string {
  const title = wrap(figure.title, charactersPerLine);
  const top = margin + title.length * lineHeight + 34;
  const body = figure.isAcross ? barsAcross(figure, top, colours) : columns(figure, top, colours);
  const n = `n = ${figure.total === null ? suppressedMark : figure.total}`;
  const heading = title.map((line, index) =>
    text({ x: margin, y: margin + 6 + index * lineHeight, fill: colours.ink, weight: 600, size: 18 }, line),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${body.bottom + margin}" viewBox="0 0 ${width} ${body.bottom + margin}" font-family="Inter, system-ui, sans-serif" font-size="15">`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    ...heading,
    text({ x: margin, y: top - 24, fill: colours.ink }, n),
    ...body.parts,
    "</svg>",
  ].join("\n");
}

interface Drawn {
  parts: string[];
  bottom: number;
}

function barsAcross({ rows, total }: Figure, top: number, { ink, bar, axis }: FigureColours): Drawn {
  const most = Math.max(1, total ?? 0, ...rows.map(({ count }) => count ?? 0));
  const space = width - 2 * margin - 60;
  const parts = rows.flatMap(({ label, count }, index) => {
    const y = top + index * rowHeight;
    const length = ((count ?? 0) / most) * space;
    return [
      text({ x: margin, y: y + 14, fill: ink }, shorten(label, 96)),
      `<rect x="${margin}" y="${y + 22}" width="${space}" height="16" fill="none" stroke="${axis}" stroke-opacity="0.4"/>`,
      `<rect x="${margin}" y="${y + 22}" width="${length}" height="16" fill="${bar}"/>`,
      text({ x: margin + space + 8, y: y + 35, fill: ink }, count === null ? suppressedMark : String(count)),
    ];
  });
  return { parts, bottom: top + rows.length * rowHeight };
}

function columns({ rows }: Figure, top: number, { ink, bar, axis }: FigureColours): Drawn {
  const most = Math.max(1, ...rows.map(({ count }) => count ?? 0));
  const step = (width - 2 * margin) / Math.max(1, rows.length);
  const base = top + 20 + plotHeight;
  const parts = rows.flatMap(({ label, count }, index) => {
    const height = ((count ?? 0) / most) * plotHeight;
    const middle = margin + (index + 0.5) * step;
    const number = count === null ? suppressedMark : String(count);
    return [
      `<rect x="${middle - step * 0.4}" y="${base - height}" width="${step * 0.8}" height="${height}" fill="${bar}"/>`,
      text({ x: middle, y: base - height - 6, fill: ink, anchor: "middle" }, number),
      text({ x: middle, y: base + 22, fill: ink, anchor: "middle" }, label),
    ];
  });
  parts.push(`<line x1="${margin}" x2="${width - margin}" y1="${base}" y2="${base}" stroke="${axis}"/>`);
  return { parts, bottom: base + 28 };
}

interface TextPlace {
  x: number;
  y: number;
  fill: string;
  weight?: number;
  size?: number;
  anchor?: "middle";
}

function text({ x, y, fill, weight = 400, size = 15, anchor }: TextPlace, words: string): string {
  const placed = anchor ? ` text-anchor="${anchor}"` : "";
  return `<text x="${x}" y="${y}" fill="${fill}" font-weight="${weight}" font-size="${size}"${placed}>${escapeXml(words)}</text>`;
}

const escapeXml = (words: string) =>
  words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const shorten = (words: string, most: number) => (words.length > most ? `${words.slice(0, most - 1)}…` : words);

function wrap(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
