/** What a workshop says about its seats. */
export interface SeatRules {
  /** Null: without limit. */
  capacity: number | null;
  hasWaitingList: boolean;
}

export interface Occupancy {
  /** Seats held: confirmed, offered and completed enrolments. */
  taken: number;
  /** People in line. */
  waiting: number;
}

/** Where somebody goes who asks for a seat now. Nobody gets past the line. */
export function decideSeat(rules: SeatRules, { taken, waiting }: Occupancy): "confirmed" | "waitlisted" | "full" {
  const isFree = rules.capacity === null || taken < rules.capacity;
  if (isFree && waiting === 0) return "confirmed";
  return rules.hasWaitingList ? "waitlisted" : "full";
}

/** How many of those in line get a seat. */
export function countFreedSeats({ capacity }: Pick<SeatRules, "capacity">, { taken, waiting }: Occupancy): number {
  return capacity === null ? waiting : Math.max(0, Math.min(waiting, capacity - taken));
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whether a freed seat is the next person's at once, or held for them until they say yes. */
export function decideFreedSeat(
  workshop: { confirmsAtOnce: boolean; startsAt: Date | null },
  now: Date,
): "confirmed" | "offered" {
  const startsSoon = workshop.startsAt === null || workshop.startsAt.getTime() - now.getTime() <= dayMs;
  return workshop.confirmsAtOnce || startsSoon ? "confirmed" : "offered";
}
