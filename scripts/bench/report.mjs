const verdicts = new Map([
  [true, "met"],
  [false, "MISSED"],
  [undefined, ""],
]);

/** The figures as a page for people. */
export function pageOf(groups, { machine, commit, at, isQuiet, load, settings }) {
  const sections = groups.map(({ title, rows }) => `## ${title}\n\n${tableOf(rows)}`);
  return `# Benchmarks

Written by \`npm run bench\`, at ${at}, commit ${commit}, ${machine}; load of the machine when it began: ${load.toFixed(1)}.
${isQuiet ? "" : "\nThe machine was busy with other work while this ran: read the ratios with care, and the times not at all.\n"}
Medians of ${settings.rounds} round${settings.rounds === 1 ? "" : "s"}, each taken in turns with the floor it is compared to; loopback.

${sections.join("\n\n")}
`;
}

function tableOf(rows) {
  const lines = rows.map(
    ({ what, budget, measured, isMet }) => `| ${what} | ${budget} | ${measured} | ${verdicts.get(isMet)} |`,
  );
  return `| what | budget | measured | |\n|---|---|---|---|\n${lines.join("\n")}`;
}
