import type { ReactNode } from "react";

export interface NoticeProps {
  tone: "info" | "success" | "warning" | "danger";
  title?: ReactNode;
  /** Announced when it appears after the page was read: a danger at once, the others when the reader is idle. */
  isLive?: boolean | undefined;
  actions?: ReactNode;
  children?: ReactNode;
}

/** Something the reader should know before going on. */
export function Notice({ tone, title, isLive, actions, children }: NoticeProps) {
  const role = isLive ? (tone === "danger" ? "alert" : "status") : undefined;
  return (
    <div className={`notice notice-${tone}`} role={role}>
      {title && <p className="notice-title">{title}</p>}
      {children && <div>{children}</div>}
      {actions && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
