import { existsSync, readFileSync } from "node:fs";
import { cleanUpInstallation, prepareInstallation } from "../../tests/performance/installation.js";
import { loadProduct, startDatabase, startOwn } from "../bench/own-server.mjs";
import { createClient } from "./client.mjs";
import { runCrowd } from "./crowd.mjs";
import { takeSteps } from "./driver.mjs";
import { runRoom } from "./room.mjs";
import { runRush } from "./rush.mjs";
import { mostUsersOf, stagesFor } from "./stages.mjs";
import { profileTargets } from "./targets.mjs";

const seats = 20;
const rushing = 500;
const sitting = 60;
/** Somewhat more than the guide's year-one size. */
const amounts = { workshops: 500, enrolments: 2_000, responses: 2_000 };

/** Runs what was asked for, on the address or on a server of its own; gives record, targets and what else was measured. */
export async function runLoad(options, tick) {
  return options.address ? onAddress(options, tick) : onOwnServer(options, tick);
}

async function onAddress(options, tick) {
  const { address, signIns } = options;
  if (!existsSync(signIns)) throw new Error(`There is no ${signIns}: --sign-ins says where an admin's sign-in is`);
  const client = createClient(address);
  const direct = { client, think: [0, 0] };
  const given = { signIns: JSON.parse(readFileSync(signIns, "utf8")), people: peopleFor(options), random: Math.random };
  try {
    const site = await takeSteps(prepareInstallation({ ...given, seats: seatsFor(options) }), direct);
    try {
      return await runOn(site, { ...options, client }, tick);
    } finally {
      await takeSteps(cleanUpInstallation(site), direct);
    }
  } finally {
    client.close();
  }
}

async function onOwnServer(options, tick) {
  const product = await loadProduct();
  const database = await startDatabase(product, amounts);
  try {
    const signedIn = await product.addSignedIn(database.url, peopleFor(options));
    const app = await startOwn(database, options);
    const client = createClient(app.url);
    try {
      const prepared = prepareInstallation({ signedIn, random: Math.random, seats: seatsFor(options) });
      const site = await takeSteps(prepared, { client, think: [0, 0] });
      return await runOn(site, { ...options, client, app }, tick);
    } finally {
      client.close();
      await app.stop();
    }
  } finally {
    await database.stop();
    await product.close();
  }
}

function peopleFor({ scenario, ...options }) {
  if (scenario === "rush") return rushing;
  if (scenario === "room") return sitting;
  // From one address so many may register in an hour; on a server of its own nobody has to.
  return options.address ? Math.min(250, mostUsersOf(stagesFor(options))) : mostUsersOf(stagesFor(options));
}

const seatsFor = ({ scenario }) => (scenario === "rush" ? seats : undefined);

async function runOn(site, { scenario, client, app, think, ...options }, tick) {
  if (scenario === "rush") return runRush({ site, client, seats });
  if (scenario === "room") return runRoom({ site, client, people: sitting, seconds: options.seconds });
  const result = await runCrowd({ site, client, stages: stagesFor(options), think, tick });
  // The budget is one process's.
  const megabytes = app && options.processes === 1 ? app.megabytes() : undefined;
  return { ...result, targets: profileTargets(result.record.summary(), { megabytes }) };
}
