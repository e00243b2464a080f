import { useState } from "react";
import type { PersonSummary, Profile } from "../../../shared/identity/contract.ts";
import { defaultTimeZone } from "../../../shared/kernel/instant.ts";
import type { Language } from "../../../shared/kernel/locale.ts";
import { isPermitted, type Role, roles } from "../../../shared/kernel/permission.ts";
import { listPeople } from "../../api/identity.ts";
import { Badge } from "../../design-system/badge.tsx";
import type { TableColumn } from "../../design-system/data-table.tsx";
import { PageHeader } from "../../design-system/page-header.tsx";
import { PersonLine } from "../../design-system/person-line.tsx";
import { InputField } from "../../design-system/text-fields.tsx";
import { formatDate } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { studioMessages } from "../../i18n/studio.ts";
import { FilterField } from "../frame/filter-field.tsx";
import { PagedTable } from "../frame/paged-table.tsx";
import { usePagedList } from "../frame/use-paged-list.ts";
import { useProfile, useStudioLanguage } from "../frame/use-profile.ts";
import { useSettled } from "../frame/use-settled.ts";
import { RoleCell, SuspensionCell } from "./person-actions.tsx";

/** Everyone with an account: found, given a role, suspended. */
export function PeoplePage() {
  const language = useStudioLanguage();
  const { data: profile } = useProfile();
  const words = studioMessages[language].people;
  const [search, setSearch] = useState("");
  const [role, setRole] = useState<Role | "">("");
  const q = useSettled(search.trim());
  const query = { ...(q ? { q } : {}), ...(role ? { role } : {}) };
  const list = usePagedList(["people", query], ({ cursor, signal }) =>
    listPeople({ query: { ...query, ...(cursor ? { cursor } : {}) }, signal }),
  );
  if (!profile) return null;
  return (
    <div className="stack-loose">
      <PageHeader title={words.title} lead={words.lead} />
      <div className="cluster list-filters">
        <InputField
          id="search"
          label={words.search}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <FilterField
          id="role"
          label={words.role}
          any={words.anyRole}
          names={messagesFor(language).roles}
          values={roles}
          value={role}
          onChange={setRole}
        />
      </div>
      <PagedTable
        list={list}
        caption={words.count(list.total)}
        columns={columns(language, profile)}
        empty={<p className="muted">{words.nothingFound}</p>}
      />
    </div>
  );
}

function columns(language: Language, profile: Profile): TableColumn<PersonSummary>[] {
  const words = studioMessages[language].people;
  const mayAssign = isPermitted(profile.role, "people.assignRole", false);
  return [
    {
      key: "name",
      header: words.columns.name,
      isRowHeader: true,
      cell: ({ name, email }) => <PersonLine name={name} detail={email} />,
    },
    {
      key: "role",
      header: words.columns.role,
      cell: (person) =>
        mayAssign && person.id !== profile.id ? <RoleCell person={person} /> : messagesFor(language).roles[person.role],
    },
    { key: "state", header: words.columns.state, cell: (person) => <StateBadge person={person} language={language} /> },
    {
      key: "since",
      header: words.columns.since,
      cell: ({ createdAt }) => (
        <span className="nowrap">
          {formatDate(language, createdAt, { timeZone: defaultTimeZone, style: "medium" })}
        </span>
      ),
    },
    {
      key: "actions",
      header: words.columns.actions,
      cell: (person) => (person.id === profile.id ? null : <SuspensionCell person={person} />),
    },
  ];
}

function StateBadge({ person, language }: { person: PersonSummary; language: Language }) {
  const words = studioMessages[language].people;
  if (person.suspendedAt) return <Badge tone="danger">{words.suspended}</Badge>;
  return person.isEmailVerified ? (
    <Badge tone="success">{words.active}</Badge>
  ) : (
    <Badge tone="warning">{words.unverified}</Badge>
  );
}
