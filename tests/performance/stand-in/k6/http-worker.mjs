import { workerData } from "node:worker_threads";

const { port, signal } = workerData;

port.on("message", async ({ method, url, body, headers }) => {
  const startedAt = performance.now();
  let answer;
  try {
    const response = await fetch(url, { method, headers, body, redirect: "manual" });
    answer = {
      status: response.status,
      body: await response.text(),
      cookies: cookiesOf(response.headers.getSetCookie()),
    };
  } catch (error) {
    answer = { status: 0, body: String(error), cookies: {} };
  }
  port.postMessage({ ...answer, milliseconds: performance.now() - startedAt });
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

/** By name, as k6 gives them. */
function cookiesOf(headers) {
  const pairs = headers.map((header) => header.split(";")[0]);
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), [{ value: pair.slice(pair.indexOf("=") + 1) }]]),
  );
}
