import type { WorkshopCard } from "../../shared/catalogue/workshop.ts";
import type { Language } from "../../shared/kernel/locale.ts";
import type { Tone } from "../design-system/badge.tsx";
import { formatMoney } from "../i18n/format.ts";
import { programmeMessages } from "../i18n/programme.ts";

type Seats = Pick<WorkshopCard, "capacity" | "seatsLeft" | "hasWaitingList">;

/** How the places stand, in words, with the tone that repeats them. */
export function seatsText(language: Language, { capacity, seatsLeft, hasWaitingList }: Seats): [string, Tone] {
  const words = programmeMessages[language];
  if (capacity === null || seatsLeft === null) return [words.seatsFree, "success"];
  if (seatsLeft > 0) return [words.seatsLeft(seatsLeft), seatsLeft <= 3 ? "warning" : "success"];
  return hasWaitingList ? [words.waitingList, "info"] : [words.full, "neutral"];
}

/** Where a workshop takes place, in short; undefined when nothing says it. */
export function placeText(
  language: Language,
  { city, isOnline }: Pick<WorkshopCard, "city" | "isOnline">,
): string | undefined {
  const words = programmeMessages[language];
  if (city) return isOnline ? words.cityAndOnline(city) : city;
  return isOnline ? words.online : undefined;
}

/** The price as information; undefined when none is given. */
export function priceText(
  language: Language,
  { priceCents, currency }: Pick<WorkshopCard, "priceCents" | "currency">,
): string | undefined {
  if (priceCents === 0) return programmeMessages[language].free;
  return priceCents === null || currency === null ? undefined : formatMoney(language, priceCents / 100, currency);
}
