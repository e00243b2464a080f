import { useQuery } from "@tanstack/react-query";
import { tagKinds } from "../../../../shared/catalogue/workshop-lists.ts";
import { readText } from "../../../../shared/kernel/locale.ts";
import { listTags } from "../../../api/catalogue.ts";
import { ChoiceGroupField } from "../../../design-system/choice-fields.tsx";
import { SelectField } from "../../../design-system/text-fields.tsx";
import { compareText } from "../../../i18n/format.ts";
import { controlId, issueText, useWorkshopEditor } from "../editor-context.ts";

/** The tags there are, with their names in the studio's language. */
function useTags() {
  const { language } = useWorkshopEditor();
  const { data } = useQuery({ queryKey: ["tags"], queryFn: ({ signal }) => listTags({ signal }), staleTime: 300_000 });
  const inOrder = compareText(language);
  return (data?.items ?? [])
    .map((tag) => ({ ...tag, label: readText(tag.name, language)?.text ?? tag.code }))
    .sort((a, b) => inOrder(a.label, b.label));
}

/** The one theme that a workshop stands under. */
export function CategoryField() {
  const editor = useWorkshopEditor();
  const { content, draft, store, words } = editor;
  const themes = useTags().filter(({ kind }) => kind === "theme");
  return (
    <SelectField
      id={controlId("category")}
      label={words.texts.category}
      error={issueText(editor, "category")}
      value={content.category ?? ""}
      disabled={!draft.canEdit}
      onChange={(event) => store.change({ category: event.currentTarget.value || null }, "category")}
      options={[
        { value: "", label: words.texts.noCategory },
        ...themes.map(({ code, label }) => ({ value: code, label })),
      ]}
    />
  );
}

/** What the workshop is about, by kinds of tags. */
export function TagFields() {
  const editor = useWorkshopEditor();
  const { content, draft, store, words } = editor;
  const tags = useTags();
  const kinds = tagKinds.filter((kind) => tags.some((tag) => tag.kind === kind));
  const choose = (code: string, isChosen: boolean) => {
    const others = content.tagCodes.filter((each) => each !== code);
    store.change({ tagCodes: isChosen ? [...others, code] : others }, `tag ${code}`);
  };
  return (
    <details className="editor-details">
      <summary>
        {words.texts.tags} <span className="muted numeric">{content.tagCodes.length || ""}</span>
      </summary>
      <div className="editor-tags">
        {kinds.length === 0 && <p className="muted">{words.texts.noTags}</p>}
        {kinds.map((kind) => (
          <ChoiceGroupField
            key={kind}
            kind="checkbox"
            layout="row"
            id={controlId(`tagCodes.${kind}`)}
            name={`tags-${kind}`}
            legend={words.texts.tagKinds[kind]}
            value={content.tagCodes}
            onChange={choose}
            options={tags
              .filter((tag) => tag.kind === kind)
              .map(({ code, label }) => ({ value: code, label, isDisabled: !draft.canEdit }))}
          />
        ))}
        {issueText(editor, "tagCodes") && <p className="field-error">{issueText(editor, "tagCodes")}</p>}
      </div>
    </details>
  );
}
