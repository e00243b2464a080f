import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.ts";

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Whether the receiver may be this machine or one of its network. */
  allowPrivate: boolean;
  /** For all of it, from the name to the end of the answer. */
  timeoutMs: number;
}

/** The address is not one of the public internet, and nothing was sent. */
export class PrivateAddressError extends Error {
  constructor(host: string, address: string) {
    super(`${host} leads to ${address}, which is not a public address; nothing was sent`);
  }
}

const mostAnswerBytes = 64 * 1024;

/**
 * Posts to an address that a person typed into the settings, and answers with the status. It connects to no private
 * address, whatever the name leads to at that moment, follows no redirect, and reads no more than 64 KiB of the answer.
 * @throws {PrivateAddressError} when the address is not public
 * @throws {Error} what the network says, or that it took too long
 */
export async function post(call: Post): Promise<number> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  try {
    const answer = await send(call, signal);
    const status = answer.statusCode ?? 0;
    await drop(answer);
    return status;
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Error(`${hostOf(call.url)} did not answer within ${call.timeoutMs / 1000} s`, { cause: error });
  }
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^\[|\]$/g, "");

function send({ url, headers, body, allowPrivate }: Post, signal: AbortSignal): Promise<IncomingMessage> {
  const host = hostOf(url);
  // A literal address is never looked up.
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddressError(host, host);
  const options: RequestOptions = {
    method: "POST",
    headers: { ...headers, "content-length": Buffer.byteLength(body) },
    signal,
    agent: false,
    ...(allowPrivate ? {} : { lookup: publicLookup }),
  };
  const begin = new URL(url).protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    begin(url, options, resolve).on("error", reject).end(body);
  });
}

/** Asked by the connection itself, so that what was checked is what is connected to. */
const publicLookup: LookupFunction = (host, { all, family, hints }, done) => {
  const asked = { all: true as const, family: Number(family) || 0, ...(hints === undefined ? {} : { hints }) };
  lookup(host, asked).then(
    (addresses: LookupAddress[]) => {
      const closed = addresses.find(({ address }) => !isPublicAddress(address));
      const [first] = addresses;
      if (closed || !first) done(new PrivateAddressError(host, closed?.address ?? "no address"), "");
      else if (all) done(null, addresses);
      else done(null, first.address, first.family);
    },
    (error: NodeJS.ErrnoException) => done(error, ""),
  );
};

/** Reads the answer to its end, so that the connection is over, or hangs up when it is too long. */
async function drop(answer: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostAnswerBytes) return void answer.destroy();
  }
}
