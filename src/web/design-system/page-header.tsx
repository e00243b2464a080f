import type { ReactNode } from "react";

export interface PageHeaderProps {
  title: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  breadcrumb?: ReactNode;
  /** The language of title and lead, when it is not the page's. */
  lang?: string | undefined;
  children?: ReactNode;
}

/** The one h1 of a page, with where it stands and what can be done here. */
export function PageHeader({ title, eyebrow, lead, actions, breadcrumb, lang, children }: PageHeaderProps) {
  return (
    <header className="page-header">
      {breadcrumb}
      <div className="page-header-row">
        <div className="page-header-words">
          {eyebrow && <p className="eyebrow">{eyebrow}</p>}
          <h1 lang={lang}>{title}</h1>
          {lead && (
            <p className="lead" lang={lang}>
              {lead}
            </p>
          )}
        </div>
        {actions && <div className="page-header-actions">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
