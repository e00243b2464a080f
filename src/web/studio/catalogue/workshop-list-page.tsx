import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { StudioWorkshop } from "../../../shared/catalogue/studio-workshop.ts";
import { defaultTimeZone } from "../../../shared/kernel/instant.ts";
import { type Language, languages, readText } from "../../../shared/kernel/locale.ts";
import { createWorkshop, listStudioWorkshops } from "../../api/catalogue.ts";
import { Badge } from "../../design-system/badge.tsx";
import { Button } from "../../design-system/button.tsx";
import type { TableColumn } from "../../design-system/data-table.tsx";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { PageHeader } from "../../design-system/page-header.tsx";
import { InputField } from "../../design-system/text-fields.tsx";
import { formatDate } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { studioMessages } from "../../i18n/studio.ts";
import { FilterField } from "../frame/filter-field.tsx";
import { PagedTable } from "../frame/paged-table.tsx";
import { usePagedList } from "../frame/use-paged-list.ts";
import { mayEver, useProfile, useStudioLanguage } from "../frame/use-profile.ts";
import { useSettled } from "../frame/use-settled.ts";
import { languageTone, statusTone } from "./tones.ts";

const statuses = ["draft", "published", "archived", "cancelled"] as const;
type Status = (typeof statuses)[number];

/** The workshops one may see, last edited first. */
export function WorkshopListPage() {
  const language = useStudioLanguage();
  const words = studioMessages[language].workshops;
  const [search, setSearch] = useState("");
  const [status, setStatus] = useState<Status | "">("");
  const q = useSettled(search.trim());
  const query = { ...(q ? { q } : {}), ...(status ? { status } : {}) };
  const list = usePagedList(["workshops", query], ({ cursor, signal }) =>
    listStudioWorkshops({ query: { ...query, ...(cursor ? { cursor } : {}) }, signal }),
  );
  const isFiltered = q !== "" || status !== "";
  return (
    <div className="stack-loose">
      <PageHeader title={words.title} lead={words.lead} actions={<CreateButton />} />
      <div className="cluster list-filters">
        <InputField
          id="search"
          label={words.search}
          type="search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <FilterField
          id="status"
          label={words.status}
          any={words.anyStatus}
          names={messagesFor(language).workshopStatus}
          values={statuses}
          value={status}
          onChange={setStatus}
        />
      </div>
      <PagedTable
        list={list}
        caption={words.count(list.total)}
        columns={columns(language)}
        empty={
          isFiltered ? (
            <p className="muted">{words.nothingFound}</p>
          ) : (
            <EmptyState title={words.emptyTitle} action={<CreateButton />}>
              {words.emptyText}
            </EmptyState>
          )
        }
      />
    </div>
  );
}

function CreateButton() {
  const { data: profile } = useProfile();
  const language = useStudioLanguage();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: () => createWorkshop({ body: {}, idempotencyKey: crypto.randomUUID() }),
    onSuccess: ({ id }) => navigate({ to: "/workshops/$workshopId", params: { workshopId: id } }),
  });
  if (!profile || !mayEver(profile, "workshops.edit")) return null;
  return (
    <Button variant="primary" isLoading={create.isPending} onClick={() => create.mutate()}>
      {studioMessages[language].workshops.create}
    </Button>
  );
}

function columns(language: Language): TableColumn<StudioWorkshop>[] {
  const words = studioMessages[language].workshops;
  const shared = messagesFor(language);
  return [
    {
      key: "title",
      header: words.columns.title,
      isRowHeader: true,
      cell: ({ id, title }) => {
        const read = readText(title, language);
        return (
          <Link to="/workshops/$workshopId" params={{ workshopId: id }} lang={read?.language}>
            {read?.text ?? words.untitled}
          </Link>
        );
      },
    },
    {
      key: "status",
      header: words.columns.status,
      cell: ({ status }) => <Badge tone={statusTone[status]}>{shared.workshopStatus[status]}</Badge>,
    },
    {
      key: "languages",
      header: words.columns.languages,
      cell: ({ languageStates }) => (
        <span className="cluster">
          {languages.map((each) => (
            <Badge key={each} tone={languageTone[languageStates[each]]}>
              {each.toUpperCase()}: {shared.languageStatus[languageStates[each]]}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      key: "starts",
      header: words.columns.starts,
      cell: ({ startsAt }) =>
        startsAt ? (
          <span className="nowrap">
            {formatDate(language, startsAt, { timeZone: defaultTimeZone, style: "medium" })}
          </span>
        ) : (
          <span className="muted">{words.notDated}</span>
        ),
    },
    {
      key: "seats",
      header: words.columns.seats,
      isNumeric: true,
      cell: ({ id, taken, capacity, waiting }) => (
        <Link to="/workshops/$workshopId/enrolments" params={{ workshopId: id }} className="nowrap">
          {words.seats(taken, capacity)}
          {waiting > 0 && ` · ${words.waiting(waiting)}`}
        </Link>
      ),
    },
  ];
}
