import { ask, cpuSeconds, startBare } from "./processes.mjs";

const connections = 32;
const warmUpSeconds = 1;

export const median = (values) => {
  const sorted = values.filter((value) => value !== undefined).sort((one, other) => one - other);
  return sorted.length === 0 ? undefined : sorted[Math.floor(sorted.length / 2)];
};

/** The answer of the product, as the bare server is to give it. */
async function answerOf(url) {
  const response = await fetch(url);
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  const body = Buffer.from(await response.arrayBuffer());
  const perConnection = new Set(["connection", "keep-alive", "transfer-encoding", "date", "content-encoding"]);
  const headers = Object.fromEntries([...response.headers].filter(([name]) => !perConnection.has(name)));
  return {
    bytes: body.length,
    answer: { headers: { ...headers, "content-length": body.length }, body: body.toString("base64") },
  };
}

/** One round: requests a second, and processor time a request in microseconds. */
async function round(server, { paths, seconds }) {
  const before = cpuSeconds(server.pid);
  const result = await ask("load.mjs", { url: server.url, paths, seconds, connections });
  const after = cpuSeconds(server.pid);
  if (result.failures > 0) throw new Error(`${result.failures} requests to ${paths[0]} failed`);
  return {
    perSecond: result.requests / result.seconds,
    cpuMicroseconds: after === undefined ? undefined : ((after - before) / result.requests) * 1e6,
    p99: result.p99,
    next: result.next,
  };
}

const summary = (rounds) => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  cpuMicroseconds: median(rounds.map(({ cpuMicroseconds }) => cpuMicroseconds)),
  rounds,
});

/** Requests that the cache answers, in turns with a bare server that sends the same bytes. */
export async function measureCached(app, { name, path }, { rounds, seconds }) {
  const { bytes, answer } = await answerOf(`${app.url}${path}`);
  const bare = await startBare(answer);
  try {
    const taken = { product: [], bare: [] };
    for (const server of [app, bare]) await round(server, { paths: [path], seconds: warmUpSeconds });
    for (let index = 0; index < rounds; index++) {
      taken.product.push(await round(app, { paths: [path], seconds }));
      taken.bare.push(await round(bare, { paths: [path], seconds }));
    }
    return { name, bytes, product: summary(taken.product), bare: summary(taken.bare) };
  } finally {
    await bare.stop();
  }
}

/** Requests that the cache cannot answer, in turns with the same statements sent by one pipelined client. */
export async function measureUncached(app, { name, paths, file, databaseUrl }, { rounds, seconds }) {
  const taken = { product: [], sql: [] };
  let start = 0;
  for (let index = 0; index < rounds; index++) {
    const result = await round(app, { paths: [...paths.slice(start), ...paths.slice(0, start)], seconds });
    start = (start + result.next) % paths.length;
    taken.product.push(result);
    const { requests, seconds: took } = await ask("sql-client.mjs", {
      url: databaseUrl,
      file,
      seconds,
      inFlight: connections,
    });
    taken.sql.push({ perSecond: requests / took });
  }
  return { name, product: summary(taken.product), sql: summary(taken.sql) };
}
