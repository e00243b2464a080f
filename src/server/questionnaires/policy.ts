import { isPermitted } from "../../shared/kernel/permission.ts";
import type { Person } from "../platform/authz/actor.ts";

export const mayRead = (person: Person, isOwn: boolean) => isPermitted(person.role, "questionnaires.read", isOwn);

export const mayEdit = (person: Person, isOwn: boolean) => isPermitted(person.role, "questionnaires.edit", isOwn);
