import { Agent as HttpAgent, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const timeoutMs = 30_000;

/** Sends requests to one address over connections that stay open, at most `sockets`, and says how long each took. */
export function createClient(baseUrl, { sockets = Number.POSITIVE_INFINITY } = {}) {
  const isSecure = baseUrl.startsWith("https:");
  const agent = new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: sockets });
  const begin = isSecure ? requestHttps : requestHttp;
  const origin = new URL(baseUrl).origin;
  return { send: (order) => send({ begin, agent, origin }, order), close: () => agent.destroy() };
}

/** The answer; `status` is 0 when there was none, and `text` says why. The time is from asking to the last byte. */
function send({ begin, agent, origin }, { method = "GET", path, body, cookie, headers = {} }) {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const outgoing = begin(origin + path, {
      agent,
      method,
      timeout: timeoutMs,
      headers: headersOf({ path, content, cookie, headers }),
    });
    const fail = (error) => resolve(noAnswer(error, performance.now() - startedAt));
    outgoing.once("response", (incoming) => {
      const chunks = [];
      incoming.on("data", (chunk) => chunks.push(chunk));
      incoming.once("error", fail);
      incoming.once("end", () => resolve(answerOf(incoming, Buffer.concat(chunks), performance.now() - startedAt)));
    });
    outgoing.once("error", fail);
    outgoing.once("timeout", () => outgoing.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
    outgoing.end(content);
  });
}

function headersOf({ path, content, cookie, headers }) {
  return {
    "accept-encoding": "br, gzip",
    "accept-language": "en",
    ...(path.startsWith("/api/") ? {} : { accept: "text/html,*/*" }),
    ...(cookie ? { cookie } : {}),
    ...(content ? { "content-type": "application/json", "content-length": content.length } : {}),
    ...headers,
  };
}

/** Decoded only when somebody reads it: that is not the server's time. */
function answerOf({ statusCode, headers }, bytes, milliseconds) {
  const encoding = headers["content-encoding"];
  const read = () =>
    encoding === "br" ? brotliDecompressSync(bytes) : encoding === "gzip" ? gunzipSync(bytes) : bytes;
  const answer = {
    status: statusCode,
    headers,
    milliseconds,
    sentBytes: bytes.length,
    get text() {
      return read().toString();
    },
    json: () => JSON.parse(answer.text),
    cookie: headers["set-cookie"]?.map((each) => each.split(";")[0]).join("; "),
  };
  return answer;
}

function noAnswer(error, milliseconds) {
  const { message } = error;
  const json = () => {
    throw new Error(`no answer: ${message}`);
  };
  return { status: 0, headers: {}, milliseconds, sentBytes: 0, text: message, json, cookie: undefined };
}
