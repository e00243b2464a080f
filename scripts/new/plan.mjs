import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "./refusal.mjs";

const biome = "node_modules/@biomejs/biome/bin/biome";

/** Everything a command is going to do: collected first, so that nothing is written when a part of it is refused. */
export function startPlan() {
  const created = new Map();
  const edited = new Map();
  const byHand = [];
  return {
    /** A file that must not be there yet. */
    create(path, text) {
      if (existsSync(path)) throw new Refusal(`${path} exists already.`);
      created.set(path, text);
    },
    /** A change of a file; when its text is not as expected (`change` gives undefined), the person is told what to add. */
    edit(path, change, whatToAdd) {
      const before = edited.get(path) ?? (existsSync(path) ? readFileSync(path, "utf8") : undefined);
      const after = before === undefined ? undefined : change(before);
      if (after === undefined) byHand.push(`${path}: ${whatToAdd}`);
      else edited.set(path, after);
    },
    /** What the person decides or writes afterwards. */
    remains(text) {
      byHand.push(text);
    },
    carryOut() {
      for (const [path, text] of created) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text, { flag: "wx" });
        console.log(`new      ${path}`);
      }
      for (const [path, text] of edited) {
        writeFileSync(path, text);
        console.log(`changed  ${path}`);
      }
      format([...created.keys(), ...edited.keys()]);
      if (byHand.length > 0) console.log(`\nWhat remains:\n${byHand.map((line) => `  - ${line}`).join("\n")}`);
    },
  };
}

/** Sorts imports and breaks long lines as `npm run format` does. */
function format(paths) {
  const sources = paths.filter((path) => /\.tsx?$/.test(path));
  if (sources.length === 0 || !existsSync(biome)) return;
  const { status, stdout, stderr } = spawnSync(process.execPath, [biome, "check", "--write", ...sources], {
    encoding: "utf8",
  });
  if (status !== 0) console.error(`${stdout}${stderr}`);
}
