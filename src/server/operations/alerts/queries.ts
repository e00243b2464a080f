import type { AlertSeverity, AlertState } from "../../../shared/operations/alerts.ts";
import type { Db } from "../../platform/db/database.ts";
import { type Sql, sql, sqlEmpty, sqlJoin } from "../../platform/db/sql.ts";
import type { AlertRow, ListedAlert } from "./tables.ts";

const columns = sql`
  a.id, a.type, a.subject, a.severity, a.value, a.threshold, a.first_seen_at as "firstSeenAt",
  a.raised_at as "raisedAt", a.updated_at as "updatedAt", a.clear_since as "clearSince", a.sightings,
  a.acknowledged_at as "acknowledgedAt", a.resolved_at as "resolvedAt", a.told_severity as "toldSeverity",
  a.told_at as "toldAt", a.is_held as "isHeld", a.is_settled as "isSettled"`;
const listed = sql`${columns}, p.name as "acknowledgedBy"
  from alerts a left join people p on p.id = a.acknowledged_by`;

/** Until the end of the transaction nobody else evaluates. */
export async function lockRounds(tx: Db): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('alerts'))`);
}

/** Suspicions, open alerts, and resolved ones that are still to be told. */
export function selectUnsettled(tx: Db): Promise<AlertRow[]> {
  return tx.many(sql`select ${columns} from alerts a where not a.is_settled order by a.first_seen_at, a.id for update`);
}

/** Writes all but the acknowledgement, which is not the evaluation's to change. */
export async function saveAlert(tx: Db, alert: AlertRow): Promise<void> {
  const { id, type, subject, severity, value, threshold, firstSeenAt, raisedAt, updatedAt, clearSince } = alert;
  const { sightings, resolvedAt, toldSeverity, toldAt, isHeld, isSettled } = alert;
  await tx.run(sql`
    insert into alerts (id, type, subject, severity, value, threshold, first_seen_at, raised_at, updated_at, clear_since,
      sightings, resolved_at, told_severity, told_at, is_held, is_settled)
    values (${id}, ${type}, ${subject}, ${severity}, ${value}, ${threshold}, ${firstSeenAt}, ${raisedAt}, ${updatedAt},
      ${clearSince}, ${sightings}, ${resolvedAt}, ${toldSeverity}, ${toldAt}, ${isHeld}, ${isSettled})
    on conflict (id) do update set
      severity = excluded.severity, value = excluded.value, threshold = excluded.threshold,
      first_seen_at = excluded.first_seen_at, raised_at = excluded.raised_at, updated_at = excluded.updated_at,
      clear_since = excluded.clear_since, sightings = excluded.sightings, resolved_at = excluded.resolved_at,
      told_severity = excluded.told_severity, told_at = excluded.told_at, is_held = excluded.is_held,
      is_settled = excluded.is_settled`);
}

export async function deleteAlerts(tx: Db, ids: string[]): Promise<void> {
  if (ids.length > 0) await tx.run(sql`delete from alerts where id = any(${ids}::uuid[])`);
}

export interface AlertFilter {
  state?: AlertState | undefined;
  severity?: AlertSeverity | undefined;
}

/** Where a page starts: after this alert, in the order newest first. */
export interface AlertPosition {
  raisedAt: Date;
  id: string;
}

export function selectAlerts(
  db: Db,
  filter: AlertFilter,
  { after, limit }: { after: AlertPosition | undefined; limit: number },
): Promise<ListedAlert[]> {
  const beyond = after ? sql`and (a.raised_at, a.id) < (${after.raisedAt}, ${after.id}::uuid)` : sqlEmpty;
  return db.many(sql`
    select ${listed} where ${matches(filter)} ${beyond} order by a.raised_at desc, a.id desc limit ${limit}`);
}

export async function countAlerts(db: Db, filter: AlertFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`select count(*) as total from alerts a where ${matches(filter)}`,
  );
  return total;
}

const inState: Record<AlertState, Sql> = {
  raised: sql`a.resolved_at is null and a.acknowledged_at is null`,
  acknowledged: sql`a.resolved_at is null and a.acknowledged_at is not null`,
  resolved: sql`a.resolved_at is not null`,
};

function matches({ state, severity }: AlertFilter): Sql {
  const parts = [sql`a.raised_at is not null`];
  if (state) parts.push(inState[state]);
  if (severity) parts.push(sql`a.severity = ${severity}`);
  return sqlJoin(parts, sql` and `);
}

/** One alert, raised, with its row locked. */
export async function lockAlert(tx: Db, id: string): Promise<ListedAlert | undefined> {
  return tx.maybe(sql`select ${listed} where a.id = ${id} and a.raised_at is not null for update of a`);
}

export async function setAcknowledged(tx: Db, id: string, { by, at }: { by: string; at: Date }): Promise<void> {
  await tx.run(sql`update alerts set acknowledged_at = ${at}, acknowledged_by = ${by} where id = ${id}`);
}

/** Those that have been over since before then; the number of them. */
export function deleteResolvedBefore(db: Db, before: Date): Promise<number> {
  return db.run(sql`delete from alerts where is_settled and resolved_at < ${before}`);
}
