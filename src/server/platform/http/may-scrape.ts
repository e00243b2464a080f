import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

export type ScrapeAnswer = { isAllowed: true } | { isAllowed: false; status: 401 | 404; message: string };

/** What a proxy adds. With any of them the request came from somewhere else than its connection does. */
const relayHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];
const loopback = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;
const bearer = /^Bearer +(\S+)$/i;

/**
 * Who may read the metrics: whoever has the token, and programs of this machine that ask directly. The connection's own
 * address counts, whatever TRUST_PROXY says: a header never makes anybody local, it only makes them a stranger.
 */
export function mayScrape({ socket, headers }: IncomingMessage, token: string | undefined): ScrapeAnswer {
  const given = bearer.exec(headers.authorization ?? "")?.[1];
  if (token !== undefined && given !== undefined && isSame(given, token)) return { isAllowed: true };
  const isLocal = loopback.test(socket.remoteAddress ?? "") && !relayHeaders.some((name) => name in headers);
  if (isLocal) return { isAllowed: true };
  if (token === undefined) {
    const message = "Metrics are open to this machine only. To read them from elsewhere set METRICS_TOKEN.";
    return { isAllowed: false, status: 404, message };
  }
  const message = given === undefined ? "no token was sent" : "the token is not that of METRICS_TOKEN";
  return { isAllowed: false, status: 401, message: `Send METRICS_TOKEN as "Authorization: Bearer …": ${message}.` };
}

/** Digests are as long as each other, and how much of them is alike tells nothing. */
function isSame(given: string, token: string): boolean {
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string) => createHash("sha256").update(text).digest();
