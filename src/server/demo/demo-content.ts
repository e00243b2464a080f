/** A text in both languages: demo content is never missing one. */
export interface Both {
  en: string;
  pl: string;
}

export type PlaceCode = "kotwica" | "jarzebina" | "mlyn" | "szkutnia" | "ceglarnia" | "lipa";
export type FacilitatorCode = "dworzak" | "sarnecki" | "ostrzycka" | "wilczak" | "drozdek" | "pietrucha";

/** Monday is 1, Saturday 6; nothing is planned for Sundays. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6;

export interface DemoSession {
  title: Both;
  description: Both;
  /** Counted from the week in which the demo is seeded, which is week 0. */
  week: number;
  weekday: Weekday;
  /** Wall-clock times in Poland, such as `17:30`. */
  from: string;
  until: string;
  place: PlaceCode | "online";
}

export interface DemoWorkshop {
  code: string;
  title: Both;
  subtitle: Both;
  summary: Both;
  /** In the small markup that `written` reads. */
  description: Both;
  objectives: Both[];
  requirements: Both[];
  category: string;
  tagCodes: string[];
  capacity: number;
  priceZloty: number;
  needsApproval: boolean;
  confirmsAtOnce: boolean;
  place: PlaceCode | "online";
  facilitators: { code: FacilitatorCode; part: "lead" | "assistant" | "guest" }[];
  sessions: DemoSession[];
  /** How many people are in each state; `waiting` only when every seat is taken. */
  enrolled: { confirmed: number; waiting: number; pending: number; cancelled: number };
  /** What the participant one can sign in as is here, if anything; with a wait, third in line. */
  signedIn?: "confirmed" | "waitlisted";
}

export interface DemoPlace {
  code: PlaceCode;
  name: string;
  address: string;
  city: string;
  notes: Both;
}

export interface DemoFacilitator {
  code: FacilitatorCode;
  name: string;
  bio: Both;
}
