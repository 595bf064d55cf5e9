/**
 * Starts the bundle, with the machine code that an earlier run left beside it. Compiling costs a third of a short run; V8 refuses what
 * another version of it wrote, and then the run is only slower.
 */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** Commands that call most of what there is: what they leave serves the others too. */
const THOROUGH = new Set(['scan', 'routes', 'explain', 'fix', 'lock', 'demo']);

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
  const keep = (command) => {
    if (THOROUGH.has(command) && (!cachedData || script.cachedDataRejected)) write(kept, script.createCachedData());
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
