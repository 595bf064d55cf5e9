/**
 * Starts the bundle, with the machine code that an earlier run left beside it. V8 refuses what another version of it
 * wrote, and then the run is only slower. CommonJS, as all of bin/: Node starts it sooner than modules.
 */
const { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// V8 of Node 20 optimises early: a run of seconds spends much of its processor time on code that it hardly uses.
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=400000');

/**
 * @param bundle absolute path of a CommonJS file
 * @returns its exports, and what keeps the compiled code; to be called when the command has ended
 */
function load(bundle) {
  const cache = new Cache(bundle);
  const cachedData = cache.read();
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'latin1')}\n})`;
  const script = new Script(source, { filename: bundle, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  const keep = () => {
    const spent = Math.round(process.cpuUsage().user / 1000);
    // A longer run has called more; to see how much more, it would have to be written.
    if (!cachedData || script.cachedDataRejected || spent > 2 * cache.spent) cache.write(spent, () => script.createCachedData());
  };
  return { exports: module.exports, keep };
}

/** Compiled code of one bundle for one version of Node. The file's name ends in the milliseconds of the run that wrote it. */
class Cache {
  #folder;
  #prefix;
  #name;
  /** Milliseconds of processor time of the run that wrote what is there. */
  spent = 0;

  constructor(bundle) {
    // V8 compares the length of the source only: another build must have another file.
    const { size, mtimeMs } = statSync(bundle);
    this.#folder = dirname(bundle);
    this.#prefix = `${basename(bundle)}-${process.version}-${process.arch}-${size}-${Math.trunc(mtimeMs)}-`;
    this.#name = readdirSync(this.#folder).find((name) => name.startsWith(this.#prefix) && name.endsWith('.cache'));
    this.spent = Number(this.#name?.slice(this.#prefix.length, -'.cache'.length)) || 0;
  }

  read() {
    try {
      return this.#name && readFileSync(join(this.#folder, this.#name));
    } catch {
      return undefined;
    }
  }

  /** Whole or not at all: another process may read it now. A folder that cannot be written to has no cache. */
  write(spent, data) {
    const file = join(this.#folder, `${this.#prefix}${spent}.cache`);
    const own = `${file}.${process.pid}`;
    try {
      writeFileSync(own, data());
      renameSync(own, file);
      if (this.#name && join(this.#folder, this.#name) !== file) rmSync(join(this.#folder, this.#name), { force: true });
    } catch {
      try {
        rmSync(own, { force: true });
      } catch {
        // Read-only: there was nothing to remove either.
      }
    }
  }
}

module.exports = { load };
