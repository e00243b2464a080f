import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { archiveWorkshop, cancelWorkshop, deleteWorkshop } from "../../../api/catalogue.ts";
import { listWorkshopEnrolments } from "../../../api/enrolment.ts";
import { Button } from "../../../design-system/button.tsx";
import { Dialog } from "../../../design-system/interactive/dialog.tsx";
import { Skeleton } from "../../../design-system/skeleton.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { useAction } from "../../frame/use-action.ts";
import { useWorkshopEditor } from "../editor-context.ts";

export type Ending = "archive" | "cancel" | "delete";

/** None of these can be undone, so each asks first and says what it means. */
export function EndingDialog({ ending, onClose }: { ending: Ending; onClose: () => void }) {
  const { words } = useWorkshopEditor();
  const end = useEnding(ending, onClose);
  const texts = {
    archive: { title: words.actions.archiveTitle, action: words.actions.archiveDo },
    cancel: { title: words.actions.cancelTitle, action: words.actions.cancelDo },
    delete: { title: words.actions.deleteTitle, action: words.actions.deleteDo },
  }[ending];
  return (
    <Dialog
      title={texts.title}
      role="alertdialog"
      size="small"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.actions.keep}</Button>
          <Button variant="danger" isLoading={end.isPending} onClick={() => end.mutate(undefined)}>
            {texts.action}
          </Button>
        </>
      }
    >
      {ending === "archive" && <p>{words.actions.archiveText}</p>}
      {ending === "delete" && <p>{words.actions.deleteText}</p>}
      {ending === "cancel" && <CancelText />}
    </Dialog>
  );
}

function useEnding(ending: Ending, onClose: () => void) {
  const { draft, store, words } = useWorkshopEditor();
  const navigate = useNavigate();
  const params = { workshopId: draft.id };
  return useAction({
    act: async () => {
      if (ending === "delete") return deleteWorkshop({ params });
      await store.settle();
      store.take(await (ending === "archive" ? archiveWorkshop : cancelWorkshop)({ params }));
    },
    outdates: "workshops",
    done: () => {
      onClose();
      if (ending === "delete") void navigate({ to: "/workshops" });
      return { archive: words.actions.archived, cancel: words.actions.cancelled, delete: words.actions.deleted }[
        ending
      ];
    },
  });
}

const living = ["confirmed", "pending", "offered", "waitlisted"] as const;

/** How many people a cancellation concerns: everyone with a seat or waiting for one. */
function CancelText() {
  const { draft, language, words } = useWorkshopEditor();
  const { data: enrolled } = useQuery({
    queryKey: ["enrolments", draft.id, "living"],
    queryFn: async ({ signal }) => {
      const params = { workshopId: draft.id };
      const pages = await Promise.all(
        living.map((status) => listWorkshopEnrolments({ params, query: { status, limit: 1 }, signal })),
      );
      return pages.reduce((sum, { total }) => sum + total, 0);
    },
    staleTime: 0,
  });
  if (enrolled === undefined) return <Skeleton label={messagesFor(language).loading} lines={1} />;
  return <p>{words.actions.cancelText(enrolled)}</p>;
}
