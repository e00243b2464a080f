import type { WorkshopContent } from "../../../../shared/catalogue/workshop.ts";
import { type Language, readText } from "../../../../shared/kernel/locale.ts";
import { formatRange } from "../../../i18n/format.ts";
import { programmeMessages } from "../../../i18n/programme.ts";
import { useLocations } from "../fields/use-places.ts";
import { PreviewText } from "./preview-text.tsx";

/** The sessions as people will see them, on the workshop's own clocks. */
export function PreviewSessions({ content, of }: { content: WorkshopContent; of: Language }) {
  const words = programmeMessages[of];
  const locations = useLocations();
  const { sessions, timeZone } = content;
  if (sessions.length === 0) return null;
  return (
    <section>
      <h4 className="preview-heading">{words.workshop.sessionsTitle}</h4>
      <ol className="preview-lines">
        {sessions.map(({ id, title, description, startsAt, endsAt, locationId, onlineUrl }, index) => {
          const read = readText(title, of);
          const place = locations.find((each) => each.id === (locationId ?? (onlineUrl ? null : content.locationId)));
          return (
            <li key={id}>
              <strong lang={read?.language}>{read?.text ?? words.workshop.session(index + 1)}</strong>
              <p className="small muted">
                {startsAt < endsAt && formatRange(of, { startsAt, endsAt, timeZone })}
                {place ? ` · ${place.name}` : onlineUrl && ` · ${words.online}`}
              </p>
              <PreviewText texts={description} of={of}>
                {(text) => <p className="small">{text}</p>}
              </PreviewText>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
