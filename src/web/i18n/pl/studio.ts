import { plural } from "../../../shared/kernel/plural.ts";
import type { en } from "../en/studio.ts";
import { formatNumber } from "../format.ts";
import type { Widen } from "../widen.ts";

const number = (n: number) => formatNumber("pl", n);

export const pl: Widen<typeof en> = {
  more: "Pokaż więcej",
  workshops: {
    title: "Warsztaty",
    lead: "To, co tworzysz, prowadzisz lub możesz czytać. Nic nie jest publiczne, dopóki nie opublikujesz danego języka.",
    create: "Nowy warsztat",
    untitled: "Warsztat bez tytułu",
    search: "Szukaj warsztatów",
    status: "Stan",
    anyStatus: "Dowolny stan",
    count: (n) =>
      `${number(n)} ${plural("pl", n, { one: "warsztat", few: "warsztaty", many: "warsztatów", other: "warsztatu" })}`,
    columns: { title: "Warsztat", status: "Stan", languages: "Języki", starts: "Początek", seats: "Miejsca" },
    notDated: "Jeszcze bez terminu",
    seats: (taken, capacity) => (capacity === null ? number(taken) : `${number(taken)} z ${number(capacity)}`),
    waiting: (n) =>
      `${number(n)} ${plural("pl", n, { one: "osoba czeka", few: "osoby czekają", many: "osób czeka", other: "osoby czeka" })}`,
    emptyTitle: "Twój pierwszy warsztat",
    emptyText: "Zacznij szkic; lista kontrolna podpowie, czego jeszcze brakuje do publikacji.",
    nothingFound: "Żaden warsztat nie pasuje.",
  },
  questionnaires: {
    title: "Ankiety",
    lead: "Każda opublikowana wersja jest zamrożona; edycja tworzy następną.",
    create: "Nowa ankieta",
    untitled: "Ankieta bez tytułu",
    standsAlone: "Samodzielna",
    toResults: "odpowiedzi, otwórz wyniki",
    count: (n) =>
      `${number(n)} ${plural("pl", n, { one: "ankieta", few: "ankiety", many: "ankiet", other: "ankiety" })}`,
    columns: { title: "Ankieta", workshop: "Warsztat", status: "Stan", responses: "Odpowiedzi", updated: "Edytowana" },
    emptyTitle: "Jeszcze żadnej ankiety",
    emptyText: "Zacznij tutaj albo od strony warsztatu – wtedy ankieta trafi do jego uczestników.",
  },
  people: {
    title: "Osoby",
    lead: "Wszyscy, którzy mają konto. Nowe osoby zawsze zaczynają jako uczestnicy.",
    search: "Szukaj po imieniu, nazwisku lub adresie e-mail",
    role: "Rola",
    anyRole: "Dowolna rola",
    count: (n) => `${number(n)} ${plural("pl", n, { one: "osoba", few: "osoby", many: "osób", other: "osoby" })}`,
    columns: { name: "Imię i nazwisko", role: "Rola", state: "Stan", since: "Od", actions: "Działania" },
    unverified: "Adres niepotwierdzony",
    suspended: "Konto zawieszone",
    active: "Aktywne",
    suspend: "Zawieś",
    restore: "Cofnij zawieszenie",
    suspendedToast: (name) => `${name}: konto zawieszone, wszystkie sesje logowania zakończone`,
    restoredToast: (name) => `${name}: można się znów zalogować`,
    roleToast: (name, role) => `${name}: ${role}`,
    roleOf: (name) => `Rola: ${name}`,
    nothingFound: "Nikt nie pasuje.",
  },
  messages: {
    title: "Wiadomości",
    lead: "Nie ustawiono serwera SMTP, więc poczta zostaje tutaj, zamiast wychodzić.",
    leadDelivering: "Pocztę dostarcza ustawiony serwer SMTP. Tutaj nic nie zostaje.",
    emptyTitle: "Jeszcze brak wiadomości",
    emptyText: "Pojawią się tu rejestracje, potwierdzenia i propozycje miejsc.",
    to: "Do",
    sent: "Wysłano",
    open: (subject) => `Otwórz „${subject}”`,
    columns: { subject: "Temat", to: "Do", sent: "Wysłano" },
  },
  enrolments: {
    title: "Zapisy",
    back: "Warsztat",
    count: (n) => `${number(n)} ${plural("pl", n, { one: "zapis", few: "zapisy", many: "zapisów", other: "zapisu" })}`,
    columns: { name: "Osoba", status: "Stan", since: "Zapis z dnia", actions: "Działania" },
    position: (n) => `${number(n)}. w kolejce`,
    offeredUntil: (time) => `miejsce trzymane do ${time}`,
    confirm: "Zatwierdź",
    decline: "Odmów",
    cancel: "Anuluj zapis",
    cancelTitle: "Anulować ten zapis?",
    cancelText: (name) =>
      `${name} traci miejsce i dostaje o tym wiadomość. Zwolnione miejsce przypada pierwszej osobie w kolejce.`,
    keep: "Zostaw",
    emptyTitle: "Jeszcze nikt się nie zapisał",
    emptyText: "Gdy warsztat zostanie opublikowany, znajdzie go każdy w publicznej witrynie.",
  },
};
