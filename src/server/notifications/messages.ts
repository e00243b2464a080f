import type { Language } from "../../shared/kernel/locale.ts";

/** What participants are told about. */
export const noticeKinds = [
  "pending",
  "confirmed",
  "waitlisted",
  "offered",
  "cancelled",
  "declined",
  "expired",
  "workshopCancelled",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a message may mention; every part is ready to be read. */
export interface Facts {
  workshop: string;
  /** When the workshop starts; null while that is not known. */
  starts: string | null;
  position: number | null;
  /** Until when a seat is held; null when it is not. */
  until: string | null;
}

interface Notice {
  subject(facts: Facts): string;
  paragraphs(facts: Facts): string[];
  /** What the link to one's own page says. */
  action: string;
}

interface Texts {
  greeting(name: string): string;
  closing: string;
  notices: Record<NoticeKind, Notice>;
}

const when = (before: string, { starts }: Facts): string[] => (starts === null ? [] : [`${before} ${starts}`]);

const en: Texts = {
  greeting: (name) => `Hello ${name},`,
  closing: "You get this message because you enrolled in a workshop.",
  notices: {
    pending: {
      subject: ({ workshop }) => `We have your enrolment: ${workshop}`,
      paragraphs: ({ workshop }) => [
        `Thank you for enrolling in “${workshop}”. The organisers look at each enrolment; you will hear from us as soon as they have decided.`,
      ],
      action: "Your enrolments",
    },
    confirmed: {
      subject: ({ workshop }) => `You have a seat: ${workshop}`,
      paragraphs: (facts) => [
        `Your seat in “${facts.workshop}” is confirmed.`,
        ...when("It starts on", facts),
        "If you cannot come after all, please cancel in good time: someone else may be waiting.",
      ],
      action: "Your enrolments",
    },
    waitlisted: {
      subject: ({ workshop }) => `You are on the waiting list: ${workshop}`,
      paragraphs: ({ workshop, position }) => [
        `All seats in “${workshop}” are taken at the moment, so you are on the waiting list.`,
        ...(position === null ? [] : [`Your place in line: ${position}.`]),
        "As soon as a seat is free for you, we will write to you.",
      ],
      action: "See your place in line",
    },
    offered: {
      subject: ({ workshop }) => `A seat is free for you: ${workshop}`,
      paragraphs: (facts) => [
        `A seat in “${facts.workshop}” has become free, and you are first in line.`,
        ...when("The workshop starts on", facts),
        ...(facts.until === null
          ? []
          : [`We hold the seat for you until ${facts.until}. After that it goes to the next person.`]),
      ],
      action: "Accept or decline the seat",
    },
    cancelled: {
      subject: ({ workshop }) => `Your enrolment is cancelled: ${workshop}`,
      paragraphs: ({ workshop }) => [
        `Your enrolment in “${workshop}” has been cancelled. You no longer hold a seat or a place in line.`,
      ],
      action: "Your enrolments",
    },
    declined: {
      subject: ({ workshop }) => `Your enrolment is closed: ${workshop}`,
      paragraphs: ({ workshop }) => [
        `Your enrolment in “${workshop}” has been declined. You no longer hold a seat or a place in line.`,
      ],
      action: "Your enrolments",
    },
    expired: {
      subject: ({ workshop }) => `The offered seat went to someone else: ${workshop}`,
      paragraphs: ({ workshop }) => [
        `The time for accepting the seat in “${workshop}” is over, so it went to the next person in line.`,
        "If you still want to come, you can enrol again.",
      ],
      action: "Your enrolments",
    },
    workshopCancelled: {
      subject: ({ workshop }) => `Cancelled: ${workshop}`,
      paragraphs: (facts) => [
        `“${facts.workshop}” will not take place. We are sorry.`,
        ...when("It was to start on", facts),
        "You need not do anything.",
      ],
      action: "Your enrolments",
    },
  },
};

const pl: Texts = {
  greeting: (name) => `Dzień dobry, ${name}!`,
  closing: "Otrzymujesz tę wiadomość, ponieważ zapisano Cię na warsztat.",
  notices: {
    pending: {
      subject: ({ workshop }) => `Mamy Twoje zgłoszenie: ${workshop}`,
      paragraphs: ({ workshop }) => [
        `Dziękujemy za zgłoszenie na warsztat „${workshop}”. Organizatorzy rozpatrują każde zgłoszenie; damy znać, gdy tylko podejmą decyzję.`,
      ],
      action: "Twoje zapisy",
    },
    confirmed: {
      subject: ({ workshop }) => `Masz miejsce: ${workshop}`,
      paragraphs: (facts) => [
        `Twoje miejsce na warsztacie „${facts.workshop}” jest potwierdzone.`,
        ...when("Początek:", facts),
        "Jeśli jednak nie możesz przyjść, zrezygnuj odpowiednio wcześnie: ktoś inny może czekać na miejsce.",
      ],
      action: "Twoje zapisy",
    },
    waitlisted: {
      subject: ({ workshop }) => `Jesteś na liście oczekujących: ${workshop}`,
      paragraphs: ({ workshop, position }) => [
        `W tej chwili wszystkie miejsca na warsztacie „${workshop}” są zajęte, dlatego jesteś na liście oczekujących.`,
        ...(position === null ? [] : [`Twoje miejsce w kolejce: ${position}.`]),
        "Napiszemy, gdy tylko zwolni się miejsce dla Ciebie.",
      ],
      action: "Sprawdź swoje miejsce w kolejce",
    },
    offered: {
      subject: ({ workshop }) => `Zwolniło się miejsce dla Ciebie: ${workshop}`,
      paragraphs: (facts) => [
        `Na warsztacie „${facts.workshop}” zwolniło się miejsce, a Ty jesteś na początku kolejki.`,
        ...when("Początek warsztatu:", facts),
        ...(facts.until === null
          ? []
          : [`Miejsce czeka na Ciebie do: ${facts.until}. Potem dostanie je następna osoba.`]),
      ],
      action: "Przyjmij miejsce lub zrezygnuj",
    },
    cancelled: {
      subject: ({ workshop }) => `Zapis anulowany: ${workshop}`,
      paragraphs: ({ workshop }) => [
        `Twój zapis na warsztat „${workshop}” został anulowany. Nie zajmujesz już miejsca ani w sali, ani w kolejce.`,
      ],
      action: "Twoje zapisy",
    },
    declined: {
      subject: ({ workshop }) => `Zgłoszenie zamknięte: ${workshop}`,
      paragraphs: ({ workshop }) => [
        `Zgłoszenie na warsztat „${workshop}” zostało odrzucone. Nie zajmujesz już miejsca ani w sali, ani w kolejce.`,
      ],
      action: "Twoje zapisy",
    },
    expired: {
      subject: ({ workshop }) => `Miejsce dostała następna osoba: ${workshop}`,
      paragraphs: ({ workshop }) => [
        `Czas na przyjęcie miejsca na warsztacie „${workshop}” minął, więc dostała je następna osoba z kolejki.`,
        "Jeśli nadal chcesz przyjść, możesz zapisać się ponownie.",
      ],
      action: "Twoje zapisy",
    },
    workshopCancelled: {
      subject: ({ workshop }) => `Odwołany: ${workshop}`,
      paragraphs: (facts) => [
        `Warsztat „${facts.workshop}” nie odbędzie się. Przepraszamy.`,
        ...when("Miał się zacząć:", facts),
        "Nie musisz nic robić.",
      ],
      action: "Twoje zapisy",
    },
  },
};

export const messages: Record<Language, Texts> = { en, pl };
