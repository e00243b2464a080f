import { generateKeyPairSync, sign } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const generalizedTime = (iso: string) => der(0x18, Buffer.from(`${iso.replace(/[-:T]/g, "").slice(0, 14)}Z`));
const commonName = "550403";
const ecdsaWithSha256 = "2a8648ce3d040302";

/** A certificate for localhost that ends then, signed by itself (RFC 5280, version 1), with its key. */
function certificateUntil(iso: string) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(0x31, sequence(objectId(commonName), der(0x0c, Buffer.from("localhost")))));
  const algorithm = sequence(objectId(ecdsaWithSha256));
  const validity = sequence(generalizedTime("2026-01-01T00:00:00"), generalizedTime(iso));
  const key = publicKey.export({ type: "spki", format: "der" });
  const content = sequence(der(0x02, Buffer.from([1])), algorithm, name, validity, name, key);
  const signature = der(0x03, Buffer.from([0]), sign("sha256", content, privateKey));
  const base64 = sequence(content, algorithm, signature).toString("base64");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }),
  };
}

/** A TLS server on this machine whose certificate ends then. */
export async function startTlsServer(iso: string) {
  let connections = 0;
  const server = createServer(certificateUntil(iso));
  // Whoever looks hangs up before the server is done.
  server.on("connection", () => {
    connections++;
  });
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
