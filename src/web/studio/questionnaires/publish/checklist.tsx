import { Badge } from "../../../design-system/badge.tsx";
import { controlId, useBuilder } from "../builder-context.ts";
import { itemOf } from "../draft/item-of-field.ts";

/** What the checker found; each finding leads to its place. */
export function Checklist() {
  const { words, checklist, content, select } = useBuilder();
  const texts = words.publish;
  if (!checklist) return <p className="muted small">{texts.waiting}</p>;
  const errors = checklist.items.filter(({ severity }) => severity === "error").length;
  const goTo = (field: string) => {
    select(itemOf(content, field));
    // The item's fields are there after it has been drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => focusField(field)));
  };
  return (
    <div className="builder-checklist">
      <h3 className="builder-subtitle">{texts.checklist}</h3>
      <p className="small" role="status">
        {errors > 0 ? texts.problems(errors) : texts.nothingMissing}
      </p>
      <ul>
        {checklist.items.map(({ field, code, severity, message }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be found twice
          <li key={`${field} ${code} ${index}`}>
            <button type="button" className="builder-finding" onClick={() => goTo(field)}>
              <Badge tone={severity === "error" ? "danger" : "warning"}>
                {severity === "error" ? texts.errorMark : texts.warningMark}
              </Badge>
              <span>{message}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The control of the place, or the first one of it. */
function focusField(field: string): void {
  const id = controlId(field);
  const controls = [...document.querySelectorAll<HTMLElement>(`[id^="${id}"]`)];
  const exact = controls.find((control) => control.id === id);
  const control =
    exact ?? controls.find((each) => each.matches("input, textarea, select") && isEmpty(each)) ?? controls[0];
  control?.scrollIntoView({ block: "center" });
  control?.focus({ preventScroll: true });
}

const isEmpty = (control: HTMLElement) => "value" in control && control.value === "";
