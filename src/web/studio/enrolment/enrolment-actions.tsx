import { useState } from "react";
import type { StudioEnrolment } from "../../../shared/enrolment/contract.ts";
import { confirmEnrolment, declineEnrolment, removeEnrolment } from "../../api/enrolment.ts";
import { Button } from "../../design-system/button.tsx";
import { Dialog } from "../../design-system/interactive/dialog.tsx";
import { studioMessages } from "../../i18n/studio.ts";
import { useAction } from "../frame/use-action.ts";
import { mayEver, useProfile, useStudioLanguage } from "../frame/use-profile.ts";

const cancellable = new Set<StudioEnrolment["status"]>(["pending", "confirmed", "waitlisted", "offered"]);

/** What can be done with one enrolment. Cancelling cannot be undone (the seat goes on), so it asks first. */
export function EnrolmentActions({ enrolment }: { enrolment: StudioEnrolment }) {
  const words = studioMessages[useStudioLanguage()].enrolments;
  const { data: profile } = useProfile();
  const input = { params: { enrolmentId: enrolment.id } };
  const outdates = "enrolments";
  const confirm = useAction({ act: () => confirmEnrolment(input), outdates });
  const decline = useAction({ act: () => declineEnrolment(input), outdates });
  if (!profile) return null;
  const { name } = enrolment.participant;
  return (
    <span className="cluster">
      {enrolment.status === "pending" && (
        <>
          <Button size="small" isLoading={confirm.isPending} onClick={() => confirm.mutate(undefined)}>
            {words.confirm}
            <span className="visually-hidden">: {name}</span>
          </Button>
          <Button size="small" variant="quiet" isLoading={decline.isPending} onClick={() => decline.mutate(undefined)}>
            {words.decline}
            <span className="visually-hidden">: {name}</span>
          </Button>
        </>
      )}
      {cancellable.has(enrolment.status) && mayEver(profile, "enrolments.cancel") && (
        <CancelButton enrolment={enrolment} />
      )}
    </span>
  );
}

function CancelButton({ enrolment }: { enrolment: StudioEnrolment }) {
  const words = studioMessages[useStudioLanguage()].enrolments;
  const [isAsking, setIsAsking] = useState(false);
  const cancel = useAction({
    act: () => removeEnrolment({ params: { enrolmentId: enrolment.id } }),
    outdates: "enrolments",
  });
  const { name } = enrolment.participant;
  return (
    <>
      <Button size="small" variant="quiet" isLoading={cancel.isPending} onClick={() => setIsAsking(true)}>
        {words.cancel}
        <span className="visually-hidden">: {name}</span>
      </Button>
      <Dialog
        title={words.cancelTitle}
        role="alertdialog"
        size="small"
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        footer={(close) => (
          <>
            <Button onClick={close}>{words.keep}</Button>
            <Button
              variant="danger"
              onClick={() => {
                close();
                cancel.mutate(undefined);
              }}
            >
              {words.cancel}
            </Button>
          </>
        )}
      >
        <p>{words.cancelText(name)}</p>
      </Dialog>
    </>
  );
}
