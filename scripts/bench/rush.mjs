import { join } from "node:path";
import { publishWorkshop } from "../../tests/performance/installation.js";
import { createClient } from "../load/client.mjs";
import { takeSteps } from "../load/driver.mjs";
import { runRush } from "../load/rush.mjs";
import { secret } from "./own-server.mjs";
import { atLeast, exactly, median, notMeasured, ratio, rounds, row, whole } from "./rows.mjs";
import { transactionsPerSecond } from "./sql-floor.mjs";

const seats = 20;
const [clients, each] = [50, 10];
const crowd = clients * each;
/** Somebody of those with whom the database was filled: another one for each number. */
const person = "('01900001-0000-7000-8000-' || lpad(to_hex((:n % 900)::int), 12, '0'))::uuid";

/** 500 people on 20 seats at once over HTTP, in turns with the transaction alone by pgbench, each on a new workshop. */
export async function rushRows(context) {
  const taken = await rounds(context.settings.rounds, async () => ({
    http: await overHttp(context),
    sql: await bySql(context),
  }));
  const http = median(taken.map((one) => one.http.perSecond));
  const sql = median(taken.map((one) => one.sql));
  const confirmed = taken.map((one) => Number(one.http.targets[0].measured));
  const errors = taken.reduce((sum, one) => sum + Number(one.http.targets[2].measured), 0);
  const what = "500 people on 20 seats at once";
  const wrong = confirmed.find((count) => count !== seats) ?? seats;
  const budget = atLeast(0.5, "≥ 0.5 × the same transaction by pgbench");
  return [
    row(`${what}: confirmed`, exactly(seats), { value: wrong, text: confirmed.join(", ") }),
    row(`${what}: errors`, exactly(0), { value: errors, text: String(errors) }),
    sql === undefined
      ? notMeasured(`${what}: enrolments/s`, budget, "no pgbench here")
      : row(`${what}: enrolments/s`, budget, {
          value: http / sql,
          text: `${ratio(http / sql)} (${whole(http)} of ${whole(sql)})`,
        }),
  ];
}

async function overHttp({ app, signedIn, site }) {
  const client = createClient(app.url);
  try {
    const { id } = await newWorkshop(client, signedIn, seats);
    return await runRush({
      site: { ...site, workshopId: id, people: signedIn.cookies.slice(0, crowd) },
      client,
      seats,
    });
  } finally {
    client.close();
  }
}

async function bySql({ app, product, database, signedIn }) {
  const client = createClient(app.url);
  const { id: workshopId } = await newWorkshop(client, signedIn, seats);
  client.close();
  const dataDir = join(database.folder, "recording");
  const personId = "01900001-0000-7000-8000-0000000003e7";
  const where = { databaseUrl: database.url, dataDir, secret };
  const statements = await product.enrolmentStatements(where, { workshopId, personId, person });
  return transactionsPerSecond({ database, name: "enrolment", statements }, { clients, each });
}

const newWorkshop = (client, { staff }, places) =>
  takeSteps(publishWorkshop(staff, { random: Math.random, seats: places }), { client, think: [0, 0] });
