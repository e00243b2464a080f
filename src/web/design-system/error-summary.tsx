export interface ErrorSummaryProps {
  title: string;
  /** In the order of the form; each leads to its field. */
  issues: readonly { fieldId: string; message: string }[];
}

/** Stands above a refused form and leads to each field that needs a change. */
export function ErrorSummary({ title, issues }: ErrorSummaryProps) {
  if (issues.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1}>
      <h2 className="error-summary-title">{title}</h2>
      <ul className="error-summary-list">
        {issues.map((issue) => (
          <li key={`${issue.fieldId} ${issue.message}`}>
            <a href={`#${issue.fieldId}`}>{issue.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
