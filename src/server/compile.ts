import { readdirSync } from "node:fs";
import { BuiltCode } from "./platform/built-code/built-code.ts";

/** Do something when they are loaded, where all else waits to be asked. */
const programs = ["main.cjs", "cli.cjs", "compile.cjs", "release-thread.cjs"];

// The last step of a build.
const folder = import.meta.dirname;
const code = new BuiltCode(folder);
for (const name of readdirSync(folder)) if (name.endsWith(".cjs") && !programs.includes(name)) code.load(name);
code.keepCompiled();
