import type { Language } from "../../shared/kernel/locale.ts";
import { composeLetter } from "../platform/mail/compose.ts";

export type PasswordWeakness = "is_email" | "is_name" | "is_repetitive" | "is_common";
export type LetterKind = "verifyEmail" | "alreadyRegistered" | "resetPassword" | "passwordChanged";

interface LetterTexts {
  subject: string;
  paragraphs: string[];
  /** What the link says. */
  action: string;
  closing: string[];
}

interface Texts {
  greeting(name: string | undefined): string;
  letters: Record<LetterKind, LetterTexts>;
  weaknesses: Record<PasswordWeakness, string>;
}

const en: Texts = {
  greeting: (name) => (name === undefined ? "Hello," : `Hello ${name},`),
  letters: {
    verifyEmail: {
      subject: "Confirm your e-mail address",
      paragraphs: [
        "Somebody, most likely you, registered with this address. Confirm that it is yours and you can start.",
      ],
      action: "Confirm the address",
      closing: [
        "The link works once and for 24 hours.",
        "If it was not you, do nothing: without the link the account stays closed.",
      ],
    },
    alreadyRegistered: {
      subject: "You already have an account",
      paragraphs: [
        "Somebody, most likely you, has just tried to register with this address. There is no need to: you have an account already.",
        "You can sign in with your password, or set a new one if you no longer remember it.",
      ],
      action: "Sign in",
      closing: ["If it was not you, you need not do anything. Nothing has changed."],
    },
    resetPassword: {
      subject: "Set a new password",
      paragraphs: ["Somebody, most likely you, asked for a new password for your account."],
      action: "Set a new password",
      closing: [
        "The link works once and for one hour.",
        "If it was not you, do nothing: your password stays as it is.",
      ],
    },
    passwordChanged: {
      subject: "Your password was changed",
      paragraphs: [
        "The password of your account has just been changed, and you were signed out on your other devices.",
      ],
      action: "This was not me: set a new password",
      closing: ["If it was you, everything is as it should be."],
    },
  },
  weaknesses: {
    is_email: "A password must not be your e-mail address.",
    is_name: "A password must not be your name.",
    is_repetitive: "Use more than three different characters.",
    is_common: "This password is among the first that anyone would guess.",
  },
};

const pl: Texts = {
  greeting: (name) => (name === undefined ? "Dzień dobry!" : `Dzień dobry, ${name}!`),
  letters: {
    verifyEmail: {
      subject: "Potwierdź swój adres e-mail",
      paragraphs: [
        "Ktoś – najpewniej Ty – założył konto na ten adres. Potwierdź, że należy do Ciebie, i możesz zaczynać.",
      ],
      action: "Potwierdź adres",
      closing: [
        "Link działa raz, przez 24 godziny.",
        "Jeśli to nie Ty, nic nie rób: bez tego linku konto pozostanie nieczynne.",
      ],
    },
    alreadyRegistered: {
      subject: "Masz już u nas konto",
      paragraphs: [
        "Ktoś – najpewniej Ty – próbował przed chwilą założyć konto na ten adres. Nie trzeba: konto już istnieje.",
        "Zaloguj się swoim hasłem, a jeśli go nie pamiętasz, ustaw nowe.",
      ],
      action: "Zaloguj się",
      closing: ["Jeśli to nie Ty, nie musisz nic robić. Nic się nie zmieniło."],
    },
    resetPassword: {
      subject: "Ustaw nowe hasło",
      paragraphs: ["Ktoś – najpewniej Ty – poprosił o nowe hasło do Twojego konta."],
      action: "Ustaw nowe hasło",
      closing: ["Link działa raz, przez godzinę.", "Jeśli to nie Ty, nic nie rób: hasło pozostanie bez zmian."],
    },
    passwordChanged: {
      subject: "Twoje hasło zostało zmienione",
      paragraphs: [
        "Hasło do Twojego konta zostało właśnie zmienione, a na pozostałych urządzeniach nastąpiło wylogowanie.",
      ],
      action: "To nie ja: ustaw nowe hasło",
      closing: ["Jeśli to Twoja zmiana, wszystko jest w porządku."],
    },
  },
  weaknesses: {
    is_email: "Hasłem nie może być Twój adres e-mail.",
    is_name: "Hasłem nie może być Twoje imię i nazwisko.",
    is_repetitive: "Użyj więcej niż trzech różnych znaków.",
    is_common: "To jedno z haseł, które każdy odgadłby najpierw.",
  },
};

const texts: Record<Language, Texts> = { en, pl };

/** These may go to somebody whose address a stranger typed in: no word of the stranger's, such as a name, goes along. */
const isToStranger = (kind: LetterKind) => kind === "verifyEmail" || kind === "resetPassword";

export function weaknessText(weakness: PasswordWeakness, language: Language): string {
  return texts[language].weaknesses[weakness];
}

/** The subject and both bodies of a letter to a person, in their language. */
export function letterTo(
  { name, language }: { name: string; language: Language },
  { kind, url }: { kind: LetterKind; url: string },
): { subject: string; text: string; html: string } {
  const { greeting, letters } = texts[language];
  const { subject, paragraphs, action, closing } = letters[kind];
  const bodies = composeLetter({
    language,
    paragraphs: [greeting(isToStranger(kind) ? undefined : name), ...paragraphs],
    action: { label: action, url },
    closing,
  });
  return { subject, ...bodies };
}
