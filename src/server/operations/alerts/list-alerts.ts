import { z } from "zod";
import { Id } from "../../../shared/kernel/id.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import type { Page } from "../../../shared/kernel/page.ts";
import type { Alert } from "../../../shared/operations/alerts.ts";
import { type Actor, authorise } from "../../platform/authz/actor.ts";
import type { Database } from "../../platform/db/database.ts";
import { decodeCursor, encodeCursor } from "../../platform/http/cursor.ts";
import { presentAlert } from "./present-alert.ts";
import { type AlertFilter, countAlerts, selectAlerts } from "./queries.ts";

/** When the last alert of a page was raised, in milliseconds, and its id. */
const Place = z.tuple([z.int().min(0).max(8_640_000_000_000_000), Id]);

export interface AlertsQuery extends AlertFilter {
  limit: number;
  cursor?: string | undefined;
}

export interface Reader {
  actor: Actor;
  language: Language;
}

/** Alerts, newest first. @throws {AppError} invalid_input for a broken cursor */
export async function listAlerts(
  { db }: { db: Database },
  { actor, language }: Reader,
  { limit, cursor, ...filter }: AlertsQuery,
): Promise<Page<Alert>> {
  authorise(actor, "operations.read", false);
  const place = decodeCursor(cursor, Place, language);
  const after = place && { raisedAt: new Date(place[0]), id: place[1] };
  // One more than asked for tells whether there is another page.
  const alerts = await selectAlerts(db.longReads, filter, { after, limit: limit + 1 });
  const items = alerts.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map((alert) => presentAlert(alert, language)),
    total: await countAlerts(db.longReads, filter),
    nextCursor: alerts.length > limit && last ? encodeCursor([last.raisedAt.getTime(), last.id]) : null,
  };
}
