import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import Fastify from "fastify";
import { afterAll, expect, test } from "vitest";
import { listenOn, rawGet } from "../../testing/raw-http.ts";
import { loadAssets } from "./asset-manifest.ts";
import { registerAssets } from "./assets.ts";
import { securityHeaders } from "./security-headers.ts";

const script = `console.log("${"z".repeat(3_000)}")`;
const manifest = {
  "site.ts": { file: "assets/site-1a.js", name: "site", isEntry: true, imports: ["_x"], css: ["assets/site-1a.css"] },
  _x: { file: "assets/x-2b.js" },
};

const folder = mkdtempSync(join(tmpdir(), "workshopsai-assets-"));
for (const name of ["assets", ".vite"]) mkdirSync(join(folder, name));
writeFileSync(join(folder, ".vite", "manifest.json"), JSON.stringify(manifest));
writeFileSync(join(folder, "assets", "site-1a.js"), script);
writeFileSync(join(folder, "assets", "site-1a.js.br"), brotliCompressSync(script));
writeFileSync(join(folder, "assets", "site-1a.js.gz"), gzipSync(script));
writeFileSync(join(folder, "assets", "x-2b.js"), "1");

const server = Fastify();
server.addHook("onRequest", async (_request, reply) => {
  reply.headers(securityHeaders({ publicUrl: "http://localhost" }));
});
await registerAssets(server, folder);
const port = await listenOn(server);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([
  ["gzip, deflate, br", "br"],
  ["br;q=0, gzip", "gzip"],
  ["gzip;q=0.5", "gzip"],
  ["identity", undefined],
  ["*;q=0", undefined],
  ["br;q=nonsense", undefined],
])("a file is sent in the form that %s takes: %s", async (accepted, encoding) => {
  const { status, headers, body } = await rawGet(port, "/assets/site-1a.js", [`Accept-Encoding: ${accepted}`]);
  expect([status, headers["content-encoding"]]).toEqual([200, encoding]);
  const plain = encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
  expect(plain.toString()).toBe(script);
  expect(headers).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": expect.stringContaining("javascript"),
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
  });
});

test("a small file is only there as it is, and nothing outside of the folder is", async () => {
  const small = await rawGet(port, "/assets/x-2b.js", ["Accept-Encoding: br"]);
  expect([small.status, small.headers["content-encoding"], small.body.toString()]).toEqual([200, undefined, "1"]);
  for (const target of ["/assets/../.vite/manifest.json", "/assets/%2e%2e/.vite/manifest.json", "/assets/none.js"]) {
    expect((await rawGet(port, target)).status).toBeGreaterThanOrEqual(400);
  }
});

test("with a CDN before the files, pages link them there and allow no other origin than that besides the site's", () => {
  const cdn = "https://cdn.example.org/site/";
  const assets = loadAssets(folder, cdn);
  expect(assets.stylesheetsOf("site")).toEqual(["https://cdn.example.org/site/assets/site-1a.css"]);
  expect(assets.scriptOf("site")).toEqual({
    src: "https://cdn.example.org/site/assets/site-1a.js",
    preloads: ["https://cdn.example.org/site/assets/x-2b.js"],
  });
  expect(loadAssets(folder).scriptOf("site").src).toBe("/assets/site-1a.js");
  const policy = (assetBaseUrl?: string) =>
    securityHeaders({ publicUrl: "https://x.example", assetBaseUrl })["content-security-policy"] ?? "";
  for (const kind of ["script", "style", "font"]) {
    expect(policy(cdn)).toContain(`${kind}-src 'self' https://cdn.example.org;`);
    expect(policy()).toContain(`${kind}-src 'self';`);
  }
  expect(policy(cdn)).toContain("connect-src 'self';");
});
