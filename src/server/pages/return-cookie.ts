import { localAddress } from "./page-address.ts";

/**
 * Where somebody who registers was going. The way leads through a mailed link that knows nothing of it, so the browser
 * keeps it meanwhile; on another device it is simply not there.
 */
const name = "workshopsai_return";
const maxAgeSeconds = 24 * 60 * 60;

export function returnCookie(publicUrl: string, address: string): string {
  return cookie(publicUrl, encodeURIComponent(address), maxAgeSeconds);
}

export function expiredReturnCookie(publicUrl: string): string {
  return cookie(publicUrl, "", 0);
}

export function readReturnCookie(cookies: string | undefined): string | undefined {
  const start = `${name}=`;
  const value = cookies
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(start))
    ?.slice(start.length);
  return value === undefined || !isEncoded(value) ? undefined : localAddress(decodeURIComponent(value));
}

/** Whether decoding succeeds: whoever sends the cookie decides what is in it. */
const isEncoded = (value: string) => /^(?:[\w.~!*'()-]|%[0-7][0-9a-f])*$/i.test(value);

function cookie(publicUrl: string, value: string, maxAge: number): string {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}
