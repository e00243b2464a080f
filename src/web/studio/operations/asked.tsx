import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Skeleton } from "../../design-system/skeleton.tsx";
import { messagesFor } from "../../i18n/messages.ts";
import { FailureNotice } from "../frame/route-failure.tsx";
import { useStudioLanguage } from "../frame/use-profile.ts";

interface AskedProps<Data> {
  query: Pick<UseQueryResult<Data>, "data" | "error" | "refetch">;
  children: (data: Data) => ReactNode;
}

/** What was asked for, in all its states; what came last stays while asking again fails. */
export function Asked<Data>({ query, children }: AskedProps<Data>) {
  const language = useStudioLanguage();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <FailureNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton label={messagesFor(language).loading} shape="table" lines={5} />;
}
