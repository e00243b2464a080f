import { messagesFor } from "../../../i18n/messages.ts";
import { useWorkshopEditor } from "../editor-context.ts";
import { type Checklists, keyOf } from "./use-checklists.ts";

/** What is missing before publishing; each line leads to its field. */
export function Checklist({ checklists: { lines, isKnown } }: { checklists: Checklists }) {
  const { goTo, language, words } = useWorkshopEditor();
  const { languageName } = messagesFor(language);
  const missing = lines.filter(({ severity }) => severity === "error").length;
  if (!isKnown) return null;
  return (
    <section aria-labelledby="checklist-title">
      <h3 id="checklist-title" className="editor-aside-title">
        {words.publish.checklist}
      </h3>
      <p className={missing === 0 ? "checklist-verdict checklist-ready" : "checklist-verdict"} role="status">
        {missing === 0 ? words.publish.ready : words.publish.missing(missing)}
      </p>
      <ul className="checklist">
        {lines.map((line) => (
          <li key={keyOf(line)}>
            <button
              type="button"
              className={`checklist-line checklist-line-${line.severity}`}
              onClick={() => goTo(line.field)}
            >
              <span>
                {line.message}
                {line.of && <span className="checklist-note"> {languageName[line.of]}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
