import { isIP } from "node:net";

/** Networks of IPv4 that are not of the public internet (IANA's special-purpose registry, RFC 6890 and later). */
const closedNetworks: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

/** Whether an IP address is one of the public internet: not of this machine, its network, or a cloud's own services. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, "");
  const family = isIP(bare);
  if (family === 4) return isPublicV4(numberOf(bare));
  return family === 6 && isPublicV6(groupsOf(bare));
}

/** Whether the address itself says so, before anybody looks the name up. */
export function isPrivateUrl(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, "");
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  return isIP(host) !== 0 && !isPublicAddress(host);
}

function isPublicV4(address: number): boolean {
  return !closedNetworks.some(([network, bits]) => address >>> (32 - bits) === numberOf(network) >>> (32 - bits));
}

function numberOf(address: string): number {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Addresses that carry an IPv4 one are as public as that: mapped (::ffff:a.b.c.d) and translated (64:ff9b::a.b.c.d). */
function isPublicV6(groups: number[]): boolean {
  const [first = 0, second = 0] = groups;
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const isTranslated = first === 0x64 && second === 0xff9b && groups.slice(2, 6).every((group) => group === 0);
  if (isMapped || isTranslated) return isPublicV4((groups[6] ?? 0) * 0x10000 + (groups[7] ?? 0));
  // Only 2000::/3 is given out; of that, not 2001::/23 (tunnels, tests), 2001:db8::/32, 2002::/16 (6to4) and 3fff::/20.
  if (first >>> 13 !== 1) return false;
  if (first === 0x2001) return second >= 0x200 && second !== 0xdb8;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): number[] {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  const v4 = dotted ? numberOf(dotted[2] ?? "") : 0;
  const text = dotted ? `${dotted[1]}${(v4 >>> 16).toString(16)}:${(v4 & 0xffff).toString(16)}` : address;
  const [head = "", tail] = text.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = Array.from({ length: 8 - left.length - right.length }, () => "0");
  return [...left, ...gap, ...right].map((group) => Number.parseInt(group, 16));
}
