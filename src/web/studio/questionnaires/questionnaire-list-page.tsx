import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { defaultTimeZone } from "../../../shared/kernel/instant.ts";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import type { StudioQuestionnaire } from "../../../shared/questionnaires/contract.ts";
import { createQuestionnaire, listQuestionnaires } from "../../api/questionnaires.ts";
import { Badge } from "../../design-system/badge.tsx";
import { Button } from "../../design-system/button.tsx";
import type { TableColumn } from "../../design-system/data-table.tsx";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { PageHeader } from "../../design-system/page-header.tsx";
import { formatDate, formatNumber } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { studioMessages } from "../../i18n/studio.ts";
import { PagedTable } from "../frame/paged-table.tsx";
import { usePagedList } from "../frame/use-paged-list.ts";
import { mayEver, useProfile, useStudioLanguage } from "../frame/use-profile.ts";
import { questionnaireTone } from "./questionnaire-tone.ts";

/** The questionnaires one may see, last edited first. */
export function QuestionnaireListPage() {
  const language = useStudioLanguage();
  const words = studioMessages[language].questionnaires;
  const list = usePagedList(["questionnaires"], ({ cursor, signal }) =>
    listQuestionnaires({ query: cursor ? { cursor } : {}, signal }),
  );
  return (
    <div className="stack-loose">
      <PageHeader title={words.title} lead={words.lead} actions={<CreateButton />} />
      <PagedTable
        list={list}
        caption={words.count(list.total)}
        columns={columns(language)}
        empty={
          <EmptyState title={words.emptyTitle} action={<CreateButton />}>
            {words.emptyText}
          </EmptyState>
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
    mutationFn: () => createQuestionnaire({ body: {}, idempotencyKey: crypto.randomUUID() }),
    onSuccess: ({ id }) => navigate({ to: "/questionnaires/$questionnaireId", params: { questionnaireId: id } }),
  });
  if (!profile || !mayEver(profile, "questionnaires.edit")) return null;
  return (
    <Button variant="primary" isLoading={create.isPending} onClick={() => create.mutate()}>
      {studioMessages[language].questionnaires.create}
    </Button>
  );
}

function columns(language: Language): TableColumn<StudioQuestionnaire>[] {
  const words = studioMessages[language].questionnaires;
  return [
    {
      key: "title",
      header: words.columns.title,
      isRowHeader: true,
      cell: ({ id, title }) => {
        const read = readText(title, language);
        return (
          <Link to="/questionnaires/$questionnaireId" params={{ questionnaireId: id }} lang={read?.language}>
            {read?.text ?? words.untitled}
          </Link>
        );
      },
    },
    {
      key: "workshop",
      header: words.columns.workshop,
      cell: ({ workshopId, workshopTitle }) => {
        const read = readText(workshopTitle ?? undefined, language);
        if (!workshopId) return <span className="muted">{words.standsAlone}</span>;
        return (
          <Link to="/workshops/$workshopId" params={{ workshopId }} lang={read?.language}>
            {read?.text ?? studioMessages[language].workshops.untitled}
          </Link>
        );
      },
    },
    {
      key: "status",
      header: words.columns.status,
      cell: ({ status }) => (
        <Badge tone={questionnaireTone[status]}>{messagesFor(language).questionnaireStatus[status]}</Badge>
      ),
    },
    {
      key: "responses",
      header: words.columns.responses,
      isNumeric: true,
      cell: ({ id, responseCount }) => (
        <Link to="/questionnaires/$questionnaireId/results" params={{ questionnaireId: id }}>
          {formatNumber(language, responseCount)}
          <span className="visually-hidden"> {words.toResults}</span>
        </Link>
      ),
    },
    {
      key: "updated",
      header: words.columns.updated,
      cell: ({ updatedAt }) => (
        <span className="nowrap">
          {formatDate(language, updatedAt, { timeZone: defaultTimeZone, style: "medium" })}
        </span>
      ),
    },
  ];
}
