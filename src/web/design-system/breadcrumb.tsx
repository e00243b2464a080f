import type { Language } from "../../shared/kernel/locale.ts";
import { messagesFor } from "../i18n/messages.ts";

export interface BreadcrumbProps {
  language: Language;
  /** From the root to this page; the last one needs no address. */
  items: readonly { label: string; href?: string | undefined; lang?: string | undefined }[];
}

export function Breadcrumb({ language, items }: BreadcrumbProps) {
  return (
    <nav aria-label={messagesFor(language).breadcrumb}>
      <ol className="breadcrumb-list">
        {items.map((item) => (
          <li key={item.href ?? item.label} className="breadcrumb-item" lang={item.lang}>
            {item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
