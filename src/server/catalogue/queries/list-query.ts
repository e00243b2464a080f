import type { WorkshopCard } from "../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import { type Sql, sql, sqlJoin } from "../../platform/db/sql.ts";

/** How a search was answered: by the words of one language, or by titles that look alike. */
export type SearchMode = "soonest" | Language | "title";

export interface PublicListQuery {
  language: Language;
  q: string | undefined;
  mode: SearchMode;
  tag: string | undefined;
  /** Days in Europe/Warsaw. */
  from: string | undefined;
  to: string | undefined;
  now: Date;
  limit: number;
  after: ListPlace | undefined;
  /** The part of a search's matches that the page is taken of; left out for the first. */
  block?: SearchBlock | undefined;
}

/** The last one shown. */
export interface ListPlace {
  rank: number;
  startsAt: string;
  id: string;
}

/** A place among workshops in the order in which they end. */
export interface BlockEdge {
  endsAt: string;
  startsAt: string;
  id: string;
}

/** What lies behind one edge, up to and with the other; without the other, as many matches as a block holds. */
export interface SearchBlock {
  after: BlockEdge | null;
  until: BlockEdge | null;
}

export interface ListedWorkshop {
  rank: number;
  startsAt: string;
  card: WorkshopCard;
}

export interface ListedPage {
  /** How many there are, or at least so many. */
  total: number;
  isTotalExact: boolean;
  /** One more than asked for when there are further ones in the block. */
  items: ListedWorkshop[];
  /** Where the block ends, when matches follow behind it. */
  blockEnd: BlockEdge | null;
}

/** What is over is listed only when the days ask for it. */
export function endsFrom({ from, to, now }: PublicListQuery): Sql {
  if (from !== undefined) return startOfDay(from);
  return to === undefined ? sql`${now}::timestamptz` : sql`least(${now}::timestamptz, ${startOfDay(to)})`;
}

/** Whether the workshop `w` has what a list is narrowed by, beside its end. */
export function isWanted({ tag, to }: PublicListQuery): Sql {
  const conditions = [
    ...(tag === undefined ? [] : [sql`w.tag_codes @> array[${tag}::text]`]),
    ...(to === undefined ? [] : [sql`w.starts_at < ${endOfDay(to)}`]),
  ];
  return conditions.length === 0 ? sql`true` : sqlJoin(conditions, sql` and `);
}

const startOfDay = (day: string): Sql => sql`(${day}::date::timestamp at time zone 'Europe/Warsaw')`;
const endOfDay = (day: string): Sql => sql`((${day}::date + 1)::timestamp at time zone 'Europe/Warsaw')`;
