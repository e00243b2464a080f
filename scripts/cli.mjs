#!/usr/bin/env node
import { existsSync } from "node:fs";
import { requireNode } from "./node-version.mjs";

requireNode();
const cli = new URL("../dist/server/cli.cjs", import.meta.url);
if (!existsSync(cli)) {
  console.error("Nothing is built yet: npm run build");
  process.exit(1);
}
await import(cli.href);
