import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from "react-aria-components";
import { messagesFor } from "../../i18n/messages.ts";
import { Icon } from "./icon.tsx";
import { useInterfaceLanguage } from "./interface-language.tsx";
import { PressButton } from "./press-button.tsx";

export interface ToastMessage {
  title: string;
  text?: string | undefined;
  tone?: "neutral" | "success" | "danger" | undefined;
  /** What can be done about it, such as undoing. The message then stays long enough to be reached. */
  action?: { label: string; onAction: () => void } | undefined;
}

const queue = new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 });

const secondsToRead = 6;
const secondsToAct = 12;

/** Shows a short message in the corner. A danger stays until it is closed. */
export function showToast(message: ToastMessage): void {
  const seconds = message.action ? secondsToAct : secondsToRead;
  queue.add(message, message.tone === "danger" ? {} : { timeout: seconds * 1000 });
}

/** Once, beside the app. */
export function ToastRegion() {
  const words = messagesFor(useInterfaceLanguage());
  return (
    <AriaToastRegion queue={queue} className="toast-region" aria-label={words.notifications}>
      {({ toast }) => (
        <AriaToast toast={toast} className={`toast toast-${toast.content.tone ?? "neutral"}`}>
          <ToastContent className="toast-content">
            <Text slot="title" className="toast-title">
              {toast.content.title}
            </Text>
            {toast.content.text && <Text slot="description">{toast.content.text}</Text>}
          </ToastContent>
          <ToastAction message={toast.content} close={() => queue.close(toast.key)} />
          <PressButton slot="close" variant="quiet" size="small" isIcon aria-label={words.close}>
            <Icon name="close" />
          </PressButton>
        </AriaToast>
      )}
    </AriaToastRegion>
  );
}

function ToastAction({ message: { action }, close }: { message: ToastMessage; close: () => void }) {
  if (!action) return null;
  const act = () => {
    action.onAction();
    close();
  };
  return (
    <PressButton variant="quiet" size="small" onPress={act}>
      {action.label}
    </PressButton>
  );
}
