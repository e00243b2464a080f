import { type Language, otherLanguage } from "../../../shared/kernel/locale.ts";
import { type Sql, sql } from "../../platform/db/sql.ts";
import { iso, literal, readText, seatsTaken } from "./fragments.ts";

const slugColumns: Record<Language, Sql> = { en: sql`w.slug_en`, pl: sql`w.slug_pl` };

/** The columns of a workshop's card, named as the wire names them. */
export function cardColumns(language: Language): Sql {
  const [own, other] = [language, otherLanguage(language)];
  return sql`
    w.id,
    coalesce(${slugColumns[own]}, ${slugColumns[other]}) as slug,
    ${readText(sql`w.title`, language)} as title,
    ${readText(sql`w.summary`, language)} as summary,
    w.published_languages as languages,
    (select coalesce(json_agg(json_build_object('kind', t.kind, 'code', t.code,
        'name', coalesce(t.name ->> ${literal(own)}, t.name ->> ${literal(other)})) order by t.kind = 'theme' desc, t.kind, t.code), '[]')
      from tags t where t.code = any(w.tag_codes)) as tags,
    ${iso(sql`w.starts_at`)} as "startsAt",
    ${iso(sql`w.ends_at`)} as "endsAt",
    w.time_zone as "timeZone",
    coalesce((select nullif(l.city, '') from locations l where l.id = w.location_id),
      (select nullif(l.city, '') from sessions s join locations l on l.id = s.location_id
        where s.workshop_id = w.id order by s.starts_at limit 1)) as city,
    (w.online_url is not null or exists (select 1 from sessions s where s.workshop_id = w.id and s.online_url is not null))
      as "isOnline",
    w.capacity,
    greatest(w.capacity - ${seatsTaken}, 0) as "seatsLeft",
    w.has_waiting_list as "hasWaitingList",
    w.price_cents as "priceCents",
    w.currency,
    (select coalesce(json_agg(f.name order by wf.position), '[]') from workshop_facilitators wf
      join facilitators f on f.id = wf.facilitator_id where wf.workshop_id = w.id) as facilitators`;
}
