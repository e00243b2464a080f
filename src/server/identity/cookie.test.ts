import { expect, test } from "vitest";
import { cookieName, expiredCookie, sessionCookie, tokenInCookies } from "./cookie.ts";

const plain = "http://localhost:3001";
const secure = "https://example.org";

test("scripts never see the cookie, other sites never send it along", () => {
  expect(sessionCookie(plain, "t")).toBe("workshopsai_session=t; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax");
});

test("behind https the cookie is bound to it and to this host", () => {
  expect(sessionCookie(secure, "t")).toBe(
    "__Host-workshopsai_session=t; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure",
  );
  expect(expiredCookie(secure)).toContain("__Host-workshopsai_session=; Path=/; Max-Age=0;");
});

test("only the cookie of exactly this name counts", () => {
  expect(tokenInCookies("a=1; workshopsai_session=t; b=2", plain)).toBe("t");
  expect(tokenInCookies("xworkshopsai_session=t; workshopsai_session_=u", plain)).toBeUndefined();
  expect(tokenInCookies("workshopsai_session=t", secure)).toBeUndefined();
  expect(tokenInCookies(undefined, plain)).toBeUndefined();
  expect(cookieName(plain)).not.toBe(cookieName(secure));
});
