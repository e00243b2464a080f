import { isIP } from "node:net";
import { connect } from "node:tls";
import type { Clock } from "../../platform/time/clock.ts";

/** When the certificate ends, or why that could not be seen. */
export type CertificateState = { expiresAt: Date } | { problem: string };

const lookAgainMs = { seen: 6 * 60 * 60_000, failed: 5 * 60_000 };
const timeoutMs = 10_000;

/** Looks at the certificate that the site shows to the world, every six hours. */
export class CertificateWatch {
  readonly #publicUrl: URL;
  readonly #clock: Clock;
  #last: { state: CertificateState; at: number } | undefined;

  constructor(publicUrl: string, clock: Clock) {
    this.#publicUrl = new URL(publicUrl);
    this.#clock = clock;
  }

  /** The last look, if it is recent; undefined for a site without https. Never throws. */
  async look(): Promise<CertificateState | undefined> {
    if (this.#publicUrl.protocol !== "https:") return undefined;
    const now = this.#clock.now().getTime();
    if (this.#last && isRecent(this.#last, now)) return this.#last.state;
    const state = await readCertificate(this.#publicUrl).then(
      (expiresAt) => ({ expiresAt }),
      (error: Error) => ({ problem: error.message }),
    );
    this.#last = { state, at: now };
    return state;
  }
}

function isRecent({ state, at }: { state: CertificateState; at: number }, now: number): boolean {
  const age = now - at; // Negative when the clock was set back.
  return age >= 0 && age < ("expiresAt" in state ? lookAgainMs.seen : lookAgainMs.failed);
}

/** When the certificate ends that a server shows, also when it is not trusted or over. @throws {Error} of the network */
export function readCertificate({ hostname, port }: URL): Promise<Date> {
  const host = hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port: Number(port || 443),
      ...(isIP(host) === 0 ? { servername: host } : {}),
      // Nothing is sent: a certificate that has ended has to be readable too.
      rejectUnauthorized: false,
    });
    const giveUp = setTimeout(() => socket.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
    socket.once("secureConnect", () => {
      const expiresAt = new Date(socket.getPeerCertificate().valid_to);
      socket.destroy();
      if (Number.isNaN(expiresAt.getTime())) reject(new Error("the server showed no certificate"));
      else resolve(expiresAt);
    });
    socket.once("error", reject);
    socket.once("close", () => clearTimeout(giveUp));
  });
}
