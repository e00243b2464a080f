import type { ReactNode } from "react";

export interface EmptyStateProps {
  title: string;
  headingLevel?: 2 | 3 | 4 | undefined;
  /** Why it is empty, and what would fill it. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, headingLevel = 2, children, action }: EmptyStateProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="empty-state">
      <Heading className="empty-state-title">{title}</Heading>
      {children && <div className="empty-state-text">{children}</div>}
      {action}
    </div>
  );
}
