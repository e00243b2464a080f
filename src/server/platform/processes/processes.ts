import { StartupError } from "../config/startup-error.ts";
import type { Leaving } from "../http/drain.ts";
import type { Log } from "../logging/log.ts";
import { type Answers, gather } from "./ask-all.ts";
import type { Member } from "./member.ts";

export interface ProcessesOptions {
  count: number;
  /** Starts one more process. */
  employ(): Member;
  log: Log;
}

/** Several processes that do the same, kept at their number. */
export interface Processes {
  /** Resolves when all of them serve. @throws {StartupError} when they cannot */
  start(): Promise<void>;
  /** Puts a new process in the place of each, one after the other, so that the service never pauses. */
  renew(leaving: Omit<Leaving, "isReplaced">): Promise<void>;
  /** Lets all finish and end. */
  stop(leaving: Omit<Leaving, "isReplaced">): Promise<void>;
  /** Ends all at once. */
  kill(): void;
  /** What those that serve answer, except the one that asks. */
  ask(topic: string, question: unknown, except?: Member): Promise<Answers>;
  /** How many have ended by themselves since the start. */
  readonly lost: number;
}

/** The place of one process; who holds it changes. */
interface Place {
  holder: Member | undefined;
  /** Somebody looks after the place already. */
  isBusy: boolean;
  lostInARow: number;
}

const startsAtFirst = 3;
const firstDelayMs = 100;
const longestDelayMs = 10_000;
/** Whoever served so long had no trouble starting. */
const steadyAfterMs = 60_000;

export function superviseProcesses(options: ProcessesOptions): Processes {
  return new Supervisor(options);
}

class Supervisor implements Processes {
  lost = 0;
  readonly #options: ProcessesOptions;
  readonly #places: Place[];
  readonly #living = new Set<Member>();
  #isStopping = false;
  #isRenewing = false;

  constructor(options: ProcessesOptions) {
    this.#options = options;
    this.#places = Array.from({ length: options.count }, () => ({ holder: undefined, isBusy: true, lostInARow: 0 }));
  }

  async start(): Promise<void> {
    await Promise.all(this.#places.map((place) => this.#fillAtFirst(place)));
  }

  async renew(leaving: Omit<Leaving, "isReplaced">): Promise<void> {
    if (this.#isRenewing || this.#isStopping) return;
    this.#isRenewing = true;
    try {
      for (const place of this.#places) if (!this.#isStopping) await this.#renewPlace(place, leaving);
    } finally {
      this.#isRenewing = false;
    }
  }

  async stop(leaving: Omit<Leaving, "isReplaced">): Promise<void> {
    this.#isStopping = true;
    await Promise.all([...this.#living].map((member) => member.leave({ ...leaving, isReplaced: false })));
  }

  kill(): void {
    this.#isStopping = true;
    for (const member of this.#living) member.kill();
  }

  ask(topic: string, question: unknown, except?: Member): Promise<Answers> {
    const asked = this.#places.flatMap(({ holder }) => (holder && holder !== except ? [holder] : []));
    return gather(asked.map((member) => member.ask(topic, question)));
  }

  /** A process that serves, or the reason why not. */
  async #another(): Promise<Member> {
    const member = this.#options.employ();
    this.#living.add(member);
    void member.ended.then(() => this.#living.delete(member));
    try {
      await member.listening;
      return member;
    } catch (error) {
      member.kill();
      throw error;
    }
  }

  #hold(place: Place, member: Member): void {
    const since = Date.now();
    place.holder = member;
    place.isBusy = false;
    void member.ended.then((how) => {
      if (this.#isStopping || place.holder !== member) return;
      this.lost += 1;
      if (Date.now() - since > steadyAfterMs) place.lostInARow = 0;
      this.#options.log.error({ webProcess: member.pid, how, lost: this.lost }, "a web process was lost");
      place.holder = undefined;
      if (!place.isBusy) void this.#refill(place);
    });
  }

  /** Tries until there is somebody: others may still serve, and what ails it may pass. */
  async #refill(place: Place): Promise<void> {
    const { log } = this.#options;
    place.isBusy = true;
    while (!this.#isStopping) {
      await delay(pauseMs(place.lostInARow++));
      if (this.#isStopping) return;
      try {
        const member = await this.#another();
        log.info({ webProcess: member.pid }, "a web process took its place");
        return this.#hold(place, member);
      } catch (error) {
        if (!this.#isStopping) log.error({ error }, "a web process did not start");
      }
    }
  }

  async #fillAtFirst(place: Place): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return this.#hold(place, await this.#another());
      } catch (error) {
        if (this.#isStopping || error instanceof StartupError) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        if (tries === startsAtFirst) throw new StartupError(`The web processes do not start: the last one ${reason}`);
        await delay(pauseMs(tries));
      }
    }
  }

  async #renewPlace(place: Place, leaving: Omit<Leaving, "isReplaced">): Promise<void> {
    if (place.isBusy) return;
    place.isBusy = true;
    try {
      const successor = await this.#another();
      const { holder } = place;
      this.#hold(place, successor);
      await holder?.leave({ ...leaving, isReplaced: true });
    } catch (error) {
      place.isBusy = false;
      if (!place.holder) void this.#refill(place);
      throw error;
    }
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Nothing the first time, then longer and longer. */
function pauseMs(lostInARow: number): number {
  return lostInARow === 0 ? 0 : Math.min(firstDelayMs * 2 ** (lostInARow - 1), longestDelayMs);
}
