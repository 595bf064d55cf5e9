/**
 * Starts the bundle, with the machine code that an earlier run left beside it. Compiling costs a third of a short run; V8 refuses what
 * another version of it wrote, and then the run is only slower.
 */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** Microseconds of processor time after which a run has a moment to see whether it compiled much that is not kept yet. */
const LONG = 500_000;
const MUCH = 1.2;

/**
 * @param bundle absolute path of a CommonJS file
 * @returns its exports, and what keeps the compiled code; to be called when the command has ended
 */
export function load(bundle) {
  // V8 compares the length of the source only: another build must have another file.
  const { size, mtimeMs } = statSync(bundle);
  const kept = `${bundle}-${process.version}-${process.arch}-${size}-${Math.trunc(mtimeMs)}.cache`;
  const cachedData = read(kept);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(bundle, 'utf8')}\n})`, {
    filename: bundle,
    cachedData,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(bundle), module, bundle, dirname(bundle));
  const keep = () => {
    const known = script.cachedDataRejected ? undefined : cachedData;
    if (known && process.cpuUsage().user < LONG) return;
    const data = script.createCachedData();
    if (!known || data.length > known.length * MUCH) write(kept, data);
  };
  return { exports: module.exports, keep };
}

function read(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all: another process may read it now. A folder that cannot be written to has no cache. */
function write(file, data) {
  const own = `${file}.${process.pid}`;
  try {
    writeFileSync(own, data);
    renameSync(own, file);
  } catch {
    try {
      rmSync(own, { force: true });
    } catch {
      // Read-only: there was nothing to remove either.
    }
  }
}
