import type { Language } from "../../../../shared/kernel/locale.ts";
import type { Readings } from "../../../../shared/operations/readings.ts";
import { Skeleton } from "../../../design-system/skeleton.tsx";
import { messagesFor } from "../../../i18n/messages.ts";
import { operationsMessages } from "../../../i18n/operations.ts";
import { useStudioLanguage } from "../../frame/use-profile.ts";
import { RemedyLink } from "../remedies.tsx";
import { useLiveFigures } from "./live-context.tsx";
import { LiveLine } from "./live-line.tsx";
import { type Panel, panels } from "./panels.ts";
import { Sparkline } from "./sparkline.tsx";

/** Every figure of the last minute, with its curve; grey while the connection is lost. */
export function LivePanels({ alertTypes }: { alertTypes: readonly string[] }) {
  const language = useStudioLanguage();
  const words = operationsMessages[language].live;
  const { history, connection } = useLiveFigures();
  const last = history.at(-1);
  return (
    <section className="stack" aria-labelledby="live-title">
      <div className="cluster cluster-between">
        <h2 id="live-title">{words.title}</h2>
        {last && <span className="muted small">{words.processes(last.processes)}</span>}
      </div>
      <LiveLine />
      {last ? (
        <div className="panels" data-outdated={connection === "lost" || undefined}>
          {panels.map((panel) => (
            <LivePanel
              key={panel.key}
              panel={panel}
              history={history}
              last={last}
              language={language}
              isWrong={panel.alertTypes.some((type) => alertTypes.includes(type))}
            />
          ))}
        </div>
      ) : (
        connection === "connecting" && <Skeleton label={messagesFor(language).loading} lines={6} />
      )}
    </section>
  );
}

interface LivePanelProps {
  panel: Panel;
  history: readonly Readings[];
  last: Readings;
  language: Language;
  isWrong: boolean;
}

function LivePanel({ panel, history, last, language, isWrong }: LivePanelProps) {
  const words = operationsMessages[language];
  const values = history.map(panel.read);
  const known = values.filter((value) => value !== null);
  const current = panel.read(last);
  const { readSecond } = panel;
  const range =
    known.length > 0 && [Math.min(...known), Math.max(...known)].map((value) => panel.show(language, value));
  return (
    <figure className="panel" data-wrong={isWrong || undefined}>
      <figcaption className="panel-title">{words.panels[panel.title]}</figcaption>
      <p className="panel-figure">
        <span className="panel-value numeric">{current === null ? words.unknown : panel.show(language, current)}</span>
        <span className="panel-beside numeric">
          {current === null ? words.live.none : panel.beside?.(language, last, words.panels)}
        </span>
      </p>
      <Sparkline
        series={[...(readSecond ? [{ values: history.map(readSecond), tone: "second" as const }] : []), { values }]}
      />
      <p className="panel-range numeric">{range ? words.live.range(range[0] ?? "", range[1] ?? "") : words.unknown}</p>
      <p className="panel-remedies">
        {panel.remedies.map((name) => (
          <RemedyLink key={name} name={name} />
        ))}
      </p>
    </figure>
  );
}
