import { BuiltCode } from "./platform/built-code/built-code.ts";

const { runProcess } = new BuiltCode(import.meta.dirname).load("run-process.cjs") as typeof import("./run-process.ts");
runProcess({ program: import.meta.filename });
