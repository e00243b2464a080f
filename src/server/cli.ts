import { BuiltCode } from "./platform/built-code/built-code.ts";

const { runCommand } = new BuiltCode(import.meta.dirname).load(
  "run-command.cjs",
) as typeof import("./cli/run-command.ts");
runCommand(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
