/** Takes bytes off a stream in the portions that a format asks for. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #pieces: Buffer[] = [];
  #length = 0;
  #isOver = false;

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes; undefined when the stream ends before. */
  async take(bytes: number): Promise<Buffer | undefined> {
    await this.#fill(bytes);
    return this.#length < bytes ? undefined : this.#cut(bytes);
  }

  /** So many bytes, or what is left. */
  async takeUpTo(bytes: number): Promise<Buffer> {
    await this.#fill(bytes);
    return this.#cut(Math.min(bytes, this.#length));
  }

  /** Whether the stream has nothing more. */
  async isAtEnd(): Promise<boolean> {
    await this.#fill(1);
    return this.#length === 0;
  }

  /** Lets the stream go, which may not be at its end. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #fill(bytes: number): Promise<void> {
    while (this.#length < bytes && !this.#isOver) {
      const next = await this.#source.next();
      if (next.done) this.#isOver = true;
      else {
        this.#pieces.push(next.value);
        this.#length += next.value.length;
      }
    }
  }

  #cut(bytes: number): Buffer {
    const all = this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces);
    this.#pieces = bytes < all.length ? [all.subarray(bytes)] : [];
    this.#length -= bytes;
    return all.subarray(0, bytes);
  }
}
