import type { DemoSignIn } from "./demo/index.ts";
import type { Identity } from "./identity/index.ts";
import type { Settings } from "./platform/config/settings.ts";

export interface Announcement {
  settings: Settings;
  identity: Pick<Identity, "setupCode">;
  demoSignIns: DemoSignIn[];
  startMilliseconds: number;
}

/** Tells the person at the terminal where things are, and the passwords that exist only now. */
export async function announce({ settings, identity, demoSignIns, startMilliseconds }: Announcement): Promise<void> {
  const { PUBLIC_URL: url } = settings;
  const lines = [`WorkshopsAI CMS is ready (${(startMilliseconds / 1000).toFixed(1)} s)`, ""];
  if (settings.ROLES.includes("web")) {
    lines.push(`  Site     ${url}`, `  Studio   ${url}/studio`, `  API      ${url}/api/docs`);
  } else lines.push(`  ${settings.ROLES.join(", ")}: no pages here`);
  const setupCode = await identity.setupCode();
  if (setupCode) {
    lines.push("", "There is no administrator yet. Make the first one with this setup code:", "");
    lines.push(`  ${url}/en/setup`, `  ${setupCode}`);
  }
  if (demoSignIns.length > 0) {
    const width = Math.max(...demoSignIns.map(({ email }) => email.length));
    lines.push("", "Demo sign-ins:", "");
    for (const { role, email, password } of demoSignIns) {
      lines.push(`  ${role.padEnd(12)} ${email.padEnd(width)}  ${password}`);
    }
  }
  lines.push("", "Stop with Ctrl-C.", "");
  process.stdout.write(`\n${lines.join("\n")}\n`);
}
