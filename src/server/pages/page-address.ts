import type { Language } from "../../shared/kernel/locale.ts";

/** The address in both languages, for pages whose path differs only in its first part. */
export function inOtherLanguage(url: string, language: Language): Record<Language, string> {
  const isOurs = url === `/${language}` || url.startsWith(`/${language}/`) || url.startsWith(`/${language}?`);
  const rest = isOurs ? url.slice(language.length + 1) : "";
  return { en: `/en${rest}`, pl: `/pl${rest}` };
}

const maxLength = 1000;
const base = "http://site.invalid";

/**
 * The address if it leads to this site and nowhere else. Browsers read `//host`, `/\host` and tabs or line breaks
 * between them as another site, so none of these pass.
 */
export function localAddress(address: string | undefined): string | undefined {
  if (!address?.startsWith("/") || address.length > maxLength) return undefined;
  if (/[\\\p{C}]/u.test(address)) return undefined;
  if (!URL.canParse(address, base)) return undefined;
  const url = new URL(address, base);
  if (url.origin !== base) return undefined;
  const local = url.pathname + url.search + url.hash;
  return local.startsWith("//") ? undefined : local;
}
