import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { EnrolmentStatus, StudioEnrolment } from "../../../shared/enrolment/contract.ts";
import { defaultTimeZone } from "../../../shared/kernel/instant.ts";
import { type Language, readText } from "../../../shared/kernel/locale.ts";
import { getWorkshopDraft } from "../../api/catalogue.ts";
import { listWorkshopEnrolments } from "../../api/enrolment.ts";
import { Badge, type Tone } from "../../design-system/badge.tsx";
import type { TableColumn } from "../../design-system/data-table.tsx";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { PageHeader } from "../../design-system/page-header.tsx";
import { PersonLine } from "../../design-system/person-line.tsx";
import { formatDateTime } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { studioMessages } from "../../i18n/studio.ts";
import { PagedTable } from "../frame/paged-table.tsx";
import { usePagedList } from "../frame/use-paged-list.ts";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { EnrolmentActions } from "./enrolment-actions.tsx";

const statusTone: Record<EnrolmentStatus, Tone> = {
  pending: "warning",
  confirmed: "success",
  waitlisted: "info",
  offered: "accent",
  cancelled: "neutral",
  declined: "neutral",
  expired: "neutral",
  completed: "success",
};

/** Who has a seat in the workshop, and who waits for one. */
export function EnrolmentsPage() {
  const language = useStudioLanguage();
  const words = studioMessages[language].enrolments;
  const { workshopId } = useParams({ from: "/workshops/$workshopId/enrolments" });
  const workshop = useQuery({
    queryKey: ["workshop", workshopId],
    queryFn: ({ signal }) => getWorkshopDraft({ params: { workshopId }, signal }),
  });
  const list = usePagedList(["enrolments", workshopId], ({ cursor, signal }) =>
    listWorkshopEnrolments({ params: { workshopId }, query: { limit: 100, ...(cursor ? { cursor } : {}) }, signal }),
  );
  const title = readText(workshop.data?.content.title, language);
  return (
    <div className="stack-loose">
      <PageHeader
        title={words.title}
        eyebrow={
          <Link to="/workshops/$workshopId" params={{ workshopId }} lang={title?.language}>
            {title?.text ?? words.back}
          </Link>
        }
      />
      <PagedTable
        list={list}
        caption={words.count(list.total)}
        columns={columns(language)}
        empty={<EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>}
      />
    </div>
  );
}

function columns(language: Language): TableColumn<StudioEnrolment>[] {
  const words = studioMessages[language].enrolments;
  return [
    {
      key: "name",
      header: words.columns.name,
      isRowHeader: true,
      cell: ({ participant }) => <PersonLine name={participant.name} detail={participant.email} />,
    },
    {
      key: "status",
      header: words.columns.status,
      cell: ({ status, position, offeredUntil }) => (
        <span className="cluster">
          <Badge tone={statusTone[status]}>{messagesFor(language).enrolmentStatus[status]}</Badge>
          {position !== null && <span className="muted small">{words.position(position)}</span>}
          {offeredUntil && <span className="muted small">{words.offeredUntil(atTime(language, offeredUntil))}</span>}
        </span>
      ),
    },
    {
      key: "since",
      header: words.columns.since,
      cell: ({ createdAt }) => <span className="nowrap">{atTime(language, createdAt)}</span>,
    },
    { key: "actions", header: words.columns.actions, cell: (enrolment) => <EnrolmentActions enrolment={enrolment} /> },
  ];
}

const atTime = (language: Language, instant: string) =>
  formatDateTime(language, instant, { timeZone: defaultTimeZone, style: "medium" });
