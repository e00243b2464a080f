import type { Profile } from "../../../shared/identity/contract.ts";
import type { Permission } from "../../../shared/kernel/permission.ts";
import type { frameMessages } from "../../i18n/frame.ts";
import { mayEver } from "./use-profile.ts";

type Words = (typeof frameMessages)["en"]["navigation"];

export interface Destination {
  to: "/workshops" | "/questionnaires" | "/people" | "/messages" | "/operations";
  label: keyof Words;
  needs: Permission;
}

const destinations: readonly Destination[] = [
  { to: "/workshops", label: "workshops", needs: "workshops.readDraft" },
  { to: "/questionnaires", label: "questionnaires", needs: "questionnaires.read" },
  { to: "/people", label: "people", needs: "people.read" },
  { to: "/messages", label: "messages", needs: "operations.read" },
  { to: "/operations", label: "operations", needs: "operations.read" },
];

/** The studio's pages that the person's role can open. */
export function destinationsFor(profile: Profile): Destination[] {
  return destinations.filter(({ needs }) => mayEver(profile, needs));
}
