import type { z } from "zod";
import type { Facilitator, Location, Tag } from "../../../shared/catalogue/places.ts";
import type { LocationAvailability } from "../../../shared/catalogue/publish-checklist.ts";
import type { WorkshopContent } from "../../../shared/catalogue/workshop.ts";
import type { LocalisedText } from "../../../shared/kernel/locale.ts";
import type { Db } from "../../platform/db/database.ts";
import { sql } from "../../platform/db/sql.ts";
import { iso } from "./fragments.ts";

const facilitatorColumns = sql`id, person_id as "personId", name, bio`;
const locationColumns = sql`id, name, address, city, ${iso(sql`available_from`)} as "availableFrom",
  ${iso(sql`available_until`)} as "availableUntil"`;

export function listFacilitators(db: Db): Promise<Facilitator[]> {
  return db.many(sql`
    select ${facilitatorColumns} from facilitators where deleted_at is null order by name collate "pl-x-icu", id`);
}

export function listLocations(db: Db): Promise<Location[]> {
  return db.many(sql`
    select ${locationColumns} from locations where deleted_at is null order by name collate "pl-x-icu", id`);
}

export function listTags(db: Db): Promise<z.infer<typeof Tag>[]> {
  return db.many(sql`select id, kind, code, name from tags order by kind, name ->> 'en'`);
}

export interface NewFacilitator {
  id: string;
  personId: string | null;
  name: string;
  bio: LocalisedText;
  createdBy: string;
  at: Date;
}

export function insertFacilitator(db: Db, row: NewFacilitator): Promise<Facilitator> {
  return db.one(sql`
    insert into facilitators (id, person_id, name, bio, created_by, created_at)
    values (${row.id}::uuid, ${row.personId}::uuid, ${row.name}, ${JSON.stringify(row.bio)}::jsonb, ${row.createdBy}::uuid, ${row.at})
    returning ${facilitatorColumns}`);
}

export function findPersonByEmail(db: Db, email: string): Promise<{ id: string } | undefined> {
  return db.maybe(sql`select id from people where lower(email) = lower(${email})`);
}

export interface NewLocation extends Location {
  createdBy: string;
  at: Date;
}

export function insertLocation(db: Db, row: NewLocation): Promise<Location> {
  return db.one(sql`
    insert into locations (id, name, address, city, available_from, available_until, created_by, created_at)
    values (${row.id}::uuid, ${row.name}, ${row.address}, ${row.city}, ${row.availableFrom}::timestamptz,
      ${row.availableUntil}::timestamptz, ${row.createdBy}::uuid, ${row.at})
    returning ${locationColumns}`);
}

/** What a draft may refer to, of what it does refer to. */
export interface KnownReferences {
  facilitatorIds: string[];
  locationIds: string[];
  tagCodes: string[];
  themeCodes: string[];
}

export function findReferences(db: Db, content: WorkshopContent): Promise<KnownReferences> {
  const locationIds = [content.locationId, ...content.sessions.map((session) => session.locationId)].filter(Boolean);
  const codes = [...content.tagCodes, content.category].filter(Boolean);
  const facilitatorIds = content.facilitators.map(({ facilitatorId }) => facilitatorId);
  return db.one(sql`
    select
      array(select id from facilitators where id = any(${facilitatorIds}::uuid[]) and deleted_at is null) as "facilitatorIds",
      array(select id from locations where id = any(${locationIds}::uuid[]) and deleted_at is null) as "locationIds",
      array(select code from tags where code = any(${codes}::text[])) as "tagCodes",
      array(select code from tags where code = any(${codes}::text[]) and kind = 'theme') as "themeCodes"`);
}

export interface ChecklistRows {
  locations: LocationAvailability[];
  hasQuestionnaire: boolean;
}

/** What the publish checklist has to know besides the draft. */
export function findChecklistFacts(db: Db, workshopId: string): Promise<ChecklistRows> {
  return db.one(sql`
    select
      (select coalesce(json_agg(row_to_json(l)), '[]') from (
        select ${locationColumns} from locations where available_from is not null or available_until is not null) l) as locations,
      exists (select 1 from questionnaires where workshop_id = ${workshopId}::uuid and deleted_at is null) as "hasQuestionnaire"`);
}
