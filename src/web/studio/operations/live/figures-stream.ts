import type { LiveFigures } from "../../../../shared/operations/live-contract.ts";
import type { Readings } from "../../../../shared/operations/readings.ts";
import { liveFiguresAddress } from "../../../api/operations.ts";

export interface LiveState {
  /** The oldest first; at most ten minutes. */
  history: readonly Readings[];
  connection: "connecting" | "live" | "lost";
}

export const nothingYet: LiveState = { history: [], connection: "connecting" };

const mostReadings = 300;
/** Five events that did not come. */
const lostAfterMs = 10_000;
const tryAgainAfterMs = 5_000;

/** Follows the figures until what it returns is called; comes back by itself whatever happens in between. */
export function followFigures(onChange: (change: (state: LiveState) => LiveState) => void): () => void {
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const lose = () => onChange((state) => ({ ...state, connection: "lost" }));
  const waitForNext = () => {
    clearTimeout(silence);
    silence = setTimeout(lose, lostAfterMs);
  };
  const open = () => {
    source = new EventSource(liveFiguresAddress);
    source.addEventListener("figures", ({ data }: MessageEvent<string>) => {
      waitForNext();
      const { readings } = JSON.parse(data) as LiveFigures;
      onChange(({ history }) => ({ history: [...history, readings].slice(-mostReadings), connection: "live" }));
    });
    // The browser tries again by itself, except after an answer that is no stream, such as "too many".
    source.addEventListener("error", () => {
      lose();
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, tryAgainAfterMs);
    });
  };
  waitForNext();
  open();
  return () => {
    clearTimeout(again);
    clearTimeout(silence);
    source?.close();
  };
}
