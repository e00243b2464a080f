import { defaultTimeZone } from "../../../../shared/kernel/instant.ts";
import { Notice } from "../../../design-system/notice.tsx";
import { formatTimeWithSeconds } from "../../../i18n/format.ts";
import { operationsMessages } from "../../../i18n/operations.ts";
import { useStudioLanguage } from "../../frame/use-profile.ts";
import { useLiveFigures } from "./live-context.tsx";

/** Whether the figures are of this moment. Only the loss is announced: a time that changes every two seconds would never stop. */
export function LiveLine() {
  const language = useStudioLanguage();
  const words = operationsMessages[language].live;
  const { history, connection } = useLiveFigures();
  const last = history.at(-1);
  const time = last && formatTimeWithSeconds(language, last.at, defaultTimeZone);
  if (connection === "lost") {
    return (
      <Notice tone="warning" title={words.lostTitle} isLive>
        {time ? words.lostText(time) : words.lostEmpty}
      </Notice>
    );
  }
  return (
    <p className="live-line muted numeric">{time ? `${words.live(time)}. ${words.rangeNote}` : words.connecting}</p>
  );
}
