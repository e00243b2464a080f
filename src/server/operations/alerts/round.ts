import { advance } from "./advance.ts";
import { decideNews, type Manner, type News } from "./decide-news.ts";
import { type Finding, matterOf } from "./finding.ts";
import type { AlertRow } from "./tables.ts";

export interface Round {
  /** As they are to be kept. */
  alerts: AlertRow[];
  /** The ids of suspicions that came to nothing. */
  forgotten: string[];
  news: News[];
}

/** One look at everything: what becomes of each open alert and each finding, and what is to be told. Pure. */
export function nextRound(unsettled: AlertRow[], findings: Finding[], manner: Manner): Round {
  const living = new Map(unsettled.filter(({ resolvedAt }) => resolvedAt === null).map((row) => [matterOf(row), row]));
  const found = new Map(findings.map((finding) => [matterOf(finding), finding]));
  const matters = new Set([...living.keys(), ...found.keys()]);
  const advanced = [...matters].flatMap((matter) => {
    const alert = advance(living.get(matter), found.get(matter), manner.now);
    return alert ? [alert] : [];
  });
  const resolvedBefore = unsettled.filter(({ resolvedAt }) => resolvedAt !== null);
  const { alerts, news } = decideNews([...resolvedBefore, ...advanced], manner);
  const kept = new Set(alerts.map(({ id }) => id));
  return { alerts, news, forgotten: unsettled.map(({ id }) => id).filter((id) => !kept.has(id)) };
}
