interface Waiting<Key, Value> {
  key: Key;
  resolve(value: Value | undefined): void;
  reject(error: unknown): void;
}

/** Reads by key whatever is asked for in one turn of the event loop: one call of `readMany` for all of it. */
export class Batch<Key, Value> {
  readonly #readMany: (keys: Key[]) => Promise<Map<Key, Value>>;
  #waiting: Waiting<Key, Value>[] = [];

  constructor(readMany: (keys: Key[]) => Promise<Map<Key, Value>>) {
    this.#readMany = readMany;
  }

  /** The value; undefined when `readMany` has none for the key. */
  load(key: Key): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      // Not a microtask: those who ask may get here a few promises apart.
      if (this.#waiting.push({ key, resolve, reject }) === 1) setImmediate(() => void this.#read());
    });
  }

  async #read(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = [];
    try {
      const found = await this.#readMany([...new Set(asked.map(({ key }) => key))]);
      for (const { key, resolve } of asked) resolve(found.get(key));
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}

/** Rows by their id. */
export const byId = <Row extends { id: string }>(rows: Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));
