const firstMs = 2_000;
const longestMs = 60_000;

/** How long to wait after so many failures in a row: 2 s, 4 s … 1 min, a little apart for a room full of phones. */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (0.75 + random() * 0.5));
}
