import { get } from "node:http";
import { ask, cpuSeconds, startBare } from "./processes.mjs";
import { median } from "./rows.mjs";

const connections = 32;
const perConnection = new Set(["connection", "keep-alive", "transfer-encoding", "date"]);

/** The answer of the product, byte for byte, as the bare server is to give it. */
export function answerOf(url, headers = {}) {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (incoming) => {
      const chunks = [];
      incoming.on("data", (chunk) => chunks.push(chunk));
      incoming.once("error", reject);
      incoming.once("end", () => {
        const body = Buffer.concat(chunks);
        const kept = Object.entries(incoming.headers).filter(([name]) => !perConnection.has(name));
        const length = body.length > 0 ? { "content-length": body.length } : {};
        const answer = { status: incoming.statusCode, headers: { ...Object.fromEntries(kept), ...length } };
        resolve({ bytes: body.length, answer: { ...answer, body: body.toString("base64") } });
      });
    }).once("error", reject);
  });
}

/** One round: requests a second, and processor time a request in microseconds. */
export async function round(server, { paths, seconds, headers, bodies }) {
  const before = cpuSeconds(server.pid);
  const result = await ask("load.mjs", { url: server.url, paths, seconds, connections, headers, bodies });
  const after = cpuSeconds(server.pid);
  if (result.failures > 0) throw new Error(`${result.failures} requests to ${paths[0]} failed`);
  return {
    perSecond: result.requests / result.seconds,
    cpuMicroseconds: after === undefined ? undefined : ((after - before) / result.requests) * 1e6,
    next: result.next,
  };
}

export const summary = (taken) => ({
  perSecond: median(taken.map(({ perSecond }) => perSecond)),
  cpuMicroseconds: median(taken.map(({ cpuMicroseconds }) => cpuMicroseconds)),
});

/** Requests that the cache answers, in turns with a bare server that sends the same bytes. */
export async function besideBare(app, { path, headers }, settings) {
  const { bytes, answer } = await answerOf(`${app.url}${path}`, headers);
  const bare = await startBare(answer);
  try {
    const taken = { product: [], bare: [] };
    for (const server of [app, bare]) await round(server, { paths: [path], seconds: settings.warmUpSeconds, headers });
    for (let index = 0; index < settings.rounds; index++) {
      taken.product.push(await round(app, { paths: [path], seconds: settings.seconds, headers }));
      taken.bare.push(await round(bare, { paths: [path], seconds: settings.seconds, headers }));
    }
    return { bytes, product: summary(taken.product), bare: summary(taken.bare) };
  } finally {
    await bare.stop();
  }
}
