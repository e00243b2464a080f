/** Browsers keep a cookie for 400 days at most; when a login session really ends is decided here, on the server. */
const maxAgeSeconds = 400 * 24 * 60 * 60;

const isHttps = (publicUrl: string) => publicUrl.startsWith("https:");

/** The prefix makes browsers refuse the cookie from any other host or path, and without https. */
export function cookieName(publicUrl: string): string {
  return isHttps(publicUrl) ? "__Host-workshopsai_session" : "workshopsai_session";
}

/** The `Set-Cookie` header that carries the token. */
export function sessionCookie(publicUrl: string, token: string): string {
  return setCookie(publicUrl, token, maxAgeSeconds);
}

/** The `Set-Cookie` header that makes the browser forget the token. */
export function expiredCookie(publicUrl: string): string {
  return setCookie(publicUrl, "", 0);
}

function setCookie(publicUrl: string, value: string, maxAge: number): string {
  const secure = isHttps(publicUrl) ? "; Secure" : "";
  return `${cookieName(publicUrl)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
}

/** The token in a `Cookie` header. */
export function tokenInCookies(header: string | undefined, publicUrl: string): string | undefined {
  const start = `${cookieName(publicUrl)}=`;
  return header
    ?.split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(start))
    ?.slice(start.length);
}
