import type { HealthCheck } from "../../../shared/operations/health.ts";
import type { Clock } from "../time/clock.ts";
import type { Check, Finding } from "./health-check.ts";

const longestMessage = 300;

/** Runs one check over and over and remembers what it found. There is never more than one run of it under way. */
export class CheckRunner {
  readonly #check: Check;
  readonly #clock: Clock;
  #result: HealthCheck | undefined;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(check: Check, clock: Clock) {
    this.#check = check;
    this.#clock = clock;
    if (!check.run) this.#result = unchecked(check.name);
  }

  /** Undefined before the first run has ended or its time was up. */
  get result(): HealthCheck | undefined {
    return this.#result;
  }

  /** Returns after the first run. */
  async start(): Promise<void> {
    if (!this.#check.run) return;
    this.#timer ??= setInterval(() => void this.run(), this.#check.everyMs).unref();
    await this.run();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Returns when the run has ended or its time is up. A run that still hangs counts as failed, and no other is begun. */
  async run(): Promise<void> {
    const { run, timeoutMs } = this.#check;
    if (!run) return;
    const begunAt = performance.now();
    this.#running ??= this.#runOnce(run);
    let timer: NodeJS.Timeout | undefined;
    const timeUp = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        this.#failed(new Error(`no answer within ${timeoutMs} ms`), performance.now() - begunAt);
        resolve();
      }, timeoutMs);
    });
    await Promise.race([this.#running, timeUp]);
    clearTimeout(timer);
  }

  async #runOnce(run: NonNullable<Check["run"]>): Promise<void> {
    const begunAt = performance.now();
    try {
      const finding = await run();
      const tookMs = performance.now() - begunAt;
      // Its failure has been told already.
      if (tookMs <= this.#check.timeoutMs) this.#found(finding, tookMs);
    } catch (error) {
      this.#failed(error, performance.now() - begunAt);
    } finally {
      this.#running = undefined;
    }
  }

  #failed(error: unknown, responseMs: number): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.#found({ status: this.#check.whenFailed, reason }, responseMs);
  }

  #found({ status, reason, figures = {} }: Finding, responseMs: number): void {
    const at = this.#clock.now().toISOString();
    const before = this.#result;
    this.#result = {
      name: this.#check.name,
      status,
      responseMs: Math.round(responseMs * 10) / 10,
      checkedAt: at,
      changedAt: before?.status === status ? before.changedAt : at,
      lastError: reason === undefined ? (before?.lastError ?? null) : { at, message: messageOf(reason) },
      figures,
    };
  }
}

function unchecked(name: string): HealthCheck {
  return { name, status: "off", responseMs: null, checkedAt: null, changedAt: null, lastError: null, figures: {} };
}

/** Addresses with passwords stand in some messages of drivers; people with less than the server's key read this. */
function messageOf(reason: string): string {
  return reason.replace(/\/\/[^\s/@]*@/g, "//[hidden]@").slice(0, longestMessage);
}
