import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "info" | "success" | "warning" | "danger";

export interface BadgeProps {
  tone?: Tone | undefined;
  /** A dot before the word, for a state that changes. */
  hasDot?: boolean | undefined;
  children: ReactNode;
}

/** A state or a kind in one or two words; the tone only repeats what the words say. */
export function Badge({ tone = "neutral", hasDot, children }: BadgeProps) {
  return (
    <span className={tone === "neutral" ? "badge" : `badge badge-${tone}`}>
      {hasDot && <span className="badge-dot" aria-hidden="true" />}
      {children}
    </span>
  );
}
