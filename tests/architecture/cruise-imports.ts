import { cruise, type ICruiseResult } from "dependency-cruiser";
import { importRules } from "./import-rules.ts";

export interface ImportCheck {
  /** How many modules were read: a check that read nothing proves nothing. */
  modules: number;
  violations: { rule: string; from: string; to: string }[];
}

/** Reads the imports of `src` (type-only ones too) below the folder and holds them to the import rules. */
export async function checkImports(baseDir: string): Promise<ImportCheck> {
  const { output } = await cruise(
    ["src"],
    {
      baseDir,
      validate: true,
      ruleSet: { forbidden: importRules },
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
    },
    { extensions: [".ts", ".tsx", ".js", ".css", ".json"], conditionNames: ["import", "types", "default"] },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.filter(({ source }) => source.startsWith("src/")).length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
