import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expectAccess, tryFeature } from "./access-table.mjs";
import { featureFiles } from "./feature-files.mjs";
import { nextMigration } from "./migration.mjs";
import { requireKebab } from "./names.mjs";
import { Refusal } from "./refusal.mjs";
import { insertBefore, withImport } from "./text-edits.mjs";

const root = "src/server/app.ts";

/** A feature with one table and one list that only administrators may read, from contract to access table. */
export function newFeature(plan, name) {
  const names = requireKebab(name, "A feature");
  requireNew(names);
  for (const [path, text] of featureFiles(names)) plan.create(path, text);
  plan.create(nextMigration(names.kebab), migrationText(names));
  wireIn(plan, names);
  plan.edit(
    "tests/architecture/import-rules.ts",
    (text) => insertBefore(text, { start: "const mayUse", end: "  operations: []," }, `  "${names.kebab}": [],\n`),
    `add the row "${names.kebab}": [] to mayUse`,
  );
  expectAccess(plan, `list${names.pascal}`, "admins");
  tryFeature(plan, names);
  plan.remains(
    `decide who may: the access in src/shared/${names.kebab}/contract.ts, policy.ts, and the row in the test`,
  );
  plan.remains(`give the table its real columns in the migration, before it is applied anywhere that counts`);
  plan.remains(
    `list other features that it may use in tests/architecture/import-rules.ts and docs/architecture/README.md`,
  );
}

function requireNew({ kebab, camel, pascal, snake }) {
  for (const folder of [`src/server/${kebab}`, `src/shared/${kebab}`]) {
    if (existsSync(folder)) throw new Refusal(`${folder} exists already.`);
  }
  if (new RegExp(`\\b(${camel}|create${pascal})\\b`).test(readFileSync(root, "utf8"))) {
    throw new Refusal(`${camel} already means something in ${root}: choose another name.`);
  }
  const migrations = readdirSync("migrations").map((file) => readFileSync(`migrations/${file}`, "utf8"));
  if (migrations.some((text) => new RegExp(`create (table|view|materialized view) ${snake}\\b`).test(text))) {
    throw new Refusal(`The database already has a table ${snake}: choose another name.`);
  }
}

function wireIn(plan, { kebab, camel, pascal }) {
  const made = `  const ${camel} = create${pascal}(base);\n`;
  plan.edit(
    root,
    (text) => {
      const created = insertBefore(text, { start: "function createFeatures", end: "  return {" }, made);
      const returned = created && insertBefore(created, { start: `${made}  return {`, end: " };" }, `, ${camel}`);
      return returned && withImport(returned, [`create${pascal}`], `./${kebab}/index.ts`);
    },
    `make it in createFeatures: ${made.trim()} and return it`,
  );
}

const migrationText = ({ snake }) => `create table ${snake} (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  created_by uuid references people on delete set null,
  created_at timestamptz not null default now()
);
create index ${snake}_name on ${snake} (name, id);
`;
