import type { IncomingHttpHeaders } from "node:http";
import { AppError } from "../../../shared/kernel/error.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a request that a page of another site made the browser send. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, older ones `Origin`); a client that says neither is no browser and carries nobody's cookies.
 * @throws {AppError} cross_site_request
 */
export function refuseCrossSite(method: string, headers: IncomingHttpHeaders, ownOrigin: string): void {
  if (safeMethods.has(method)) return;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) {
    if (site !== "same-origin" && site !== "none") throw new AppError("cross_site_request");
    return;
  }
  const origin = headers.origin;
  if (origin !== undefined && !isOwnOrigin(origin, headers.host, ownOrigin)) throw new AppError("cross_site_request");
}

function isOwnOrigin(origin: string, host: string | undefined, ownOrigin: string): boolean {
  if (origin === ownOrigin) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
