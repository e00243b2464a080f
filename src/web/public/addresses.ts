import type { Language } from "../../shared/kernel/locale.ts";

/** The addresses of the public site, each made in this one place. */
export const homePath = (language: Language): string => `/${language}`;

export interface ProgrammeQuery {
  q?: string | undefined;
  tag?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
}

export const workshopsPath = (language: Language, query: ProgrammeQuery = {}): string =>
  withQuery(`/${language}/workshops`, { ...query });

export const workshopPath = (language: Language, slug: string): string => `/${language}/workshops/${slug}`;
export const enrolPath = (language: Language, slug: string): string => `${workshopPath(language, slug)}/enrol`;
export const questionnairePath = (language: Language, id: string): string => `/${language}/questionnaires/${id}`;
export const mePath = (language: Language): string => `/${language}/me`;
export const setupPath = (language: Language): string => `/${language}/setup`;

export type AccountPage =
  | "sign-in"
  | "sign-out"
  | "register"
  | "verify"
  | "forgotten-password"
  | "reset-password"
  | "check-mail";

export const accountPath = (language: Language, page: AccountPage, query: Record<string, string | undefined> = {}) =>
  withQuery(`/${language}/account/${page}`, query);

/** The sign-in page that leads back to where the reader was. */
export const signInPath = (language: Language, returnTo: string): string =>
  accountPath(language, "sign-in", { return: returnTo });

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const search = new URLSearchParams(given).toString();
  return search ? `${path}?${search}` : path;
}
