/** Who did what to which thing, when. Details hold no names, addresses or answers. */
export interface AuditEntry {
  /** The person who did it; null for the system or somebody unknown. */
  actorId: string | null;
  /** The noun, then the verb in the past: `person.role_changed`. */
  action: string;
  subjectType: string;
  subjectId: string;
  details?: object;
  at: Date;
}
