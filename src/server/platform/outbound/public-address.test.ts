import { expect, test } from "vitest";
import { isPrivateUrl, isPublicAddress } from "./public-address.ts";

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "100.127.255.255",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254", // the metadata of most clouds
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:a00:1",
  "::ffff:169.254.169.254",
  "::127.0.0.1",
  "64:ff9b::10.0.0.1",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "3fff:1::1",
  "fc00::1",
  "fd00:ec2::254", // the same over IPv6
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "localhost",
  "",
])("%s is not public", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  "1.1.1.1",
  "9.255.255.255",
  "11.0.0.0",
  "100.63.255.255",
  "100.128.0.0",
  "126.255.255.255",
  "128.0.0.0",
  "169.253.255.255",
  "172.15.255.255",
  "172.32.0.0",
  "192.167.255.255",
  "223.255.255.255",
  "::ffff:1.1.1.1",
  "64:ff9b::101:101",
  "2001:4860:4860::8888",
  "2606:4700:4700::1111",
  "2a00:1450:4001:82a::200e",
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ["http://localhost:9000/hook", true],
  ["http://api.localhost./hook", true],
  ["http://2130706433/", true], // 127.0.0.1 as one number
  ["http://0x7f.1/", true],
  ["http://[::1]:9000/", true],
  ["http://[::ffff:10.0.0.1]/", true],
  ["https://1.1.1.1/", false],
  ["https://hooks.example.org/", false], // only looking it up can tell
])("%s says by itself that it is private: %s", (url, expected) => {
  expect(isPrivateUrl(url)).toBe(expected);
});
