import { aboutOf } from "./setting.ts";
import { type SettingName, settingNames, settingsSchema } from "./settings-schema.ts";

interface Entry {
  name: SettingName;
  group: string;
  expects: string;
  description: string;
  /** The value that applies when none is given; none when that takes words to say. */
  value: string | undefined;
  shownDefault: string | undefined;
}

/** The text of `.env.example`: every setting, switched off, with what it means and its default. */
export function renderEnvExample(): string {
  const groups = grouped().map(([group, entries]) => {
    const settings = entries.map(
      (entry) =>
        `# ${entry.description}\n# Expected: ${entry.expects}. Default: ${entry.shownDefault ?? entry.value}.\n# ${entry.name}=${entry.value ?? ""}\n`,
    );
    return `# ---- ${group} ----\n\n${settings.join("\n")}`;
  });
  return `# Copy to .env and remove the # before what you change. The environment goes before this file.\n\n${groups.join("\n")}`;
}

/** The text of `docs/reference/settings.md`. */
export function renderSettingsReference(): string {
  const sections = grouped().map(([group, entries]) => {
    const rows = entries.map(
      (entry) =>
        `| \`${entry.name}\` | ${entry.description} | ${entry.expects} | ${entry.shownDefault ?? `\`${entry.value}\``} |`,
    );
    return `## ${group}\n\n| name | meaning | expected | default |\n|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  const intro = `# Settings

Made from \`src/server/platform/config/settings-schema.ts\`; change that file and run
\`npx vitest run src/server/platform/config -u\`.

Settings are read from the environment, then from a \`.env\` file in the folder the product starts in. An empty value
counts as none. A start with an unknown, mistyped or malformed setting stops with one line for each.
`;
  return `${intro}\n${sections.join("\n")}`;
}

function grouped(): [string, Entry[]][] {
  const entries = settingNames.map(entryOf);
  const groups = [...new Set(entries.map((entry) => entry.group))];
  return groups.map((group) => [group, entries.filter((entry) => entry.group === group)]);
}

function entryOf(name: SettingName): Entry {
  const schema = settingsSchema.shape[name];
  const { group, expects, description, shownDefault } = aboutOf(schema);
  return { name, group, expects, description, shownDefault, value: defaultOf(name) };
}

/** The default as it would be written in the environment. */
function defaultOf(name: SettingName): string | undefined {
  const parsed: unknown = settingsSchema.shape[name].parse(undefined);
  if (parsed === undefined) return undefined;
  if (typeof parsed === "boolean") return parsed ? "1" : "0";
  return String(parsed);
}
