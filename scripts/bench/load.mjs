// One round of requests, in a process of its own so that making them costs the server nothing.
import autocannon from "autocannon";

process.once("message", async ({ url, paths, seconds, connections, headers = {}, bodies }) => {
  let next = 0;
  const setupRequest = (request) => {
    if (bodies) request.body = bodies[next % bodies.length];
    request.path = paths[next++ % paths.length];
    return request;
  };
  const isSame = paths.length === 1 && !bodies;
  const requests = isSame ? [{ path: paths[0] }] : [{ setupRequest, ...(bodies ? { method: "POST" } : {}) }];
  const result = await autocannon({ url, connections, duration: seconds, requests, headers });
  process.send(
    {
      requests: result["2xx"] + result["3xx"],
      failures: result["4xx"] + result["5xx"] + result.errors,
      seconds: result.duration,
      p50: result.latency.p50,
      p99: result.latency.p99,
      // Where the next round goes on, so that it does not ask for what the last one left in the cache.
      next,
    },
    () => process.exit(0),
  );
});
