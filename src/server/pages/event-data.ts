import type { PublicWorkshop } from "../../shared/catalogue/workshop.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import { messagesFor } from "../../web/i18n/messages.ts";
import { workshopPath } from "../../web/public/addresses.ts";

const schema = "https://schema.org";

/** A workshop as schema.org describes an event (https://schema.org/EducationEvent), for search engines. */
export function eventData(workshop: PublicWorkshop, language: Language, publicUrl: string): object {
  const url = publicUrl + workshopPath(language, workshop.slug);
  const { productName } = messagesFor(language);
  return withoutNothing({
    "@context": schema,
    "@type": "EducationEvent",
    name: workshop.title.text,
    description: workshop.summary?.text,
    url,
    inLanguage: workshop.languages,
    startDate: workshop.startsAt,
    endDate: workshop.endsAt,
    eventStatus: `${schema}/${workshop.status === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `${schema}/${attendanceMode(workshop)}`,
    location: locations(workshop, url),
    maximumAttendeeCapacity: workshop.capacity,
    remainingAttendeeCapacity: workshop.seatsLeft,
    organizer: { "@type": "Organization", name: productName, url: publicUrl },
    performer: workshop.facilitators.map((name) => ({ "@type": "Person", name })),
    offers: offer(workshop, url),
    subEvent: workshop.sessions.length > 1 ? subEvents(workshop) : undefined,
  });
}

function attendanceMode({ isOnline, location, city }: PublicWorkshop): string {
  const isOnSite = location !== null || city !== null;
  if (isOnline) return isOnSite ? "MixedEventAttendanceMode" : "OnlineEventAttendanceMode";
  return "OfflineEventAttendanceMode";
}

type Place = PublicWorkshop["location"];

function placeData({ name, address, city }: NonNullable<Place>): object {
  const postal = { "@type": "PostalAddress", streetAddress: address || undefined, addressLocality: city || undefined };
  return { "@type": "Place", name, address: withoutNothing(postal) };
}

/** The workshop's own place, else those of its sessions, each once. */
function locations({ location, sessions, isOnline }: PublicWorkshop, url: string): object[] {
  const places = location ? [location] : sessions.map((session) => session.location);
  const named = new Map(
    places.filter((place) => place !== null).map((place) => [`${place.name} ${place.city}`, place]),
  );
  const online = isOnline ? [{ "@type": "VirtualLocation", url }] : [];
  return [...[...named.values()].map(placeData), ...online];
}

function offer({ priceCents, currency, seatsLeft, publishedAt }: PublicWorkshop, url: string): object | undefined {
  if (priceCents === null) return undefined;
  return withoutNothing({
    "@type": "Offer",
    url,
    price: priceCents / 100,
    priceCurrency: currency ?? "PLN",
    availability: `${schema}/${seatsLeft === 0 ? "SoldOut" : "InStock"}`,
    validFrom: publishedAt,
  });
}

function subEvents({ sessions, title }: PublicWorkshop): object[] {
  return sessions.map((session) => ({
    "@type": "Event",
    name: session.title?.text ?? title.text,
    startDate: session.startsAt,
    endDate: session.endsAt,
    ...(session.location ? { location: placeData(session.location) } : {}),
  }));
}

const withoutNothing = (data: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && value !== null));
