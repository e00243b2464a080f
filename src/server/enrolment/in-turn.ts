/** The last work in line for each key; gone when nobody is in line. */
const lines = new Map<string, Promise<unknown>>();

/**
 * Runs the work after all earlier work with the same key in this process. It guards nothing (the row lock does that, for all
 * processes); it keeps a rush on one workshop from taking every connection of the pool only to wait for that lock.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lines.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  lines.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lines.get(key) === mine) lines.delete(key);
  }
}
