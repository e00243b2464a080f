import type { ReactNode } from "react";
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import { messagesFor } from "../../i18n/messages.ts";
import { Icon } from "./icon.tsx";
import { useInterfaceLanguage } from "./interface-language.tsx";
import { PressButton } from "./press-button.tsx";

type DialogContent = ReactNode | ((close: () => void) => ReactNode);

export interface DialogProps {
  title: string;
  /** A PressButton that opens it; leave out when `isOpen` is kept by the caller. */
  trigger?: ReactNode;
  isOpen?: boolean | undefined;
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  size?: "small" | "medium" | "large" | undefined;
  /** An alertdialog is not closed by a press outside. */
  role?: "dialog" | "alertdialog" | undefined;
  children: DialogContent;
  footer?: DialogContent;
}

const contentOf = (content: DialogContent, close: () => void): ReactNode =>
  typeof content === "function" ? content(close) : content;

/** Holds the focus until it is closed, by its button, Escape or a press outside. */
export function Dialog({ trigger, ...props }: DialogProps) {
  const { isOpen, onOpenChange } = props;
  if (trigger === undefined) return <DialogWindow {...props} />;
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <DialogWindow {...props} isOpen={undefined} onOpenChange={undefined} />
    </DialogTrigger>
  );
}

function DialogWindow(props: Omit<DialogProps, "trigger">) {
  const { title, isOpen, onOpenChange, size = "medium", role = "dialog", children, footer } = props;
  const words = messagesFor(useInterfaceLanguage());
  return (
    <ModalOverlay
      className="dialog-overlay"
      isDismissable={role === "dialog"}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Modal className={`dialog-window dialog-window-${size}`}>
        <AriaDialog className="dialog" role={role}>
          {({ close }) => (
            <>
              <header className="dialog-header">
                <Heading slot="title" level={2} className="dialog-title">
                  {title}
                </Heading>
                <PressButton variant="quiet" size="small" isIcon aria-label={words.close} onPress={close}>
                  <Icon name="close" />
                </PressButton>
              </header>
              <div className="dialog-body">{contentOf(children, close)}</div>
              {footer && <footer className="dialog-footer">{contentOf(footer, close)}</footer>}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
