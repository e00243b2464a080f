import type { Language } from "../../shared/kernel/locale.ts";
import { calendarLeaf } from "../i18n/calendar-leaf.ts";

/** The date for the eye, in the margin; the full date stands in words beside it. */
export function DateLeaf({ language, at, timeZone }: { language: Language; at: string; timeZone: string }) {
  const leaf = calendarLeaf(language, at, timeZone);
  return (
    <div className="date-leaf" aria-hidden="true">
      <span className="date-leaf-day">{leaf.day}</span>
      <span className="date-leaf-month">{leaf.month}</span>
      <span className="date-leaf-weekday">{leaf.weekday}</span>
    </div>
  );
}
