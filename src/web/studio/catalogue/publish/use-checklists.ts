import { useQuery } from "@tanstack/react-query";
import type { ChecklistItem } from "../../../../shared/catalogue/workshop.ts";
import { type Language, languages } from "../../../../shared/kernel/locale.ts";
import { getPublishChecklist } from "../../../api/catalogue.ts";
import { useWorkshopEditor } from "../editor-context.ts";

export interface ChecklistLine extends ChecklistItem {
  /** The language it is about; undefined when it is about both. */
  of?: Language | undefined;
}

export interface Checklists {
  lines: ChecklistLine[];
  isPublishable: Record<Language, boolean>;
  isKnown: boolean;
}

/** What is missing for each language, by the draft as it was last saved. */
export function useChecklists(): Checklists {
  const { draft, language: reader } = useWorkshopEditor();
  const workshopId = draft.id;
  const { data } = useQuery({
    queryKey: ["workshop-checklist", workshopId, draft.version, reader],
    queryFn: async ({ signal }) => {
      const ask = (language: Language) => getPublishChecklist({ params: { workshopId }, query: { language }, signal });
      const [en, pl] = await Promise.all([ask("en"), ask("pl")]);
      return { en, pl };
    },
    placeholderData: (previous) => previous,
  });
  if (!data) return { lines: [], isPublishable: { en: false, pl: false }, isKnown: false };
  const all = languages.flatMap((of) => data[of].items.map((item): ChecklistLine => ({ ...item, of })));
  const isShared = (line: ChecklistLine) =>
    languages.every((of) => data[of].items.some(({ code, field }) => code === line.code && field === line.field));
  const lines = all
    .map((line) => (isShared(line) ? { ...line, of: undefined } : line))
    .filter((line, index, list) => list.findIndex((each) => keyOf(each) === keyOf(line)) === index);
  lines.sort((a, b) => rank(a) - rank(b));
  return { lines, isPublishable: { en: data.en.isPublishable, pl: data.pl.isPublishable }, isKnown: true };
}

/** What forbids publishing comes first, and of that the languages one after the other. */
const rank = ({ severity, of }: ChecklistLine) =>
  severity === "warning" ? languages.length + 1 : of ? languages.indexOf(of) : languages.length;

export const keyOf = ({ code, field, of }: ChecklistLine) => `${code} ${field} ${of ?? ""}`;
