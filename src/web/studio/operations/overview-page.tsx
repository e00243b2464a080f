import { useQuery } from "@tanstack/react-query";
import { getHealth, listAlerts } from "../../api/operations.ts";
import { AttentionList } from "./attention-list.tsx";
import { HealthTable } from "./health-table.tsx";
import { LivePanels } from "./live/live-panels.tsx";

const askEveryMs = 10_000;

/** What is wrong, in the order in which somebody who was woken looks: alerts, figures, checks. */
export function OverviewPage() {
  const alerts = useQuery({
    queryKey: ["alerts", "open"],
    queryFn: async ({ signal }) => {
      const states = ["raised", "acknowledged"] as const;
      const pages = await Promise.all(states.map((state) => listAlerts({ query: { state, limit: 20 }, signal })));
      return pages.flatMap(({ items }) => items);
    },
    refetchInterval: askEveryMs,
  });
  const health = useQuery({
    queryKey: ["health"],
    queryFn: ({ signal }) => getHealth({ signal }),
    refetchInterval: askEveryMs,
  });
  return (
    <div className="stack-loose">
      <AttentionList alerts={alerts} health={health} />
      <LivePanels alertTypes={(alerts.data ?? []).map(({ type }) => type)} />
      <HealthTable health={health} />
    </div>
  );
}
