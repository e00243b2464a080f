// The guide's load test, for k6: k6 run tests/performance/performance-benchmark.js
//
// It needs a running installation (BASE_URL, default http://localhost:3001) and an admin's sign-in: that of a demo
// installation is found in its data folder; else SIGN_INS names a JSON file of [{"role", "email", "password"}], or
// ADMIN_EMAIL and ADMIN_PASSWORD say it. PEOPLE: how many participants there are; of those who register, one address may bring
// 300 an hour. THINK: pauses in seconds, such as 0.2-0.7. JOURNEY: only these, in turns, with commas between them. k6 must be one that knows generators.
import http from "k6/http";
import { cleanUpInstallation, prepareInstallation } from "./installation.js";
import { journeys, pickJourney } from "./journeys.js";
import { takeSteps } from "./k6-driver.js";

const env = __ENV;
const baseUrl = (env.BASE_URL || "http://localhost:3001").replace(/\/$/, "");
const think = (env.THINK || "0.2-0.7").split("-").map(Number);
const people = Number(env.PEOPLE || 120);
const mostUsers = 200;
const only = env.JOURNEY ? env.JOURNEY.split(",") : undefined;
const signIns = readSignIns();

/** Every journey holds the same targets on its own, so that a slow one is not hidden among many quick ones. */
const perJourney = {};
for (const journey of Object.keys(journeys)) {
  perJourney[`http_req_duration{journey:${journey},kind:read}`] = ["p(95)<=25", "p(99)<=60"];
  perJourney[`checks{journey:${journey}}`] = ["rate==1"];
}

export const options = {
  stages: [
    { duration: "2m", target: 10 }, // Warm up
    { duration: "5m", target: 50 }, // Load test
    { duration: "10m", target: 100 }, // Stress test
    { duration: "5m", target: mostUsers }, // Peak load
    { duration: "5m", target: 0 }, // Cool down
  ],
  thresholds: {
    // The guide's.
    http_req_duration: ["p(95)<400"],
    http_req_failed: ["rate<0.1"],
    // Ours.
    "http_req_duration{kind:read}": ["p(95)<=25", "p(99)<=60"],
    checks: ["rate==1"],
    ...perJourney,
  },
  setupTimeout: "10m",
  teardownTimeout: "5m",
  summaryTrendStats: ["count", "med", "p(95)", "p(99)", "max"],
  discardResponseBodies: false,
};

// What each request expects is said with it; everywhere else 4xx and 5xx count as failures.
http.setResponseCallback(http.expectedStatuses({ min: 200, max: 399 }));

export function setup() {
  return takeSteps(prepareInstallation({ signIns, people, random: Math.random }), driven("prepare"));
}

const memory = {};

export default function runJourney(site) {
  const name = only ? only[__ITER % only.length] : pickJourney(Math.random);
  const isShared = site.people.length < mostUsers;
  const user = { cookie: site.people[__VU % site.people.length], memory };
  takeSteps(journeys[name]({ site: { ...site, isShared }, user, random: Math.random }), driven(name));
}

export function teardown(site) {
  takeSteps(cleanUpInstallation(site), driven("clean up"));
}

const driven = (journey) => ({ baseUrl, think, tags: { journey } });

function readSignIns() {
  if (env.ADMIN_EMAIL) return [{ role: "admin", email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD }];
  const path = env.SIGN_INS || "../../data/demo-sign-ins.json";
  try {
    return JSON.parse(open(path));
  } catch (error) {
    throw new Error(
      `No sign-ins in ${path} (${error}). Start a demo installation with npm start, or set ADMIN_EMAIL and ADMIN_PASSWORD.`,
    );
  }
}
