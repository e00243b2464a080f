import type { Secret } from "./cell-table.ts";
import type { SubmittedRow } from "./collect-answers.ts";
import { computeResults } from "./compute-results.ts";
import type { Figures } from "./figures.ts";
import { joinVersions } from "./join-versions.ts";
import { wasIn } from "./releases.ts";
import type { DepartedRow, VersionRow } from "./tables.ts";

/** All that a release is made of, as data that can go to another thread. */
export interface ReleaseTask {
  versions: VersionRow[];
  /** All responses that are submitted now: pages of them, each a JSON list of `SubmittedRow` in UTF-8. */
  pages: Uint8Array<ArrayBuffer>[];
  held: Figures;
  number: number;
  /** By the code of the question. */
  secrets: Record<string, Secret>;
  departed: DepartedRow[];
}

export interface ComputedRelease {
  figures: Figures;
  respondents: number;
  /** The ids of responses that no release had before. */
  newcomers: string[];
}

/** The figures of a new release, and who comes in with it. */
export async function computeRelease(task: ReleaseTask): Promise<ComputedRelease> {
  const { versions, pages, held, number, secrets, departed } = task;
  const text = new TextDecoder();
  const rows = pages.flatMap((page) => JSON.parse(text.decode(page)) as SubmittedRow[]);
  const figures = await computeResults({
    joined: joinVersions(versions),
    contents: new Map(versions.map((version) => [version.number, version.content])),
    ...{ rows, held, number },
    secretOf: (code) => secretFor(secrets, code),
    hasDeparted: (basis) => departed.some((row) => wasIn(row, basis)),
  });
  const newcomers = rows.filter(({ enteredIn }) => enteredIn === null).map(({ id }) => id);
  return { figures, respondents: rows.length, newcomers };
}

function secretFor(secrets: ReleaseTask["secrets"], code: string): Secret {
  const secret = Object.hasOwn(secrets, code) ? secrets[code] : undefined;
  if (!secret) throw new Error(`no secret was given for the question ${code}`);
  return secret;
}
