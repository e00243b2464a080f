import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createPacker } from "./ready-packing.ts";
import { makeReady } from "./ready-page.ts";

const pageOf = (body: string) => makeReady({ body, contentType: "text/plain", tags: [] });

test("a page is packed in a form when that is first asked for, once however many ask, and never when it is small", async () => {
  const packed = createPacker();
  const page = pageOf("a long page ".repeat(200));
  expect(await packed(page, "identity")).toEqual({});
  const ask = async () => ({ ...(await packed(page, "br")) });
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(Object.keys(one)).toEqual(["br"]);
  const both = await packed(page, "gzip");
  expect([other.br === one.br, both.br === one.br]).toEqual([true, true]);
  expect(brotliDecompressSync(both.br ?? "").equals(page.identity)).toBe(true);
  expect(gunzipSync(both.gzip ?? "").equals(page.identity)).toBe(true);
  expect(await packed(pageOf("small"), "br")).toEqual({});
});
