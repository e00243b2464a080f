import type { RunningSetting } from "../../../shared/operations/settings-contract.ts";
import { aboutOf } from "../../platform/config/setting.ts";
import type { Settings } from "../../platform/config/settings.ts";
import { settingsInPolish } from "../../platform/config/settings-in-polish.ts";
import { type SettingName, settingNames, settingsSchema } from "../../platform/config/settings-schema.ts";

/** Names of what opens something by itself. */
const secretName = /SECRET|TOKEN|PASSWORD|CREDENTIAL|KEY|HEADERS/;
/** Chat services put what opens their webhooks into the path. */
const secretPathName = /WEBHOOK/;
/** Scheme, who, host and path, the rest. Whoever writes an @ into a password loses the host, not the password. */
const address = /^([a-z][a-z0-9+.-]*:\/\/)(.*@)?([^?#]*)(.*)$/is;
const hidden = "[hidden]";

/** Every setting as it runs, without what opens something. */
export function showSettings(settings: Settings): RunningSetting[] {
  return settingNames.map((name) => {
    const { group, description } = aboutOf(settingsSchema.shape[name]);
    const isSecret = secretName.test(name);
    const value = textOf(settings[name], (text) => (isSecret ? hidden : shown(name, text)));
    const isDefault = !settings.given.includes(name);
    return { name, group, description: { en: description, pl: settingsInPolish[name] }, value, isSecret, isDefault };
  });
}

/** As one would write it into the environment; null for none. */
function textOf(value: Settings[SettingName], show: (text: string) => string): string | null {
  if (value === undefined) return null;
  if (typeof value === "boolean") return value ? "1" : "0";
  return (Array.isArray(value) ? value.map(show).join(",") : show(String(value))) || null;
}

function shown(name: SettingName, text: string): string {
  const [, scheme, who, place = "", rest] = address.exec(text) ?? [];
  if (scheme === undefined) return text;
  const path = secretPathName.test(name) ? place.replace(/\/.+$/s, `/${hidden}`) : place;
  return `${scheme}${who ? `${hidden}@` : ""}${path}${rest ? `?${hidden}` : ""}`;
}
