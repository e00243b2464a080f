import type { WorkshopContent } from "../../../../shared/catalogue/workshop.ts";
import type { Language } from "../../../../shared/kernel/locale.ts";
import { DefinitionList } from "../../../design-system/definition-list.tsx";
import { formatRange } from "../../../i18n/format.ts";
import { programmeMessages } from "../../../i18n/programme.ts";
import { priceText, seatsText } from "../../../widgets/workshop-facts.ts";
import { useLocations } from "../fields/use-places.ts";

/** When, where, how many and for how much. */
export function PreviewFacts({ content, of }: { content: WorkshopContent; of: Language }) {
  const words = programmeMessages[of];
  const locations = useLocations();
  const { capacity, hasWaitingList, onlineUrl, priceCents, currency } = content;
  const place = locations.find(({ id }) => id === content.locationId);
  const where = [place?.name, place?.city, onlineUrl && words.online].filter(Boolean).join(", ");
  const [seats] = seatsText(of, { capacity, seatsLeft: capacity, hasWaitingList });
  const facts = [
    [words.workshop.when, whenText(content, of)],
    [words.workshop.where, where],
    [words.workshop.places, capacity === null ? undefined : seats],
    [words.workshop.price, priceText(of, { priceCents, currency })],
  ] as const;
  const items = facts.flatMap(([term, description]) => (description ? [{ term, description }] : []));
  return <DefinitionList layout="stacked" items={items} />;
}

function whenText({ sessions, timeZone }: WorkshopContent, of: Language): string {
  const words = programmeMessages[of];
  const [first] = sessions;
  const last = sessions.at(-1);
  if (!first || !last) return words.dateOpen;
  const range = formatRange(of, { startsAt: first.startsAt, endsAt: last.endsAt, timeZone });
  return sessions.length > 1 ? `${range} · ${words.workshop.sessions(sessions.length)}` : range;
}
