import { isPermitted } from "../../shared/kernel/permission.ts";
import type { Person } from "../platform/authz/actor.ts";
import type { AccessRow } from "./tables.ts";

export const mayReadDraft = (person: Person, workshop: AccessRow) =>
  isPermitted(person.role, "workshops.readDraft", workshop.isOwn);

export const mayEdit = (person: Person, workshop: AccessRow) =>
  isPermitted(person.role, "workshops.edit", workshop.isOwn);

export const mayEditSessions = (person: Person, workshop: AccessRow) =>
  isPermitted(person.role, "sessions.edit", workshop.isOwn);

/** Whether anybody may know that the workshop exists. */
export const isPublic = (workshop: AccessRow) =>
  workshop.publishedLanguages.length > 0 && (workshop.status === "published" || workshop.status === "cancelled");
