import { createHash, randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { deserialize, serialize } from "node:v8";
import type { CacheKind, RedisStats } from "./cache.ts";
import { Circuit } from "./circuit.ts";
import type { Notification } from "./notification.ts";
import { connectRedis } from "./redis-connection.ts";
import { dropScript, readScript, releaseScript, writeScript } from "./redis-scripts.ts";
import { redisPlaceOf } from "./redis-url.ts";
import { within } from "./within.ts";

export interface RedisTierOptions {
  url: string;
  /** Values of another build never mix with this one's. */
  build: string;
  answerWithinMs: number;
  /** Told whether everything that was dropped has reached Redis. */
  onTrust(isTrusted: boolean): void;
  report(error: unknown): void;
}

/** An entry that Redis has. */
export interface SharedValue {
  value: unknown;
  ageMs: number;
  freshMs: number;
}

export interface SharedQuestion {
  /** The tags that are known before there is a value. */
  tags: readonly string[];
  /** How long past its freshness a value serves while another process computes the next one. */
  staleMs: number;
}

/** What came of asking Redis. With a permit the caller computes the value; without one nothing of it can be stored. */
export interface SharedRead {
  found: SharedValue | undefined;
  permit: Permit | undefined;
}

/** To store a value whose computation begins now; while it lasts other processes wait for the value. */
export interface Permit {
  token: string;
  number: Buffer;
}

export interface SharedWrite {
  value: unknown;
  tags: readonly string[];
  freshMs: number;
  keptMs: number;
}

/** On every entry, so that all can be dropped. */
const everything = "*";
/** The holder may have died: then others wait so long in vain, and compute. */
const lockMs = 2_000;
const connectWithinMs = 1_000;
const pollMs = [10, 15, 25, 40, 50];

const scripts = { read: readScript, write: writeScript, release: releaseScript, drop: dropScript };
type ScriptName = keyof typeof scripts;
const shaOf = Object.fromEntries(
  Object.entries(scripts).map(([name, text]) => [name, createHash("sha1").update(text).digest("hex")]),
) as Record<ScriptName, string>;

/** The second tier: in Redis, shared by all processes of one build on one database. No call of it ever fails. */
export class RedisTier {
  readonly #redis: ReturnType<typeof connectRedis>;
  readonly #build: string;
  readonly #circuit: Circuit;
  readonly #answerWithinMs: number;
  #prefix: string | undefined;
  #incarnation = "";
  readonly #counts: RedisStats["kinds"] = { session: noCounts(), application: noCounts(), static: noCounts() };

  constructor({ url, build, answerWithinMs, onTrust, report }: RedisTierOptions) {
    this.#redis = connectRedis(url);
    this.#build = build;
    this.#answerWithinMs = answerWithinMs;
    // Its message alone: the driver's errors carry the values of the command.
    const tell = (error: unknown) =>
      report(new Error(`the cache does without Redis at ${redisPlaceOf(url)} for now: ${messageOf(error)}`));
    this.#circuit = new Circuit({
      onTrust,
      report: tell,
      prepare: () => this.#prepare(),
      deliver: (word) => this.#send(word),
    });
    this.#redis.on("ready", () => this.#circuit.probe());
    this.#redis.on("close", () => this.#circuit.open(new Error("the connection to Redis is closed")));
  }

  /** Begins to work, for the database with the name. */
  async open(database: string): Promise<void> {
    const name = createHash("sha256").update(`${this.#build}\n${database}`).digest("hex").slice(0, 24);
    // In braces, so that a cluster keeps all of it in one place, where a script can reach it.
    this.#prefix = `{workshopsai:${name}}:`;
    await this.#connected();
    await this.#circuit.start();
  }

  get isTrusted(): boolean {
    return this.#circuit.isClosed;
  }

  /**
   * The entry; where there is none, a permit to compute it, or the entry that another process is computing now.
   * A found value that is past its freshness comes with a permit for whoever is first.
   */
  async read(kind: CacheKind, key: string, { tags, staleMs }: SharedQuestion): Promise<SharedRead> {
    const token = randomUUID();
    const deadline = Date.now() + lockMs;
    for (let attempt = 0; ; attempt++) {
      const isLast = Date.now() >= deadline;
      const answer = await this.#ask(key, isLast ? undefined : token, tags);
      const { ageMs = 0, freshMs = 0 } = answer?.found ?? {};
      const mustWait = answer?.isLocked && ageMs >= freshMs + staleMs;
      if (!answer || !mustWait) {
        this.#counts[kind][answer?.found ? "hits" : "misses"]++;
        return { found: answer?.found, permit: answer?.number && { token, number: answer.number } };
      }
      await delay(pollMs[Math.min(attempt, pollMs.length - 1)]);
    }
  }

  /** The entry however old, for when nothing can be computed. */
  async peek(key: string): Promise<SharedValue | undefined> {
    return (await this.#ask(key, undefined, []))?.found;
  }

  async write(key: string, permit: Permit, { value, tags, freshMs, keptMs }: SharedWrite): Promise<void> {
    const kept = [String(Math.ceil(keptMs)), String(Math.ceil(freshMs))];
    const rest = [this.#tagPrefix, this.#incarnation, permit.token, permit.number, ...kept, serialize(value)];
    await this.#try(() => this.#run("write", this.#keysOf(key), [...rest, everything, ...tags]));
  }

  /** A permit to store a value in place of whatever is there. */
  async replace(key: string, tags: readonly string[]): Promise<Permit | undefined> {
    const token = randomUUID();
    await this.#try(() => within(this.#answerWithinMs, this.#redis.del(this.#keysOf(key)[0] ?? "")));
    const answer = await this.#ask(key, token, tags);
    return answer?.number && { token, number: answer.number };
  }

  /** Lets the others compute, because this process has nothing to store. */
  async release(key: string, permit: Permit): Promise<void> {
    await this.#try(() => this.#run("release", [this.#keysOf(key)[1] ?? ""], [permit.token]));
  }

  /** Resolves when the tags are dropped, or kept to be dropped before Redis is asked again. */
  drop(notification: Notification): Promise<void> {
    return this.#circuit.deliver(notification);
  }

  /** @throws {Error} when Redis does not answer */
  readonly ping = () => within(connectWithinMs, this.#redis.ping());

  stats(): RedisStats {
    return { ...this.#circuit.stats(), kinds: structuredClone(this.#counts) };
  }

  async close(): Promise<void> {
    this.#circuit.close();
    this.#redis.disconnect();
  }

  /** After the first attempt to connect, however it ended. */
  async #connected(): Promise<void> {
    if (this.#redis.status === "ready") return;
    await new Promise<void>((resolve) => {
      this.#redis.once("ready", resolve).once("close", resolve);
      setTimeout(resolve, connectWithinMs).unref();
    });
  }

  get #tagPrefix(): string {
    return `${this.#prefix}t:`;
  }

  #keysOf(key: string): string[] {
    return [`${this.#prefix}e:${key}`, `${this.#prefix}l:${key}`, `${this.#prefix}n`];
  }

  async #ask(key: string, token: string | undefined, tags: readonly string[]) {
    const trust = this.#circuit.trust;
    const lock = token ? [token, String(lockMs), everything, ...tags] : ["", "0"];
    const args = [this.#tagPrefix, this.#incarnation, ...lock];
    const answer = await this.#try(() => this.#run("read", this.#keysOf(key), args));
    // A drop that failed meanwhile may have been one of this entry.
    if (!answer || trust !== this.#circuit.trust) return undefined;
    const [payload, ageMs, freshMs, number] = answer as [Buffer, number, number, Buffer];
    const value = ageMs < 0 ? undefined : deserialized(payload);
    const isLocked = String(number) === "locked";
    return {
      found: value && { value: value[0], ageMs, freshMs },
      isLocked,
      number: isLocked || number.length === 0 ? undefined : number,
    };
  }

  /** The answer; undefined when Redis is not asked now or did not give one. */
  async #try(command: () => Promise<unknown>): Promise<unknown> {
    if (!this.#circuit.isClosed) return undefined;
    try {
      const answer = await command();
      this.#circuit.succeeded();
      return answer;
    } catch (error) {
      this.#circuit.failed(error);
      return undefined;
    }
  }

  #run(name: ScriptName, keys: string[], args: (string | Buffer)[]): Promise<unknown> {
    return within(this.#answerWithinMs, this.#redis.evalshaBuffer(shaOf[name], keys.length, ...keys, ...args));
  }

  async #send({ id, tags }: Notification): Promise<void> {
    const dropped = tags === "all" ? [everything] : tags;
    await this.#run("drop", [`${this.#prefix}d:${id}`], [this.#tagPrefix, ...dropped]);
  }

  /** Before anything is asked on a new connection. @throws {Error} when this is no server to trust */
  async #prepare(): Promise<void> {
    if (this.#prefix === undefined) throw new Error("the database has not told its name yet");
    const [info] = await Promise.all([
      this.#redis.info("server", "replication"),
      ...Object.values(scripts).map((text) => this.#redis.script("LOAD", text)),
    ]);
    const fact = (name: string) => new RegExp(`^${name}:(\\S+)`, "m").exec(info)?.[1] ?? "";
    if (fact("role") !== "master") throw new Error("this Redis is a replica");
    this.#incarnation = `${fact("run_id")}:${fact("master_replid")}`;
  }
}

/** In a list, because a stored value may be undefined. What nobody can read counts as not there. */
function deserialized(payload: Buffer): [unknown] | undefined {
  try {
    return [deserialize(payload)];
  } catch {
    return undefined;
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const noCounts = () => ({ hits: 0, misses: 0 });
