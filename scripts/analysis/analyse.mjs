import { createClient } from "../load/client.mjs";
import { createHistogram } from "../load/histogram.mjs";
import { findEndpoints } from "./endpoints.mjs";

const mostWarmUps = 20;

/** Measures every public endpoint, one request after the other and then many at once. @throws {Error} when nobody answers */
export async function analyse({ address, requests, concurrency, seconds }, tell) {
  const client = createClient(address);
  try {
    const endpoints = await findEndpoints(client);
    // All of them first, so that the first to be measured does not also pay for the server's waking up.
    const warmUps = Math.min(mostWarmUps, requests);
    for (const { path } of endpoints) for (let sent = 0; sent < warmUps; sent += 1) await client.send({ path });
    const rows = [];
    for (const endpoint of endpoints) {
      tell(endpoint.name);
      rows.push(await measure(client, endpoint, { requests, concurrency, seconds }));
    }
    return rows;
  } finally {
    client.close();
  }
}

async function measure(client, { name, path }, { requests, concurrency, seconds }) {
  const plain = await client.send({ path, headers: { "accept-encoding": "identity" } });
  const compressed = await client.send({ path });
  const alone = newCount();
  for (let sent = 0; sent < requests; sent += 1) note(alone, await client.send({ path }));
  const together = newCount();
  const startedAt = performance.now();
  const end = startedAt + seconds * 1000;
  const worker = async () => {
    while (performance.now() < end) note(together, await client.send({ path }));
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const took = (performance.now() - startedAt) / 1000;
  return {
    ...{ name, path, status: compressed.status },
    bytes: plain.sentBytes,
    sentBytes: compressed.sentBytes,
    encoding: compressed.headers["content-encoding"] ?? "none",
    cache: cacheState(compressed.headers),
    alone: figuresOf(alone),
    together: { ...figuresOf(together), perSecond: together.times.count / took },
  };
}

const newCount = () => ({ times: createHistogram(), failures: 0 });

function note(count, { status, milliseconds }) {
  count.times.add(milliseconds);
  // What clients do wrong is no failure of the server; no answer is.
  if (status === 0 || status >= 500) count.failures += 1;
}

function figuresOf({ times, failures }) {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => round(times.percentile(share)));
  return { count: times.count, p50, p95, p99, max: round(times.max), failures };
}

const round = (value) => Math.round(value * 1000) / 1000;

/** What the answer says about where it came from: a cache's own word, else what it allows. */
function cacheState(headers) {
  const said = headers["cache-status"] ?? headers["x-cache"] ?? headers["cf-cache-status"];
  if (said) return String(said);
  if (headers.age !== undefined) return `age ${headers.age} s`;
  const allowed = String(headers["cache-control"] ?? "");
  if (allowed.includes("no-store")) return "not kept";
  return headers.etag ? "with ETag" : allowed || "says nothing";
}
