import type { Language } from "../../shared/kernel/locale.ts";
import type { Role } from "../../shared/kernel/permission.ts";

export interface PersonRow {
  id: string;
  name: string;
  /** In lower case. */
  email: string;
  isEmailVerified: boolean;
  role: Role;
  language: Language;
  suspendedAt: Date | null;
  createdAt: Date;
}

export interface CredentialsRow extends PersonRow {
  /** argon2id in the PHC format; null for a person who has none yet. */
  passwordHash: string | null;
}

export interface LoginSessionRow {
  id: string;
  personId: string;
  expiresAt: Date;
  /** When its life was last prolonged. */
  touchedAt: Date;
}

export type TokenPurpose = "verify" | "reset";

/** What a mailed token stands for. */
export interface TokenSubject {
  personId: string;
  /** What this registration asked for; it takes effect when its own link is opened, never through another's. */
  registration?: { name: string; language: Language; passwordHash: string };
}
