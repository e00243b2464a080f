import type { en } from "../en/account.ts";
import type { Widen } from "../widen.ts";

export const pl: Widen<typeof en> = {
  fields: { name: "Imię i nazwisko", email: "Adres e-mail", password: "Hasło", setupCode: "Kod instalacyjny" },
  passwordHint: "Co najmniej 10 znaków. Kilka słów z rzędu łatwo zapamiętać, a trudno odgadnąć.",
  errors: {
    name: "Wpisz imię i nazwisko",
    email: "Wpisz adres e-mail, na przykład imie@example.org",
    password: "Hasło ma od 10 do 200 znaków",
    currentPassword: "Wpisz obecne hasło",
    newPassword: "Hasło ma od 10 do 200 znaków",
    language: "Wybierz jeden z dwóch języków",
    setupCode: "Wpisz kod, który wypisał serwer",
    wrongCurrentPassword: "To nie jest Twoje obecne hasło",
    wrongSetupCode: "Ten kod nie działa. Najnowszy jest wypisany tam, gdzie uruchomiono serwer.",
    emailTaken: "Konto z tym adresem już istnieje. Wybierz inny.",
  },
  signIn: {
    title: "Logowanie",
    lead: "Do Twoich miejsc, kolejki i ankiet.",
    button: "Zaloguj się",
    forgotten: "Nie pamiętasz hasła?",
    newHere: "Pierwszy raz tutaj?",
    register: "Załóż konto",
    passwordSet: "Nowe hasło jest ustawione. Zaloguj się nim.",
    signedOut: "Wylogowano.",
  },
  register: {
    title: "Nowe konto",
    lead: "To zajmie minutę. Dostaniesz wiadomość z linkiem, który potwierdzi Twój adres.",
    nameHint: "Tak, jak ma się do Ciebie zwracać osoba prowadząca.",
    button: "Załóż konto",
    known: "Masz już konto?",
    signIn: "Zaloguj się",
  },
  checkMail: {
    title: "Zajrzyj do skrzynki",
    verify: "Wysłaliśmy wiadomość z linkiem. Otwórz go w ciągu 24 godzin, żeby potwierdzić adres – i gotowe.",
    reset: "Jeśli jest konto z tym adresem, wiadomość z linkiem jest już w drodze. Link działa przez godzinę.",
    nothing: "Po kilku minutach nadal nic? Zajrzyj do spamu albo spróbuj jeszcze raz.",
    undelivered:
      "Ta instalacja nie wysyła jeszcze poczty. Wiadomości zostają na serwerze, a osoba z uprawnieniami administracji czyta je w studiu.",
    openMessages: "Wiadomości w studiu",
    again: "Spróbuj jeszcze raz",
  },
  verify: {
    title: "Potwierdź adres",
    text: "Jedno naciśnięcie i konto jest otwarte.",
    button: "Potwierdź i zaloguj",
    failedTitle: "Ten link nie działa",
    failedText: "Został już użyty albo ma więcej niż 24 godziny. Zaloguj się swoim adresem i hasłem, a wyślemy nowy.",
  },
  forgotten: {
    title: "Zapomniane hasło",
    lead: "Podaj swój adres, a wyślemy link, dzięki któremu ustawisz nowe hasło.",
    button: "Wyślij link",
    back: "Wróć do logowania",
  },
  reset: {
    title: "Ustaw nowe hasło",
    newPassword: "Nowe hasło",
    button: "Ustaw hasło",
    failedTitle: "Ten link nie działa",
    failedText: "Został już użyty albo ma więcej niż godzinę.",
    again: "Poproś o nowy link",
  },
  setup: {
    title: "Pierwsze uruchomienie",
    lead: "Nie ma jeszcze nikogo z uprawnieniami administracji. Załóż pierwsze konto; inne osoby zaprosisz później.",
    codeHint: "Jest wypisany w terminalu, w którym uruchomiono serwer.",
    button: "Załóż konto",
  },
};
