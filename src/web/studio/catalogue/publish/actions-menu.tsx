import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { duplicateWorkshop } from "../../../api/catalogue.ts";
import { Menu, type MenuEntry } from "../../../design-system/interactive/menu.tsx";
import { useAction } from "../../frame/use-action.ts";
import { mayEver, useProfile } from "../../frame/use-profile.ts";
import { useWorkshopEditor } from "../editor-context.ts";
import { type Ending, EndingDialog } from "./ending-dialog.tsx";
import { RevisionsDialog } from "./revisions-dialog.tsx";

/** What can be done with the workshop as a whole. */
export function ActionsMenu() {
  const { draft, store, words } = useWorkshopEditor();
  const { data: profile } = useProfile();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Ending | "revisions" | null>(null);
  const params = { workshopId: draft.id };
  const duplicate = useAction({
    act: async () => {
      await store.settle();
      return duplicateWorkshop({ params, idempotencyKey: crypto.randomUUID() });
    },
    outdates: "workshops",
    done: ({ id }) => {
      void navigate({ to: "/workshops/$workshopId", params: { workshopId: id } });
      return words.actions.duplicated;
    },
  });
  const mayEdit = profile !== undefined && mayEver(profile, "workshops.edit");
  const items: MenuEntry[] = [
    {
      id: "enrolments",
      label: words.actions.enrolments,
      onAction: () => void navigate({ to: "/workshops/$workshopId/enrolments", params }),
    },
    { id: "revisions", label: words.actions.revisions, onAction: () => setAsked("revisions") },
  ];
  if (mayEdit) {
    items.push(
      { id: "duplicate", label: words.actions.duplicate, onAction: () => duplicate.mutate(undefined) },
      { id: "ending", isSeparator: true },
    );
    if (draft.status === "published") {
      items.push({ id: "archive", label: words.actions.archive, onAction: () => setAsked("archive") });
    }
    if (draft.status === "published" || draft.status === "draft") {
      items.push({ id: "cancel", label: words.actions.cancel, tone: "danger", onAction: () => setAsked("cancel") });
    }
    items.push({ id: "delete", label: words.actions.delete, tone: "danger", onAction: () => setAsked("delete") });
  }
  return (
    <>
      <Menu label={words.actions.menu} size="small" items={items} />
      {asked === "revisions" && <RevisionsDialog onClose={() => setAsked(null)} />}
      {asked !== null && asked !== "revisions" && <EndingDialog ending={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
