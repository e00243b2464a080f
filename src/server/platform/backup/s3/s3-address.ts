/** Where in which service backups lie. */
export interface S3Address {
  bucket: string;
  /** Before each name: empty, or with a slash at its end. */
  prefix: string;
  region: string;
  /** Without a slash at its end. */
  endpoint: string;
}

const nameOfBucket = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const partOfPrefix = /^[A-Za-z0-9._-]+$/;

/**
 * Reads `s3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example.org`. Without an endpoint it is Amazon's of
 * the region; with one the region is `us-east-1` unless given. Undefined when it is not such an address.
 */
export function s3AddressOf(text: string): S3Address | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, host: bucket, username, password, pathname, searchParams, hash } = new URL(text);
  const given = searchParams.get("endpoint");
  const region = searchParams.get("region") ?? (given === null ? undefined : "us-east-1");
  const parts = pathname.split("/").filter((part) => part !== "");
  const isWhole = protocol === "s3:" && nameOfBucket.test(bucket) && username + password + hash === "";
  const isKnown = [...searchParams.keys()].every((name) => name === "region" || name === "endpoint");
  if (!isWhole || !isKnown || !parts.every((part) => partOfPrefix.test(part))) return undefined;
  if (region === undefined || !/^[a-z0-9-]+$/.test(region)) return undefined;
  const endpoint = given ?? `https://s3.${region}.amazonaws.com`;
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol)) return undefined;
  const prefix = parts.map((part) => `${part}/`).join("");
  return { bucket, prefix, region, endpoint: endpoint.replace(/\/+$/, "") };
}
