// One round of requests, in a process of its own so that making them costs the server nothing.
import autocannon from "autocannon";

process.once("message", async ({ url, paths, seconds, connections }) => {
  let next = 0;
  const setupRequest = (request) => {
    request.path = paths[next++ % paths.length];
    return request;
  };
  const requests = paths.length === 1 ? [{ path: paths[0] }] : [{ setupRequest }];
  const result = await autocannon({ url, connections, duration: seconds, requests });
  process.send(
    {
      requests: result["2xx"],
      failures: result.non2xx + result.errors,
      seconds: result.duration,
      p50: result.latency.p50,
      p99: result.latency.p99,
      // Where the next round goes on, so that it does not ask for what the last one left in the cache.
      next,
    },
    () => process.exit(0),
  );
});
