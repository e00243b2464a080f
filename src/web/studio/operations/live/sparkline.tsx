/** The width and height of the drawing, in its own units. */
const width = 240;
const height = 48;

export interface Series {
  /** The oldest first; null where there was nothing to measure. */
  values: readonly (number | null)[];
  tone?: "main" | "second";
}

/** Curves without axes: what they rise from and to stands beside them in words, which is also what is read aloud. */
export function Sparkline({ series }: { series: readonly Series[] }) {
  const most = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)), Number.MIN_VALUE);
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {series.map(({ values, tone = "main" }) => (
        <path key={tone} className={`sparkline-${tone}`} d={pathOf(values, most)} vectorEffect="non-scaling-stroke" />
      ))}
    </svg>
  );
}

/** One line for each stretch of figures; a gap where there are none. */
export function pathOf(values: readonly (number | null)[], most: number): string {
  const step = width / Math.max(values.length - 1, 1);
  let isDrawing = false;
  return values
    .map((value, index) => {
      if (value === null) {
        isDrawing = false;
        return "";
      }
      const command = isDrawing ? "L" : "M";
      isDrawing = true;
      // A little room above and below, so that the line is not cut.
      const y = height - 2 - (value / most) * (height - 4);
      return `${command}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
    })
    .join("");
}
