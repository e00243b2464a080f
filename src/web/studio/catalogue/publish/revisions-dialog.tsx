import { useQuery } from "@tanstack/react-query";
import { defaultTimeZone } from "../../../../shared/kernel/instant.ts";
import { listWorkshopRevisions, restoreWorkshopRevision } from "../../../api/catalogue.ts";
import { Badge } from "../../../design-system/badge.tsx";
import { Button } from "../../../design-system/button.tsx";
import { Dialog } from "../../../design-system/interactive/dialog.tsx";
import { Skeleton } from "../../../design-system/skeleton.tsx";
import { formatDateTime } from "../../../i18n/format.ts";
import { messagesFor } from "../../../i18n/messages.ts";
import { FailureNotice } from "../../frame/route-failure.tsx";
import { useAction } from "../../frame/use-action.ts";
import { useWorkshopEditor } from "../editor-context.ts";

/** Every publish of the workshop. One can be taken back into the draft; undoing brings the present draft back. */
export function RevisionsDialog({ onClose }: { onClose: () => void }) {
  const { draft, language, words } = useWorkshopEditor();
  const workshopId = draft.id;
  const { data, error, refetch } = useQuery({
    queryKey: ["workshop-revisions", workshopId],
    queryFn: ({ signal }) => listWorkshopRevisions({ params: { workshopId }, signal }),
    staleTime: 0,
  });
  const restore = useRestore(onClose);
  return (
    <Dialog title={words.revisions.title} isOpen onOpenChange={onClose}>
      {error && <FailureNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={messagesFor(language).loading} lines={3} />}
      {data?.items.length === 0 && <p className="muted">{words.revisions.empty}</p>}
      <ol className="editor-revisions">
        {data?.items.map(({ number, language: of, publishedAt, publishedBy }) => (
          <li key={number}>
            <div>
              <p className="cluster">
                <strong>{words.revisions.number(number)}</strong>
                <Badge>{messagesFor(language).languageName[of]}</Badge>
              </p>
              <p className="muted small">
                {formatDateTime(language, publishedAt, { timeZone: defaultTimeZone })}
                {publishedBy && `, ${words.revisions.by(publishedBy)}`}
              </p>
            </div>
            {draft.canEdit && (
              <Button size="small" isLoading={restore.isPending} onClick={() => restore.mutate(number)}>
                {words.revisions.restore}
                <span className="visually-hidden">: {words.revisions.number(number)}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function useRestore(onClose: () => void) {
  const { draft, store, words } = useWorkshopEditor();
  return useAction({
    act: async (number: number) => {
      await store.settle();
      store.restore(await restoreWorkshopRevision({ params: { workshopId: draft.id, number } }));
      return number;
    },
    outdates: "workshops",
    done: (number) => {
      onClose();
      return words.revisions.restored(number);
    },
  });
}
