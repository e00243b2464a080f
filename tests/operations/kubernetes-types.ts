import { join } from "node:path";
import ts from "typescript";

export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  spec?: Record<string, unknown>;
  data?: Record<string, string>;
  stringData?: Record<string, string>;
}

/** Where the models of a kind are: Kubernetes' own, or those of the Prometheus Operator. */
export const modelsOf = (apiVersion: string): string =>
  `${apiVersion.startsWith("monitoring.coreos.com/") ? "@kubernetes-models/prometheus-operator" : "kubernetes-models"}/${apiVersion}`;

/**
 * Fields that Kubernetes does not know, as it says under strict validation. Its JSON schemas let them pass; its types, held
 * against a literal, do not.
 */
export function unknownFields(manifests: readonly Manifest[]): string[] {
  const file = join(process.cwd(), "tests", "operations", "manifests.virtual.ts");
  const text = manifests
    .map(({ apiVersion, kind, ...rest }, n) => {
      const type = `import("${modelsOf(apiVersion)}").I${kind}`;
      return `export const manifest${n}: ${type} = ${JSON.stringify({ ...rest, apiVersion, kind })};`;
    })
    .join("\n");
  const options: ts.CompilerOptions = {
    ...{ noEmit: true, strict: true, skipLibCheck: true, types: [] },
    ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.getSourceFile = (name, ...others) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...others);
  const program = ts.createProgram([file], options, host);
  const source = program.getSourceFile(file);
  return program.getSemanticDiagnostics(source).map(({ messageText, start = 0 }) => {
    const name = manifests[text.slice(0, start).split("\n").length - 1]?.metadata.name ?? "";
    return `${name}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
