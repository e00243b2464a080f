import type { SharedFigures } from "./readings.ts";

const fetchEveryMs = 5_000;

/**
 * Figures from the database, asked for at most every five seconds however often they are wanted. While the database is
 * away they stay what they were: that it is away is told by its health check.
 */
export function rememberFigures(
  fetch: () => Promise<SharedFigures>,
  report: (error: unknown) => void,
): () => Promise<SharedFigures> {
  let known: SharedFigures = { jobs: { waiting: 0, failed: 0, oldestSeconds: 0 }, loginSessions: 0 };
  let fetchedAtMs = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | undefined;
  const fetchNow = async () => {
    try {
      known = await fetch();
    } catch (error) {
      report(error);
    } finally {
      fetchedAtMs = performance.now();
      fetching = undefined;
    }
  };
  return async () => {
    if (performance.now() - fetchedAtMs >= fetchEveryMs) fetching ??= fetchNow();
    await fetching;
    return known;
  };
}
