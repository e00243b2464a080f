export interface SkeletonProps {
  /** What is being loaded, for those who hear the page. */
  label: string;
  lines?: number | undefined;
  shape?: "text" | "card" | "table" | undefined;
}

/** Holds the place of what is on its way. */
export function Skeleton({ label, lines = 3, shape = "text" }: SkeletonProps) {
  return (
    <div className={`skeleton skeleton-${shape}`} role="status">
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((key) => (
        <div key={key} className="skeleton-line" aria-hidden="true" />
      ))}
      <span className="visually-hidden">{label}</span>
    </div>
  );
}
