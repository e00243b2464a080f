export interface LinkTabsProps {
  label: string;
  items: readonly { href: string; label: string; isCurrent: boolean; count?: number | undefined }[];
}

/** Sibling pages as tabs: plain links, so each has its address. */
export function LinkTabs({ label, items }: LinkTabsProps) {
  return (
    <nav className="link-tabs" aria-label={label}>
      {items.map((item) => (
        <a
          key={item.href}
          className="link-tabs-item"
          href={item.href}
          aria-current={item.isCurrent ? "page" : undefined}
        >
          {item.label}
          {item.count !== undefined && <span className="link-tabs-count">{item.count}</span>}
        </a>
      ))}
    </nav>
  );
}
