import { locationOf } from "../../../shared/catalogue/content-parts.ts";
import type { WorkshopContent } from "../../../shared/catalogue/workshop.ts";
import type { LocalisedText } from "../../../shared/kernel/locale.ts";
import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import { iso } from "./fragments.ts";

/** A session of the draft and the booked session of another workshop that stands in its way. */
export interface Clash {
  kind: "location" | "facilitator";
  /** The place or the facilitator. */
  name: string;
  /** Which session of the draft, from 0. */
  position: number;
  sessionId: string;
  workshopId: string;
  workshopTitle: LocalisedText;
  sessionTitle: LocalisedText;
  startsAt: string;
  endsAt: string;
}

export function findClashes(db: Db, workshopId: string, content: WorkshopContent): Promise<Clash[]> {
  const mine = content.sessions.map((session, position) => ({
    position,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    locationId: locationOf(content, session),
  }));
  const other = sql`mine.position, s.id as "sessionId", w.id as "workshopId", w.title as "workshopTitle", s.title as "sessionTitle",
    ${iso(sql`s.starts_at`)} as "startsAt", ${iso(sql`s.ends_at`)} as "endsAt"`;
  return db.many(sql`
    with mine as (
      select * from jsonb_to_recordset(${JSON.stringify(mine)}::jsonb)
        as m (position integer, "startsAt" timestamptz, "endsAt" timestamptz, "locationId" uuid)
      where "endsAt" > "startsAt"
    )
    select 'location' as kind, l.name, ${other}
    from mine join sessions s on s.location_id = mine."locationId" and s.is_held
      and tstzrange(s.starts_at, s.ends_at) && tstzrange(mine."startsAt", mine."endsAt")
    join locations l on l.id = s.location_id join workshops w on w.id = s.workshop_id
    where w.id <> ${workshopId}::uuid
    union all
    select 'facilitator' as kind, f.name, ${other}
    from mine join session_facilitators sf on sf.facilitator_id = any(${content.facilitators.map(({ facilitatorId }) => facilitatorId)}::uuid[])
      and sf.during && tstzrange(mine."startsAt", mine."endsAt")
    join facilitators f on f.id = sf.facilitator_id
    join sessions s on s.id = sf.session_id join workshops w on w.id = s.workshop_id
    where w.id <> ${workshopId}::uuid
    order by position, kind limit 20`);
}
