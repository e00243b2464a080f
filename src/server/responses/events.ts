import type { Tx } from "../platform/db/database.ts";
import { dropResponses } from "./cache.ts";
import type { ResponsesDeps } from "./deps.ts";

/** A response was submitted. It does not say which one, so that nothing later can tell who gave it. */
export interface ResponseSubmitted {
  readonly type: "response.submitted";
  readonly questionnaireId: string;
}

/** A submitted response was withdrawn, and its answers are gone. */
export interface ResponseWithdrawn {
  readonly type: "response.withdrawn";
  readonly questionnaireId: string;
}

export type ResponsesEvent = ResponseSubmitted | ResponseWithdrawn;

/** Announces the fact; after the commit nobody reads figures without it. */
export async function announce(
  tx: Tx,
  { events, cache }: Pick<ResponsesDeps, "events" | "cache">,
  event: ResponsesEvent,
): Promise<void> {
  await events.publish(tx, event);
  dropResponses(tx, cache, event.questionnaireId);
}
