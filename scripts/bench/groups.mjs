import { prepareInstallation } from "../../tests/performance/installation.js";
import { createClient } from "../load/client.mjs";
import { takeSteps } from "../load/driver.mjs";
import { analysisRows } from "./analysis.mjs";
import { cachedRows } from "./cached.mjs";
import { profileRows, roomRows } from "./crowds.mjs";
import { graphqlRows } from "./graphql.mjs";
import { growthRows } from "./growth.mjs";
import { metricsRows } from "./metrics.mjs";
import { loadProduct, startDatabase, startOwn } from "./own-server.mjs";
import { phoneRows } from "./phone.mjs";
import { publishRows } from "./publish.mjs";
import { notMeasured } from "./rows.mjs";
import { rushRows } from "./rush.mjs";
import { startRows } from "./starts.mjs";
import { uncachedRows } from "./uncached.mjs";

const people = 500;

const groups = {
  starts: { title: "Starting", measure: startRows },
  metrics: { title: "Counting what is answered", measure: metricsRows },
  growth: { title: "A hundred times as much", measure: growthRows },
  // These two run the product in their own way.
  publish: { title: "What one process publishes, others show", measure: publishRows, needs: "database" },
  analysis: { title: "Analysis beside requests", measure: analysisRows, needs: "database" },
  cached: { title: "From the cache", measure: cachedRows, needs: "app" },
  uncached: { title: "Where the cache is of no use", measure: uncachedRows, needs: "app" },
  rush: { title: "Five hundred people on twenty seats", measure: rushRows, needs: "app" },
  room: { title: "A room of sixty", measure: roomRows, needs: "app" },
  profile: { title: "The guide's load profile", measure: profileRows, needs: "app" },
  graphql: { title: "GraphQL", measure: graphqlRows, needs: "app" },
  phone: { title: "Catalogue pages on a slow phone", measure: phoneRows, needs: "app" },
};

/** Measures the groups named, one after the other; one that fails is a row that says so, and the others go on. */
export async function measureGroups(names, settings, tell) {
  const product = await loadProduct();
  const measured = [];
  let database;
  try {
    for (const name of names) {
      const { title, measure, needs } = groups[name];
      tell(`${title} ...`);
      database ??= needs ? await openDatabase(product, settings) : undefined;
      const context = { product, settings, ...database };
      const take = () => (needs === "app" ? withApp(context, measure) : measure(context));
      const rows = await take().catch((error) => [notMeasured(title, { text: "" }, `failed: ${error.message}`)]);
      measured.push({ name, title, rows });
      for (const { what, budget, measured: found } of rows) tell(`  ${what}: ${found}${budget && ` (${budget})`}`);
    }
  } finally {
    await database?.database.stop();
    await product.close();
  }
  return measured;
}

async function openDatabase(product, settings) {
  const database = await startDatabase(product, settings.amounts);
  const signedIn = await product.addSignedIn(database.url, people);
  return { database, signedIn, slugs: await product.publicSlugs(database.url) };
}

/** A server of its own for each group, so that none inherits what another has left in memory. */
async function withApp(context, measure) {
  const { database, signedIn } = context;
  const app = await startOwn(database);
  try {
    const client = createClient(app.url);
    const site = await takeSteps(prepareInstallation({ signedIn, random: Math.random }), { client, think: [0, 0] });
    client.close();
    return await measure({ ...context, app, site });
  } finally {
    await app.stop();
  }
}
