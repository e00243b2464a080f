/** The five roles, from least to most. Registration always makes a participant. */
export const roles = ["participant", "facilitator", "moderator", "editor", "admin"] as const;
export type Role = (typeof roles)[number];

/** How far a permission reaches: nowhere, over one's own things (made by or assigned to one), or over all. */
export type Reach = "none" | "own" | "all";

const none = "none";
const own = "own";
const all = "all";

/**
 * The table of `domain.md`, row by row; the only place that says which role may do what.
 * Columns: participant, facilitator, moderator, editor, admin. What is not here is refused.
 */
const table = {
  "workshops.readDraft": [none, own, all, own, all],
  "workshops.edit": [none, none, none, own, all],
  "sessions.edit": [none, own, all, own, all],
  "templates.use": [none, all, all, all, all],
  "templates.edit": [none, none, none, all, all],
  "places.edit": [none, none, all, all, all],
  "enrolments.read": [none, own, all, own, all],
  "enrolments.confirm": [none, own, all, own, all],
  "enrolments.attendance": [none, own, all, own, all],
  "enrolments.move": [none, none, all, own, all],
  "enrolments.cancel": [none, none, none, own, all],
  "announcements.send": [none, own, all, own, all],
  "feedback.read": [none, own, all, own, all],
  "feedback.moderate": [none, none, all, none, all],
  "questionnaires.read": [none, own, all, own, all],
  "questionnaires.edit": [none, none, none, own, all],
  "responses.readAggregated": [none, own, none, own, all],
  "responses.readRows": [none, none, none, own, all],
  "analyses.read": [none, own, none, own, all],
  "analyses.run": [none, none, none, own, all],
  "people.read": [none, none, all, none, all],
  "people.suspend": [none, none, all, none, all],
  "people.assignRole": [none, none, none, none, all],
  "operations.read": [none, none, none, none, all],
  "operations.act": [none, none, none, none, all],
  "audit.read": [none, none, none, none, all],
  "settings.edit": [none, none, none, none, all],
} as const satisfies Record<string, readonly [Reach, Reach, Reach, Reach, Reach]>;

export type Permission = keyof typeof table;

/** How far the role's permission reaches. */
export function reachOf(role: Role, permission: Permission): Reach {
  return table[permission][roles.indexOf(role)] ?? none;
}

/** Whether the role may do it to a thing that is (or is not) its own. */
export function isPermitted(role: Role, permission: Permission, isOwn: boolean): boolean {
  const reach = reachOf(role, permission);
  return reach === all || (reach === own && isOwn);
}
