import { isIPv6 } from "node:net";

const mappedIpv4 = /^(?:0{0,4}:){2,5}ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * What counts as one caller by address: an IPv4 address, or the /64 of an IPv6 address, since a single line usually has
 * all 2⁶⁴ addresses of it.
 */
export function networkOf(address: string): string {
  const plain = address.split("%")[0] ?? address;
  const mapped = mappedIpv4.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return address;
  // A dotted tail stands for two groups, all of which lie outside of the first four.
  const [head = "", tail = ""] = plain.replace(/\d+\.\d+\.\d+\.\d+$/, "0:0").split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const groups = plain.includes("::")
    ? [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after]
    : before;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
