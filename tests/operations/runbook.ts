import { readFileSync } from "node:fs";

const page = new URL("../../docs/guides/operate/first-aid.md", import.meta.url);
/** Marks what a drill follows. */
const mark = "◆";

export interface Section {
  title: string;
  isDrilled: boolean;
  /** The lines of its blocks of shell, in order. */
  commands: string[];
}

/** The sections of the page for first aid, with the commands that they tell to type. */
export function readRunbook(): Section[] {
  const [, ...sections] = readFileSync(page, "utf8").split(/^## /m);
  return sections.map((section) => ({
    title: section.slice(0, section.indexOf("\n")),
    isDrilled: section.includes(mark),
    commands: [...section.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, lines = ""]) => lines.trim().split("\n")),
  }));
}
