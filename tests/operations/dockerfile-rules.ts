import { DockerfileParser, type ImageTemplate, type Instruction } from "dockerfile-ast";

export interface Step {
  keyword: string;
  /** What follows the keyword, with lines joined. */
  text: string;
  line: number;
}

/** One stage of a Dockerfile: from a FROM to before the next. */
export interface Stage {
  name: string;
  base: string;
  steps: Step[];
}

/** The stages of a Dockerfile in order. */
export function stagesOf(dockerfile: string): Stage[] {
  const parsed = DockerfileParser.parse(dockerfile);
  const lines = dockerfile.split("\n");
  return parsed.getFROMs().map((from) => {
    const image = parsed.getContainingImage(from.getRange().start) as ImageTemplate;
    const [, ...instructions] = image.getInstructions();
    const steps = instructions.map((instruction) => stepOf(instruction, lines));
    return { name: from.getBuildStage() ?? "", base: from.getImage() ?? "", steps };
  });
}

function stepOf(instruction: Instruction, lines: readonly string[]): Step {
  const { start, end } = instruction.getRange();
  const whole = lines.slice(start.line, end.line + 1).filter((line) => !line.trimStart().startsWith("#"));
  const text = whole
    .join("\n")
    .replaceAll(/\s*\\\n\s*/g, " ")
    .trim();
  return { keyword: instruction.getKeyword(), text: text.replace(/^\S+\s*/, ""), line: start.line + 1 };
}

/** The words of an instruction in exec form; undefined in shell form. */
export function execForm(text: string): string[] | undefined {
  const from = text.indexOf("[");
  if (from < 0) return undefined;
  try {
    const words: unknown = JSON.parse(text.slice(from));
    return Array.isArray(words) && words.every((word) => typeof word === "string") ? words : undefined;
  } catch {
    return undefined;
  }
}

const secretName = /\b\w*(password|passwd|secret|token|api_?key|credential)\w*\s*=/i;
const isPinned = (base: string) => /(:\d+\.\d+[\w.-]*|@sha256:[0-9a-f]{64})$/.test(base) && !base.endsWith(":latest");

/** What is wrong with a Dockerfile, one line each; the rules are hadolint's and Docker's own, as far as they matter here. */
export function dockerfileProblems(dockerfile: string): string[] {
  const stages = stagesOf(dockerfile);
  const names = new Set(stages.map(({ name }) => name));
  const bases = stages.filter(({ base }) => !names.has(base) && !isPinned(base));
  const last = stages.at(-1);
  return [
    ...bases.map(({ base }) => `${base}: a base without a full version`),
    ...stages.flatMap(({ steps }) => steps.flatMap(problemsOfStep)),
    ...(last ? problemsOfResult(last.steps) : ["there is no stage"]),
  ];
}

function problemsOfStep({ keyword, text, line }: Step): string[] {
  const problems: string[] = [];
  const add = (what: string) => problems.push(`line ${line}: ${what}`);
  if (keyword === "ADD") add("ADD; COPY does what it says");
  if ((keyword === "ENV" || keyword === "ARG") && secretName.test(text)) add("a secret stays in the image");
  if (keyword === "COPY" && /(^|\s)\.env\b/.test(text)) add("a secret stays in the image");
  if (keyword === "RUN") {
    if (/\bsudo\b/.test(text)) add("sudo");
    if (/\b(curl|wget)\b/.test(text)) add("something unpinned is fetched");
    if (/\bapt-get install\b/.test(text)) {
      if (!/apt-get update\b/.test(text)) add("apt-get install without update in the same step");
      if (!/--no-install-recommends/.test(text)) add("apt-get install without --no-install-recommends");
      if (!/rm -rf \/var\/lib\/apt\/lists\/\*/.test(text)) add("apt's lists stay in the image");
    }
    if (/\bnpm (install|i)\b/.test(text)) add("npm install; npm ci takes what was locked");
  }
  if (["CMD", "ENTRYPOINT", "HEALTHCHECK"].includes(keyword) && !execForm(text)) add(`${keyword} in shell form`);
  return problems;
}

function problemsOfResult(steps: Step[]): string[] {
  const problems: string[] = [];
  const indexOf = (keyword: string) => steps.findLastIndex((step) => step.keyword === keyword);
  const user = indexOf("USER");
  if (user < 0 || !/^[1-9]\d*(:[1-9]\d*)?$/.test(steps[user]?.text ?? ""))
    problems.push("USER is no number of a non-root account");
  if (user > Math.min(indexOf("CMD"), indexOf("ENTRYPOINT"))) problems.push("USER comes after what it is for");
  for (const keyword of ["HEALTHCHECK", "STOPSIGNAL", "EXPOSE", "LABEL", "VOLUME"]) {
    if (indexOf(keyword) < 0) problems.push(`no ${keyword}`);
  }
  return problems;
}
