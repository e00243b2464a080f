import type { ResponsesDeps } from "./deps.ts";

const responses = {
  name: "workshopsai_responses_total",
  help: "Responses that were submitted, and submitted ones that were withdrawn",
  label: "event",
};
const counted = ["submitted", "withdrawn"];

/** Counts responses, once they are committed; never whose or to what. */
export function countResponses({ events, facts }: Pick<ResponsesDeps, "events" | "facts">): void {
  facts.expect(responses, counted);
  for (const event of counted) {
    events.on(`response.${event}`, async (tx) => tx.afterCommit(() => facts.add(responses, event)));
  }
}
