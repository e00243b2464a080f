import { canonicalJson } from "../../shared/catalogue/canonical-json.ts";
import type { WorkshopChanges, WorkshopContent } from "../../shared/catalogue/workshop.ts";
import type { FieldVersions } from "./tables.ts";

export type ContentField = keyof WorkshopContent;

export interface DraftState {
  content: WorkshopContent;
  version: number;
  fieldVersions: FieldVersions;
}

/** A field that somebody else changed to another value since the version one started from. */
export interface EditConflict {
  field: ContentField;
  yours: unknown;
  theirs: unknown;
}

export type Merge = { conflicts: EditConflict[] } | { merged: DraftState; changedFields: ContentField[] };

/** Merges changes made on an earlier version: different fields go together, the same field must say the same. */
export function mergeDraft(draft: DraftState, baseVersion: number, changes: WorkshopChanges): Merge {
  const named = Object.keys(changes) as ContentField[];
  const changedFields = named.filter((field) => canonicalJson(changes[field]) !== canonicalJson(draft.content[field]));
  const conflicts = changedFields
    .filter((field) => (draft.fieldVersions[field] ?? 1) > baseVersion)
    .map((field) => ({ field, yours: changes[field], theirs: draft.content[field] }));
  if (conflicts.length > 0) return { conflicts };
  if (changedFields.length === 0) return { merged: draft, changedFields };
  const version = draft.version + 1;
  return {
    merged: {
      content: { ...draft.content, ...changes },
      version,
      fieldVersions: { ...draft.fieldVersions, ...Object.fromEntries(changedFields.map((field) => [field, version])) },
    },
    changedFields,
  };
}
