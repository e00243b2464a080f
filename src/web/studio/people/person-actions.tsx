import type { PersonSummary } from "../../../shared/identity/contract.ts";
import { type Role, roles } from "../../../shared/kernel/permission.ts";
import { assignRole, setSuspension } from "../../api/identity.ts";
import { Button } from "../../design-system/button.tsx";
import { SelectField } from "../../design-system/text-fields.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { studioMessages } from "../../i18n/studio.ts";
import { useAction } from "../frame/use-action.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";

/** Gives the person another role as soon as one is chosen; choosing the old one again undoes it. */
export function RoleCell({ person }: { person: PersonSummary }) {
  const language = useStudioLanguage();
  const words = studioMessages[language].people;
  const shared = messagesFor(language);
  const change = useAction({
    act: (role: Role) => assignRole({ params: { personId: person.id }, body: { role } }),
    outdates: "people",
    done: ({ name, role }) => words.roleToast(name, shared.roles[role]),
  });
  return (
    <SelectField
      id={`role-${person.id}`}
      label={words.roleOf(person.name)}
      isLabelHidden
      value={change.variables && change.isPending ? change.variables : person.role}
      onChange={(event) => change.mutate(event.currentTarget.value as Role)}
      options={roles.map((value) => ({ value, label: shared.roles[value] }))}
    />
  );
}

export function SuspensionCell({ person }: { person: PersonSummary }) {
  const words = studioMessages[useStudioLanguage()].people;
  const change = useAction({
    act: (isSuspended: boolean) => setSuspension({ params: { personId: person.id }, body: { isSuspended } }),
    outdates: "people",
    done: ({ name, suspendedAt }) => (suspendedAt ? words.suspendedToast(name) : words.restoredToast(name)),
  });
  const isSuspended = person.suspendedAt !== null;
  return (
    <Button size="small" variant="quiet" isLoading={change.isPending} onClick={() => change.mutate(!isSuspended)}>
      {isSuspended ? words.restore : words.suspend}
      <span className="visually-hidden">: {person.name}</span>
    </Button>
  );
}
