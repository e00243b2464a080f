import { describe, expect, test } from "vitest";
import { preferredEncoding, rememberingEncoding } from "./ready-encoding.ts";

describe("Accept-Encoding", () => {
  test.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["GZIP", "gzip"],
    ["x-gzip", "gzip"],
    ["br;q=0.5, gzip;q=1.0", "gzip"],
    ["br ; q=0.001", "br"],
    ["br;q=0, gzip;q=0", "identity"],
    ["identity", "identity"],
    ["identity;q=0.9, gzip;q=0.3", "identity"],
    ["identity;q=0, gzip;q=0.3", "gzip"],
    ["identity;q=0.3, gzip;q=0.3", "gzip"],
    ["*", "br"],
    ["*;q=0", "identity"],
    ["identity;q=0", "identity"],
    ["br;q=0, *", "gzip"],
    ["gzip, *;q=0", "gzip"],
    ["gzip;q=0.5, *;q=0.8", "br"],
    [",, ,gzip,", "gzip"],
    ["deflate, compress", "identity"],
  ])("%s gets %s", (header, encoding) => {
    expect(preferredEncoding(header)).toBe(encoding);
  });

  test.each(["br gzip", "br;q=2", "br;q=0.1234", "br;q=", "br;level=3", "br;q=0.5;q=1", "br, gzip;q=x", "b\u0000r"])(
    "%j is malformed and gets what everybody can read",
    (header) => {
      expect(preferredEncoding(header)).toBe("identity");
    },
  );

  test("is remembered without growing, and never for somebody else's header", () => {
    const encodingOf = rememberingEncoding();
    for (let i = 0; i < 2_000; i++) encodingOf(`gzip, x-${i}`);
    expect([encodingOf("gzip"), encodingOf("br"), encodingOf("gzip"), encodingOf(undefined)]).toEqual([
      "gzip",
      "br",
      "gzip",
      "identity",
    ]);
  });
});
