import { createHash, createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const s3Keys = { accessKeyId: "AKIATEST", secretAccessKey: "a secret/that+only this test knows" };
export const s3Region = "eu-central-1";

/** What an S3 service does that backups use, with the signature of each request checked by the book. */
export interface S3Server {
  url: string;
  objects: Map<string, Buffer>;
  /** Uploads that were neither completed nor aborted, by their id. */
  uploads: Map<string, Map<number, Buffer>>;
  /** What came, as `PUT /bucket/key?…`. */
  asked: string[];
  /** Answers such requests with 500 while it is there. */
  failing: RegExp | undefined;
  close(): Promise<void>;
}

interface Asked {
  method: string;
  key: string;
  query: URLSearchParams;
  body: Buffer;
}

interface Answer {
  status: number;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

/** How many objects a page of a list holds; few, so that there is a second page. */
const pageLength = 2;

export async function startS3Server(bucket: string): Promise<S3Server> {
  const state = { objects: new Map<string, Buffer>(), uploads: new Map<string, Map<number, Buffer>>() };
  const site = { ...state, asked: [] as string[], failing: undefined as RegExp | undefined };
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const line = `${request.method} ${request.url}`;
    site.asked.push(line);
    send(response, request, answerTo(request, Buffer.concat(pieces)));
  });
  function answerTo(request: IncomingMessage, body: Buffer): Answer {
    const { pathname, searchParams: query } = new URL(request.url ?? "", "http://x");
    if (site.failing?.test(`${request.method} ${request.url}`)) return refused(500, "InternalError");
    if (!isSigned(request, body)) return refused(403, "SignatureDoesNotMatch");
    const [, name, ...rest] = pathname.split("/").map(decodeURIComponent);
    if (name !== bucket) return refused(404, "NoSuchBucket");
    return answered(state, { method: request.method ?? "", key: rest.join("/"), query, body });
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(site, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  });
}

function send(response: ServerResponse, request: IncomingMessage, { status, body = "", headers }: Answer): void {
  const content = Buffer.from(body as string);
  response.writeHead(status, { "content-length": content.length, ...headers });
  response.end(request.method === "HEAD" ? undefined : content);
}

const refused = (status: number, code: string): Answer => ({
  status,
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`,
});

type State = Pick<S3Server, "objects" | "uploads">;

function answered(state: State, asked: Asked): Answer {
  const { method, key, query, body } = asked;
  if (query.has("uploads") || query.has("uploadId")) return uploading(state, asked);
  if (method === "GET" && query.get("list-type") === "2") return listing(state, query);
  const object = state.objects.get(key);
  if (method === "DELETE") {
    state.objects.delete(key);
    return { status: 204 };
  }
  if (method === "PUT") {
    state.objects.set(key, body);
    return { status: 200 };
  }
  if (!object) return refused(404, "NoSuchKey");
  return { status: 200, body: object };
}

function uploading({ objects, uploads }: State, { method, key, query, body }: Asked): Answer {
  if (query.has("uploads")) {
    const id = randomUUID();
    uploads.set(id, new Map());
    return {
      status: 200,
      body: `<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`,
    };
  }
  const id = query.get("uploadId") ?? "";
  const parts = uploads.get(id);
  if (!parts) return refused(404, "NoSuchUpload");
  if (method === "PUT") {
    parts.set(Number(query.get("partNumber")), body);
    return { status: 200, headers: { etag: tagOf(body) } };
  }
  uploads.delete(id);
  if (method === "DELETE") return { status: 204 };
  const listed = [...body.toString().matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g)];
  const wanted = listed.map(([, number, tag]) => ({ part: parts.get(Number(number)), tag }));
  const isTooSmall = wanted.slice(0, -1).some(({ part }) => (part?.length ?? 0) < 5 * 1024 * 1024);
  const isOther = wanted.some(({ part, tag }) => !part || tagOf(part) !== tag);
  // As the real one does it: begun with 200, and only then it knows.
  if (isTooSmall || isOther || listed.length !== parts.size) return { ...refused(200, "InvalidPart") };
  objects.set(key, Buffer.concat(wanted.map(({ part }) => part ?? Buffer.alloc(0))));
  return { status: 200, body: "<CompleteMultipartUploadResult></CompleteMultipartUploadResult>" };
}

const tagOf = (body: Buffer) => `"${createHash("md5").update(body).digest("hex")}"`;

function listing({ objects }: State, query: URLSearchParams): Answer {
  const after = query.get("continuation-token") ?? "";
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get("prefix") ?? "") && key > after).sort();
  const page = keys.slice(0, pageLength);
  const contents = page.map((key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)?.length}</Size></Contents>`);
  const next = keys.length > pageLength ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : "";
  return { status: 200, body: `<ListBucketResult>${contents.join("\n")}${next}</ListBucketResult>` };
}

/** Signature version 4, written from its description: nothing of the client's is used. */
function isSigned({ method, url = "", headers }: IncomingMessage, body: Buffer): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8}\/[^/]+\/s3\/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const [, keyId, scope = "", names = "", signature] = form.exec(headers.authorization ?? "") ?? [];
  const [day = "", region = ""] = scope.split("/");
  const digest = createHash("sha256").update(body).digest("hex");
  const date = String(headers["x-amz-date"]);
  if (keyId !== s3Keys.accessKeyId || region !== s3Region || !date.startsWith(day)) return false;
  if (headers["x-amz-content-sha256"] !== digest || !names.split(";").includes("host")) return false;
  const [path = "", search = ""] = url.split("?");
  const sorted =
    search === ""
      ? []
      : search
          .split("&")
          .map((pair) => (pair.includes("=") ? pair : `${pair}=`))
          .sort();
  const lines = names.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const request = [method, path, sorted.join("&"), lines.join(""), names, digest].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", date, scope, createHash("sha256").update(request).digest("hex")].join("\n");
  const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const key = ["s3", "aws4_request"].reduce(hmac, hmac(hmac(`AWS4${s3Keys.secretAccessKey}`, day), region));
  return hmac(key, toSign).toString("hex") === signature;
}
