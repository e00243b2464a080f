import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { defaultTimeZone } from "../../../shared/kernel/instant.ts";
import { getMessage, listMessages } from "../../api/operations.ts";
import { Button } from "../../design-system/button.tsx";
import { DataTable } from "../../design-system/data-table.tsx";
import { DefinitionList } from "../../design-system/definition-list.tsx";
import { EmptyState } from "../../design-system/empty-state.tsx";
import { Dialog } from "../../design-system/interactive/dialog.tsx";
import { PageHeader } from "../../design-system/page-header.tsx";
import { Skeleton } from "../../design-system/skeleton.tsx";
import { formatDateTime } from "../../i18n/format.ts";
import { messagesFor } from "../../i18n/messages.ts";
import { studioMessages } from "../../i18n/studio.ts";
import { FailureNotice } from "../frame/route-failure.tsx";
import { useStudioLanguage } from "../frame/use-profile.ts";
import { LinkedText } from "./linked-text.tsx";

/** Mail that was written to files because no SMTP server is set. */
export function MessagesPage() {
  const language = useStudioLanguage();
  const words = studioMessages[language].messages;
  const [opened, setOpened] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ["messages"],
    queryFn: ({ signal }) => listMessages({ signal }),
    refetchInterval: 5_000,
  });
  if (list.error && !list.data) return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton label={messagesFor(language).loading} shape="table" lines={6} />;
  const { items, isDelivering } = list.data;
  return (
    <div className="stack-loose">
      <PageHeader title={words.title} lead={isDelivering ? words.leadDelivering : words.lead} />
      {items.length === 0 ? (
        <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          isCaptionHidden
          rows={items}
          rowKey={({ name }) => name}
          columns={[
            {
              key: "subject",
              header: words.columns.subject,
              isRowHeader: true,
              cell: ({ name, subject }) => (
                <Button variant="quiet" size="small" onClick={() => setOpened(name)} aria-label={words.open(subject)}>
                  {subject}
                </Button>
              ),
            },
            { key: "to", header: words.columns.to, cell: ({ to }) => to },
            {
              key: "sent",
              header: words.columns.sent,
              cell: ({ sentAt }) => (
                <span className="nowrap">
                  {formatDateTime(language, sentAt, { timeZone: defaultTimeZone, style: "medium" })}
                </span>
              ),
            },
          ]}
        />
      )}
      {opened && <MessageDialog name={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}

function MessageDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const language = useStudioLanguage();
  const words = studioMessages[language].messages;
  const message = useQuery({
    queryKey: ["message", name],
    queryFn: ({ signal }) => getMessage({ params: { name }, signal }),
  });
  return (
    <Dialog title={message.data?.subject ?? words.title} isOpen onOpenChange={onClose} size="large">
      {message.error && <FailureNotice error={message.error} />}
      {message.isPending && <Skeleton label={messagesFor(language).loading} />}
      {message.data && (
        <div className="stack">
          <DefinitionList
            items={[
              { term: words.to, description: message.data.to },
              {
                term: words.sent,
                description: formatDateTime(language, message.data.sentAt, { timeZone: defaultTimeZone }),
              },
            ]}
          />
          <LinkedText text={message.data.text} />
        </div>
      )}
    </Dialog>
  );
}
