import type { ReactNode } from "react";

export interface PersonLineProps {
  name: string;
  detail?: ReactNode;
  href?: string | undefined;
}

/** A person in words alone: no avatar stands in for somebody who did not choose one. */
export function PersonLine({ name, detail, href }: PersonLineProps) {
  return (
    <span className="person-line">
      {href ? <a href={href}>{name}</a> : <span>{name}</span>}
      {detail && <span className="person-line-detail">{detail}</span>}
    </span>
  );
}
