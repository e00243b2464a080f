// Takes a journey's steps in k6, one after the other.
import { check, sleep } from "k6";
import http from "k6/http";

/** Runs the steps and gives what they come to. `tags` are on every request; `think` is the range of pauses in seconds. */
export function takeSteps(steps, { baseUrl, tags, think: [shortest, longest] }) {
  let next = steps.next();
  while (!next.done) {
    const step = next.value;
    let outcome;
    if (step.step === "request") outcome = send(step, baseUrl, tags);
    else if (step.step === "check") check(step, { [step.name]: ({ holds }) => holds }, tags);
    else sleep(step.seconds === undefined ? shortest + Math.random() * (longest - shortest) : step.seconds);
    next = steps.next(outcome);
  }
  return next.value;
}

function send({ name, method, path, body, cookie, expects }, baseUrl, tags) {
  const headers = { "Accept-Encoding": "gzip, br", "Accept-Language": "en" };
  if (path.indexOf("/api/") !== 0) headers.Accept = "text/html,*/*";
  if (cookie) headers.Cookie = cookie;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const response = http.request(method, baseUrl + path, body === undefined ? null : JSON.stringify(body), {
    headers,
    // Of its own, so that nobody answers with the cookies of another person.
    jar: new http.CookieJar(),
    redirects: 0,
    tags: { ...tags, name, kind: method === "GET" ? "read" : "write" },
    responseCallback: http.expectedStatuses(...expects),
  });
  return {
    status: response.status,
    text: response.body || "",
    json: () => response.json(),
    cookie: cookieOf(response),
  };
}

function cookieOf({ cookies }) {
  const names = Object.keys(cookies || {});
  return names.length === 0 ? undefined : names.map((name) => `${name}=${cookies[name][0].value}`).join("; ");
}
