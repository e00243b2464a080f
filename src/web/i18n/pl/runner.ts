import { plural } from "../../../shared/kernel/plural.ts";
import { characters, figure, options } from "../../../shared/questionnaires/sentences/pl.ts";
import type { en } from "../en/runner.ts";
import { formatDay, formatNumber } from "../format.ts";
import type { Widen } from "../widen.ts";

export const pl: Widen<typeof en> = {
  back: "Wstecz",
  next: "Dalej",
  submit: "Wyślij odpowiedzi",
  language: "Język pytań",
  progress: (page, pages) => `Część ${page} z ${pages}`,
  question: (n) => `Pytanie ${n}`,
  requiredNote: "Na pytania oznaczone * trzeba odpowiedzieć.",
  clear: "Wyczyść odpowiedź",
  choose: "Wybierz…",
  other: "Inna odpowiedź – jaka?",
  otherText: "Własnymi słowami",
  yes: "Tak",
  no: "Nie",
  stars: (n) => `${n} z 5 gwiazdek`,
  point: (n, meaning) => (meaning ? `${n} – ${meaning}` : String(n)),
  npsLeast: "Na pewno nie",
  npsMost: "Na pewno tak",
  nothingHere: "Nie ma tu jeszcze pytań.",
  hints: {
    between: (low, high) => `Od ${figure(low)} do ${figure(high)}`,
    atLeast: (low) => `Co najmniej ${figure(low)}`,
    atMost: (high) => `Co najwyżej ${figure(high)}`,
    days: (first, last) => `Od ${formatDay("pl", first)} do ${formatDay("pl", last)}`,
    firstDay: (first) => `Nie wcześniej niż ${formatDay("pl", first)}`,
    lastDay: (last) => `Nie później niż ${formatDay("pl", last)}`,
    choicesBetween: (low, high) =>
      low === high ? `Wybierz ${options(low)}` : `Wybierz od ${figure(low)} do ${figure(high)} odpowiedzi`,
    choicesAtLeast: (low) => `Wybierz co najmniej ${options(low)}`,
    choicesAtMost: (high) => `Wybierz co najwyżej ${options(high)}`,
    choicesMany: "Można wybrać dowolnie wiele",
    chosen: (n, most) => `Wybrano ${figure(n)} z ${figure(most)}`,
    minLength: (n) => `Co najmniej ${characters(n)}`,
    left: (n) => `Pozostało: ${characters(n)}`,
    tooMany: (n) => `Za dużo o ${characters(n)}`,
  },
  saving: {
    idle: "Zapisuje się samo",
    saving: "Zapisywanie…",
    saved: (time) => `Zapisano ${time}`,
    offline: "Brak sieci – zachowane na tym urządzeniu",
    failed: "Jeszcze nie zapisano",
    backOnline: "Połączenie wróciło. Odpowiedzi są zapisane.",
  },
  issues: {
    title: (n) =>
      plural("pl", n, {
        one: "Jedna odpowiedź wymaga uwagi",
        few: `${formatNumber("pl", n)} odpowiedzi wymagają uwagi`,
        many: `${formatNumber("pl", n)} odpowiedzi wymaga uwagi`,
        other: `${formatNumber("pl", n)} odpowiedzi wymaga uwagi`,
      }),
  },
  privacy: {
    anonymousTitle: "Te odpowiedzi są anonimowe",
    anonymous:
      "Zachowujemy to, co napiszesz, i dzień wysłania: bez imienia, bez konta, bez godziny. Nikt nie sprawdzi, które odpowiedzi są Twoje, chyba że zdradzi to ich treść.",
    anonymousInvited: "Sam udział odnotowujemy na osobnej liście, bez odpowiedzi, żeby nikt nie odpowiadał dwa razy.",
    identifiedTitle: "Te odpowiedzi są powiązane z Twoim kontem",
    identified:
      "Możesz dokończyć na innym urządzeniu, a po wysłaniu wycofać odpowiedzi. Osoba, która je opracowuje, widzi kod zamiast nazwiska; wyniki zawsze dotyczą co najmniej pięciu osób.",
    device:
      "Do chwili wysłania odpowiedzi są zachowane także w tej przeglądarce. Na pożyczonym urządzeniu wyślij je, zanim odejdziesz.",
  },
  submitting: {
    title: "Wysyłanie odpowiedzi…",
    waitingTitle: "Na razie brak połączenia",
    waiting:
      "Odpowiedzi są bezpieczne na tym urządzeniu. Wyślą się, gdy tylko wróci połączenie; możesz zostawić tę stronę otwartą.",
    change: "Wróć do odpowiedzi",
  },
  thanks: {
    title: "Dziękujemy!",
    text: "Odpowiedzi dotarły.",
    withdrawTitle: "Zmiana zdania?",
    withdrawAnonymous:
      "Odpowiedzi można wycofać z tej przeglądarki, dopóki jej dane nie zostaną usunięte. Są anonimowe, więc nikt inny nie zrobi tego za Ciebie.",
    withdrawIdentified: "Odpowiedzi można wycofać w każdej chwili; wtedy je usuwamy.",
    withdraw: "Wycofaj odpowiedzi",
    confirmTitle: "Usunąć to, co zostało wysłane?",
    confirmText: "Odpowiedzi zostaną usunięte na zawsze. Nie da się tego cofnąć.",
    confirm: "Usuń odpowiedzi",
    keep: "Zostaw",
    another: "Odpowiedz jako inna osoba",
    anotherText:
      "Dla wspólnego urządzenia: nowa, pusta ankieta. Wysłanych przed chwilą odpowiedzi nie da się już wtedy stąd wycofać.",
    toWorkshop: "Do warsztatu",
    toProgramme: "Do wszystkich warsztatów",
  },
  withdrawn: {
    title: "Odpowiedzi zostały usunięte",
    text: "Od najbliższej aktualizacji w wynikach nie będzie nic z tego, co zostało napisane.",
    again: "Odpowiedz od nowa",
  },
  phases: {
    openingText: "Przygotowujemy pytania…",
    closedTitle: "Ta ankieta jest już zamknięta",
    closedText: "Nie przyjmuje odpowiedzi. To, co zostało wysłane w całości, liczy się; dziękujemy za poświęcony czas.",
    not_in_audienceTitle: "Ta ankieta jest dla osób, które biorą udział",
    not_in_audienceText: "Twoje konto nie ma teraz miejsca w tym warsztacie. Jeśli to pomyłka, napisz do prowadzących.",
    answered_beforeTitle: "Odpowiedzi już są",
    answered_beforeText: "Na tę ankietę każdy odpowiada raz. Dziękujemy!",
    signInTitle: "Zaloguj się, żeby odpowiedzieć",
    signInText: "Wrócisz prosto tutaj.",
    signInAgainTitle: "Zaloguj się ponownie",
    signInAgainText:
      "W międzyczasie nastąpiło wylogowanie. Odpowiedzi są zachowane na tym urządzeniu i wyślą się po powrocie.",
    signIn: "Zaloguj się",
    register: "Załóż konto",
    changedTitle: "Ankieta zmieniła się w międzyczasie",
    changedText: "Odpowiedzi zostały przeniesione. Prosimy przejrzeć pytania jeszcze raz.",
    refusedTitle: "Nie udało się wysłać odpowiedzi",
  },
};
