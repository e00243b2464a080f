import type { Language } from "../../shared/kernel/locale.ts";
import type { Role } from "../../shared/kernel/permission.ts";
import type { FacilitatorCode } from "./demo-content.ts";

export interface DemoAccount {
  role: Role;
  name: string;
  email: string;
  language: Language;
  /** The facilitator whose account this is. */
  facilitator: FacilitatorCode | null;
}

/** The people one can sign in as, one of each role; nobody else in the demo has a password. */
export const accounts: DemoAccount[] = [
  { role: "admin", name: "Ada Krukowicz", email: "admin@example.org", language: "en", facilitator: null },
  { role: "editor", name: "Malwina Drozdek", email: "editor@example.org", language: "pl", facilitator: "drozdek" },
  { role: "moderator", name: "Igor Pabisiak", email: "moderator@example.org", language: "pl", facilitator: null },
  {
    role: "facilitator",
    name: "Tymon Sarnecki",
    email: "facilitator@example.org",
    language: "en",
    facilitator: "sarnecki",
  },
  { role: "participant", name: "Nela W.", email: "participant@example.org", language: "pl", facilitator: null },
];
