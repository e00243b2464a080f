export interface QuietHours {
  /** Such as `22:00-07:00`; may go over midnight. Undefined for none. */
  hours: string | undefined;
  timeZone: string;
}

/** Tells whether it is quiet by the wall clock of the zone, also on the nights that are an hour shorter or longer. */
export function quietHours({ hours, timeZone }: QuietHours): (at: Date) => boolean {
  if (hours === undefined) return () => false;
  const [from = "", until = ""] = hours.split("-");
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return (at) => {
    const time = clock.format(at);
    return from < until ? from <= time && time < until : from <= time || time < until;
  };
}
