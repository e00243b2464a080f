import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

interface Module {
  exports: unknown;
}

/**
 * Loads what the build left in a folder, with what V8 made of it when it was built: a start does not compile again what
 * has not changed. Node.js does so by itself from version 22.8 on. Code that is loaded so cannot use `import()` at run
 * time, as V8 forgets whom to ask: the build turns it into `require`.
 *
 * What was compiled lies in a folder beside, under the checksum of its source, so that it is never run for another
 * source; V8 itself refuses what another version of it has made.
 */
export class BuiltCode {
  readonly #folder: string;
  readonly #compiled: string;
  readonly #require: NodeJS.Require;
  readonly #modules = new Map<string, Module>();
  readonly #scripts = new Map<string, Script>();

  /** @param folder Where the build put its CommonJS. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#compiled = join(folder, "..", "compiled");
    this.#require = createRequire(join(folder, "main.cjs"));
  }

  /** Runs the file once, and answers what it exports. */
  load(name: string): unknown {
    const known = this.#modules.get(name);
    if (known) return known.exports;
    const file = join(this.#folder, name);
    const script = this.#compile(file);
    const module: Module = { exports: {} };
    this.#modules.set(name, module);
    const require = (id: string) => (id.startsWith("./") ? this.load(id.slice(2)) : this.#require(id));
    script.runInThisContext()(module.exports, Object.assign(require, this.#require), module, file, this.#folder);
    return module.exports;
  }

  /** Keeps what V8 has made of all that was loaded, and nothing from before. */
  keepCompiled(): void {
    rmSync(this.#compiled, { recursive: true, force: true });
    mkdirSync(this.#compiled, { recursive: true });
    for (const [file, script] of this.#scripts) writeFileSync(file, script.createCachedData());
  }

  #compile(file: string): Script {
    const bytes = readAsFunction(file);
    const compiled = join(this.#compiled, createHash("sha1").update(bytes).digest("hex"));
    const cachedData = existsSync(compiled) ? readFileSync(compiled) : undefined;
    // The build writes nothing but ASCII, which is read many times faster than UTF-8 and kept in half the memory.
    const script = new Script(bytes.toString("latin1"), { filename: file, ...(cachedData ? { cachedData } : {}) });
    this.#scripts.set(compiled, script);
    return script;
  }
}

const before = "(function (exports, require, module, __filename, __dirname) {";
const after = "\n})";

/** The file within a function, as Node.js has it, in one piece of memory: to put it together anew costs megabytes. */
function readAsFunction(file: string): Buffer {
  const { size } = statSync(file);
  const bytes = Buffer.allocUnsafe(before.length + size + after.length);
  bytes.write(before);
  const opened = openSync(file, "r");
  try {
    readSync(opened, bytes, before.length, size, 0);
  } finally {
    closeSync(opened);
  }
  bytes.write(after, before.length + size);
  return bytes;
}
