import { settingsContract as contract } from "../../../shared/operations/settings-contract.ts";
import type { Settings } from "../../platform/config/settings.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { showSettings } from "./show-settings.ts";

export function settingRoutes({ settings }: { settings: Settings }): Route[] {
  return [route(contract.listSettings, async () => ({ items: showSettings(settings) }))];
}
