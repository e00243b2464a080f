import { describe, expect, test } from "vitest";
import { inOtherLanguage, localAddress } from "./page-address.ts";
import { readReturnCookie, returnCookie } from "./return-cookie.ts";

describe("an address to return to", () => {
  test.each(["/en/me", "/pl/workshops/a?q=%C5%82#top", "/studio/workshops/1"])("%s is ours", (address) => {
    expect(localAddress(address)).toBe(address);
  });

  test.each([
    undefined,
    "",
    "en/me",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    `/${"a".repeat(1001)}`,
  ])("%s leads elsewhere and is dropped", (address) => {
    expect(localAddress(address)).toBeUndefined();
  });

  test("survives the cookie, and nothing else does", () => {
    const address = localAddress("/pl/workshops/łąka?q=ż%20x") ?? "";
    const cookie = returnCookie("https://x.example", address);
    expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    expect(readReturnCookie(`a=b; ${cookie.split(";")[0]}`)).toBe(address);
    expect(address).toBe("/pl/workshops/%C5%82%C4%85ka?q=%C5%BC%20x");
    expect(readReturnCookie("workshopsai_return=%2F%2Fevil.example")).toBeUndefined();
    expect(readReturnCookie("workshopsai_return=%E0%A4%A")).toBeUndefined();
    expect(readReturnCookie("workshopsai_return=%ff%ff")).toBeUndefined();
    expect(readReturnCookie(undefined)).toBeUndefined();
  });
});

test("the other language keeps the path and the query", () => {
  expect(inOtherLanguage("/en/workshops?q=a", "en")).toEqual({ en: "/en/workshops?q=a", pl: "/pl/workshops?q=a" });
  expect(inOtherLanguage("/en", "en").pl).toBe("/pl");
  expect(inOtherLanguage("/english", "en").pl).toBe("/pl");
});
