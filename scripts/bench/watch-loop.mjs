// Loaded into the product before it starts: tells its parent, when asked, how late the event loop was.
import { monitorEventLoopDelay } from "node:perf_hooks";

const resolutionMs = 5;
const delays = monitorEventLoopDelay({ resolution: resolutionMs });
delays.enable();
process.on("message", (asked) => {
  if (asked !== "loop delay") return;
  const ms = (nanoseconds) => nanoseconds / 1e6;
  // The timer's own interval is no delay.
  const late = (value) => Math.max(0, ms(value) - resolutionMs);
  process.send({ p50: late(delays.percentile(50)), p99: late(delays.percentile(99)), max: late(delays.max) });
  delays.reset();
});
// The channel must not keep the product alive.
process.channel?.unref();
