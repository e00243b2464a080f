import type { ReactNode } from "react";

export interface CardProps {
  title: ReactNode;
  /** Where the whole card leads. */
  href?: string | undefined;
  headingLevel?: 2 | 3 | 4 | undefined;
  eyebrow?: ReactNode;
  meta?: ReactNode;
  footer?: ReactNode;
  /** The language of title and text, when it is not the page's. */
  lang?: string | undefined;
  isFramed?: boolean | undefined;
  children?: ReactNode;
}

/** A thing in a list of things, set off by a hairline; `isFramed` draws a box for a card that stands alone. */
export function Card({ title, href, headingLevel = 3, eyebrow, meta, footer, lang, isFramed, children }: CardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <article className={isFramed ? "card card-framed" : "card"}>
      {eyebrow && <p className="card-eyebrow">{eyebrow}</p>}
      <Heading className="card-title" lang={lang}>
        {href ? (
          <a className="card-link" href={href}>
            {title}
          </a>
        ) : (
          title
        )}
      </Heading>
      {children && (
        <div className="card-text" lang={lang}>
          {children}
        </div>
      )}
      {meta && <div className="card-meta">{meta}</div>}
      {footer && <div className="card-footer">{footer}</div>}
    </article>
  );
}
