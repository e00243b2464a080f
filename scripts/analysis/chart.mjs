export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);

const [width, valueWidth] = [640, 90];
const [labelHeight, barHeight, barPitch, gap] = [24, 12, 18, 12];

/**
 * Horizontal bars, one group for each row: `{ name, values }`. `series` names the values; each has a colour of its own and
 * its figure in words, so that nothing depends on colour alone.
 */
export function barChart({ title, series, rows, format }) {
  const most = Math.max(...rows.flatMap(({ values }) => values), Number.EPSILON);
  const scale = (value) => Math.max(1, (value / most) * (width - valueWidth));
  const groupHeight = labelHeight + series.length * barPitch + gap;
  const groups = rows.map((row, index) => group(row, { top: index * groupHeight, scale, format }));
  const legend = series.map((name, index) => `<span class="key key-${index}">${escapeHtml(name)}</span>`);
  return `<figure>
<figcaption>${escapeHtml(title)} ${legend.join(" ")}</figcaption>
<svg viewBox="0 0 ${width} ${rows.length * groupHeight}" role="img" aria-label="${escapeHtml(title)}">${groups.join("")}</svg>
</figure>`;
}

function group({ name, values }, { top, scale, format }) {
  const bars = values.map((value, index) => {
    const y = top + labelHeight + index * barPitch;
    return `<rect class="bar-${index}" x="0" y="${y}" width="${scale(value).toFixed(1)}" height="${barHeight}" rx="2"/>
<text class="value" x="${(scale(value) + 8).toFixed(1)}" y="${y + barHeight}">${escapeHtml(format(value))}</text>`;
  });
  return `<text x="0" y="${top + 17}">${escapeHtml(name)}</text>${bars.join("")}`;
}
