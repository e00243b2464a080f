// Stands in for `k6/http`: waits for each answer, as k6 does, while another thread does the asking.
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { recorded } from "./recorded.mjs";

const timeoutMs = 30_000;
const signal = new Int32Array(new SharedArrayBuffer(4));
const { port1, port2 } = new MessageChannel();
const worker = new Worker(new URL("http-worker.mjs", import.meta.url), {
  workerData: { port: port2, signal },
  transferList: [port2],
});
worker.unref();
port1.unref();

let isExpected = ({ status }) => status >= 200 && status < 400;

class CookieJar {}

/** Statuses, or ranges `{ min, max }` of them. */
function expectedStatuses(...statuses) {
  return ({ status }) =>
    statuses.some((one) => (typeof one === "number" ? one === status : one.min <= status && status <= one.max));
}

function setResponseCallback(callback) {
  isExpected = callback;
}

function request(method, url, ...[body, params]) {
  const { headers = {}, tags = {}, jar, redirects, responseCallback = isExpected } = params;
  // What the stand-in does not do like k6, our script must not need.
  if (!(jar instanceof CookieJar) || redirects !== 0)
    throw new Error("the stand-in knows neither cookies nor redirects");
  Atomics.store(signal, 0, 0);
  port1.postMessage({ method, url, body, headers });
  Atomics.wait(signal, 0, 0, timeoutMs);
  const answer = receiveMessageOnPort(port1)?.message ?? { status: 0, body: "", cookies: {}, milliseconds: timeoutMs };
  const { status, milliseconds } = answer;
  recorded.requests.push({ method, url, status, milliseconds, tags, isFailed: !responseCallback(answer) });
  return { status, body: answer.body, cookies: answer.cookies, json: () => JSON.parse(answer.body) };
}

export default { CookieJar, expectedStatuses, setResponseCallback, request };
