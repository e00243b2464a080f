// `npm run new -- <what> ...`: begins something new in the house's style, wired in and with a test that passes.
import { chdir } from "node:process";
import { fileURLToPath } from "node:url";
import { newEndpoint } from "./new/endpoint.mjs";
import { newFeature } from "./new/feature.mjs";
import { newMigration } from "./new/migration.mjs";
import { startPlan } from "./new/plan.mjs";
import { newQuestionKind } from "./new/question-kind.mjs";
import { Refusal } from "./new/refusal.mjs";

const usage = `Usage: npm run new -- <what>

  feature <name>                                     npm run new -- feature gift-cards
  endpoint <feature> <operationId> <METHOD> <path>   npm run new -- endpoint catalogue getBudget GET /api/v1/studio/workshops/{workshopId}/budget
  migration <domain>                                 npm run new -- migration enrolment
  question-kind <kind>                               npm run new -- question-kind postal_code`;

const kinds = {
  feature: { make: newFeature, takes: 1 },
  endpoint: { make: newEndpoint, takes: 4 },
  migration: { make: newMigration, takes: 1 },
  "question-kind": { make: newQuestionKind, takes: 1 },
};

chdir(fileURLToPath(new URL("..", import.meta.url)));
const [what = "", ...words] = process.argv.slice(2);
const kind = Object.hasOwn(kinds, what) ? kinds[what] : undefined;
try {
  if (!kind || words.length !== kind.takes) throw new Refusal(usage);
  const plan = startPlan();
  kind.make(plan, ...words);
  plan.carryOut();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
