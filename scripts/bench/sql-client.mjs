// The floor of what a database can answer: the product's own statements, prepared, on one pipelined connection.
import { readFileSync } from "node:fs";
import pg from "pg";

process.once("message", async ({ url, file, seconds, inFlight }) => {
  const groups = JSON.parse(readFileSync(file, "utf8"));
  const names = new Map();
  const client = new pg.Client({ connectionString: url, pipeline: true });
  await client.connect();
  const run = ({ text, values }) => {
    if (!names.has(text)) names.set(text, `s${names.size}`);
    return client.query({ name: names.get(text), text, values });
  };
  // Prepared before the clock starts.
  await Promise.all(groups[0].map(run));
  let requests = 0;
  const startedAt = performance.now();
  const end = startedAt + seconds * 1000;
  const worker = async () => {
    while (performance.now() < end) await Promise.all(groups[requests++ % groups.length].map(run));
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const took = (performance.now() - startedAt) / 1000;
  await client.end();
  process.send({ requests, failures: 0, seconds: took }, () => process.exit(0));
});
