import { listPath, lists, workshopPath } from "./paths.mjs";
import { answerOf, besideBare } from "./rounds.mjs";
import { atLeast, atMost, inOrder, micro, notMeasured, ratio, row, whole } from "./rows.mjs";

const speedBudget = atLeast(0.85, "≥ 0.85 × bare node:http");
const cpuBudget = atMost(1.2, "≤ 1.2 × bare node:http");

/** The same request over and over, answered from the cache after the first, beside a server that only sends the bytes. */
export async function cachedRows({ app, slugs, settings }) {
  const [list] = lists;
  const [first] = slugs;
  const plain = [
    ...lists.map((each) => ({ name: `${each.name}, JSON`, path: listPath(each) })),
    { name: "one workshop, JSON", path: workshopPath(first.pl, "pl") },
    { name: "programme, HTML", path: "/en/workshops" },
    { name: "list of 20, JSON, brotli", path: listPath(list), headers: { "accept-encoding": "br" }, needs: "br" },
    { name: "programme, HTML, gzip", path: "/en/workshops", headers: { "accept-encoding": "gzip" }, needs: "gzip" },
  ];
  const fresh = await inOrder([listPath(list), "/en/workshops"], async (path) => {
    const { answer } = await answerOf(`${app.url}${path}`);
    const { etag } = answer.headers;
    return {
      name: `${path.startsWith("/api") ? "list of 20" : "programme"}, 304`,
      path,
      headers: etag ? { "if-none-match": etag } : {},
      needs: "304",
    };
  });
  return (await inOrder([...plain, ...fresh], (one) => rowsOf(app, one, settings))).flat();
}

async function rowsOf(app, one, settings) {
  const { answer } = await answerOf(`${app.url}${one.path}`, one.headers);
  const found = one.needs === "304" ? String(answer.status) : answer.headers["content-encoding"];
  if (one.needs && found !== one.needs) {
    return [
      notMeasured(`${one.name}: requests/s`, speedBudget, `the product answers without (${found ?? "identity"})`),
    ];
  }
  const { bytes, product, bare } = await besideBare(app, one, settings);
  const label = `${one.name} (${(bytes / 1000).toFixed(1)} kB)`;
  const speed = product.perSecond / bare.perSecond;
  const cpu = product.cpuMicroseconds / bare.cpuMicroseconds;
  return [
    row(`${label}: requests/s`, speedBudget, {
      value: speed,
      text: `${ratio(speed)} (${whole(product.perSecond)} of ${whole(bare.perSecond)})`,
    }),
    row(`${label}: CPU a request`, cpuBudget, {
      value: cpu,
      text: `${ratio(cpu)} (${micro(product.cpuMicroseconds)} of ${micro(bare.cpuMicroseconds)})`,
    }),
  ];
}
