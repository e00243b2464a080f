import type { Language } from "../../shared/kernel/locale.ts";
import { ErrorSummary } from "../design-system/error-summary.tsx";
import { Notice } from "../design-system/notice.tsx";
import { messagesFor } from "../i18n/messages.ts";
import type { FormErrors } from "./form-errors.ts";

/** What stands above a form that came back; every line leads to its field. */
export function FormProblems({ language, errors }: { language: Language; errors: FormErrors }) {
  const issues = Object.entries(errors.fields).map(([fieldId, message]) => ({ fieldId, message }));
  return (
    <>
      {errors.general && <Notice tone="danger" title={errors.general} isLive />}
      <ErrorSummary title={messagesFor(language).validation.summary(issues.length)} issues={issues} />
    </>
  );
}
