/**
 * Makes a clone ready to run: installs the dependencies and compiles `src/` to `dist/` when they are missing or stale.
 * Plain JavaScript, because it runs before anything is installed. Used by bin/unlatched and by the test run.
 */
const { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** A lock older than this belongs to nobody, whatever its process id says. */
const STALE_LOCK_MS = 10 * 60_000;

/** Returns true when node_modules holds what package-lock.json asks for. */
function dependenciesAreFresh(root) {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  // A checkout or a merge touches the lock without changing it: compare what they say.
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || entry.peer || present[path]?.version === entry.version,
  );
}

/** Returns true when dist/ was compiled from the present sources. */
function buildIsFresh(root) {
  const stamp = join(root, 'dist', '.stamp');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}

/**
 * Installs and compiles what is missing or stale; one line of notice on stderr when there is something to do.
 * Safe when two processes start at once. Throws an Error with a one-line message.
 */
async function prepare(root, { build = true } = {}) {
  const ready = () => dependenciesAreFresh(root) && (!build || buildIsFresh(root));
  if (ready()) return;
  const release = await takeLock(join(root, '.cache', 'setup.lock'));
  try {
    if (ready()) return;
    process.stderr.write('unlatched: setting up this clone (once after each change) ...\n');
    if (!dependenciesAreFresh(root)) await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], root);
    if (build && !buildIsFresh(root)) await compile(root);
  } finally {
    release();
  }
}

async function compile(root) {
  const before = fingerprint(root);
  await run(process.execPath, [join('tools', 'build.mjs')], root);
  // The fingerprint of before: a file that changed meanwhile is compiled again at the next start.
  writeFileSync(join(root, 'dist', '.stamp'), before);
}

/** Paths, sizes and times of everything that the build reads: cheap, and right for a working tree. */
function fingerprint(root) {
  let lines = '';
  const add = (file) => {
    const { size, mtimeMs } = statSync(join(root, file));
    lines += `${file} ${size} ${mtimeMs}\n`;
  };
  for (const file of filesBelow(join(root, 'src'), '.ts')) if (!file.endsWith('.test.ts')) add(join('src', file));
  for (const file of ['tsconfig.json', 'tools/build.mjs', 'package-lock.json']) add(file);
  return lines;
}

function filesBelow(folder, extension, prefix = '') {
  const found = [];
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix ? `${prefix}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...filesBelow(folder, extension, path));
    else if (entry.name.endsWith(extension)) found.push(path);
  }
  return found.sort();
}

/** Waits for the lock directory; a lock whose process is gone is taken over. Returns the function that gives it back. */
async function takeLock(lock) {
  mkdirSync(join(lock, '..'), { recursive: true });
  const owner = join(lock, 'pid');
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(owner, String(process.pid));
      const release = () => rmSync(lock, { recursive: true, force: true });
      process.once('exit', release);
      return release;
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Error(`cannot write to ${lock}: ${error.code}`);
    }
    if (lockIsStale(lock, owner)) rmSync(lock, { recursive: true, force: true });
    else await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function lockIsStale(lock, owner) {
  try {
    const age = Date.now() - statSync(lock).mtimeMs;
    if (age > STALE_LOCK_MS) return true;
    // Between mkdir and the writing of the id there is a moment without an owner.
    if (!existsSync(owner)) return age > 5000;
    const pid = Number(readFileSync(owner, 'utf8'));
    if (!pid) return age > 5000;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // ESRCH: the owner is dead. EPERM: it lives under another user. ENOENT: given back just now.
    return error.code === 'ESRCH';
  }
}

/** Runs a command quietly; on failure its last line of output goes into the message. */
async function run(command, args, cwd) {
  // Not at the top: nearly every start finds nothing to do.
  const { spawn } = require('node:child_process');
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(new Error(`cannot start ${command}: ${error.code}`)));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      const line = output.trim().split('\n').filter(Boolean).at(-1) ?? `exit code ${code}`;
      reject(new Error(`set-up failed in ${args.find((arg) => !arg.startsWith('-')) ?? command}: ${line.slice(0, 200)}`));
    });
  });
}

module.exports = { dependenciesAreFresh, buildIsFresh, prepare };
