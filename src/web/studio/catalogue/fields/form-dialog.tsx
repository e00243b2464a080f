import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "../../../design-system/button.tsx";
import { Dialog } from "../../../design-system/interactive/dialog.tsx";
import { Notice } from "../../../design-system/notice.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { useWorkshopEditor } from "../editor-context.ts";

export interface FormDialogProps {
  title: string;
  submit: string;
  isSending: boolean;
  /** Why it was refused. */
  problem?: string | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A short form over the page. Its submission never reaches the page's own form. */
export function FormDialog({ title, submit, isSending, problem, onSubmit, onClose, children }: FormDialogProps) {
  const { language } = useWorkshopEditor();
  const formId = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isSending) onSubmit();
  };
  return (
    <Dialog
      title={title}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>{messagesFor(language).cancel}</Button>
          <Button variant="primary" type="submit" form={formId} isLoading={isSending}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={formId} className="form" onSubmit={send} noValidate>
        {problem && (
          <Notice tone="danger" isLive>
            {problem}
          </Notice>
        )}
        {children}
      </form>
    </Dialog>
  );
}
