/** `unlatched lock`: who may call what, as a file to commit; `--check` says what became looser or tighter since. */
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../config/find-config.ts';
import { resolveOptions } from '../../config/resolve.ts';
import { EXIT, UsageError } from '../../model/errors.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import { compareLocks, type Direction, type LockChange } from '../../scan/lock/compare.ts';
import { lockEntries } from '../../scan/lock/entry.ts';
import { LOCK_FILE, type Lock, readLock, writeLock } from '../../scan/lock/file.ts';
import { runScan } from '../../scan/run.ts';
import { Progress } from '../progress.ts';
import type { CommandFunction } from '../run.ts';
import { withoutServer } from '../without-server.ts';

const MAX_BYTES = 50_000_000;
const DIRECTIONS: readonly Direction[] = ['looser', 'tighter', 'changed'];

export const lock: CommandFunction = async ({ streams, signal }, [path = '.'], given) => {
  const { config: configFile, check, ...rest } = given;
  const file = join(path, LOCK_FILE);
  const config = loadConfig(path, configFile === undefined ? null : String(configFile));
  const { scan: options, output } = resolveOptions(path, rest, withoutServer(config), signal);
  const known = check ? readKnown(file) : null;
  const progress = new Progress(streams, output);
  let result: ScanResult;
  try {
    // The source alone: a lock must be the same wherever it is made.
    result = await runScan({ ...options, source: true, spec: null, baseline: null }, progress.emit);
  } finally {
    progress.done();
  }
  if (result.interrupted) return EXIT.interrupted;
  const settings = result.witnesses.predicted?.settings ?? '';
  const entries = lockEntries(result.matrix);
  if (entries.length === 0) {
    streams.error(`unlatched: no operation was found in ${path}; there is nothing to lock\n`);
    return EXIT.notVerified;
  }
  if (known) return compared(known, { settings, entries }, file, (text) => streams.write(text));
  replaceFile(file, writeLock({ settings, entries }));
  const unknown = entries.filter(({ who }) => who === 'unknown').length;
  streams.write(`wrote ${file}: ${count(entries.length, 'operation')}${unknown > 0 ? `, ${unknown} of them unknown` : ''}\n`);
  return EXIT.clean;
};

function compared(known: Lock, now: Lock, file: string, write: (text: string) => void): number {
  if (known.settings !== now.settings) {
    throw new UsageError(
      'lock-settings',
      `${file} was made with the settings ${known.settings}, this run judges ${now.settings}; add --settings ${known.settings}`,
    );
  }
  const changes = compareLocks(known.entries, now.entries);
  if (changes.length === 0) {
    write(`${file} holds: ${count(now.entries.length, 'operation')}, nothing changed\n`);
    return EXIT.clean;
  }
  const counts = DIRECTIONS.map((direction) => `${changes.filter((each) => each.direction === direction).length} ${direction}`);
  write(`${changes.map(changeText).join('')}\n${file}: ${counts.join(', ')}; if that is meant, run \`unlatched lock\` and commit it\n`);
  return EXIT.findings;
}

function changeText({ direction, method, path, texts }: LockChange): string {
  return `${direction.padEnd(7)}  ${method} ${path}\n${texts.map((text) => `           ${text}\n`).join('')}`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function readKnown(file: string): Lock {
  let text: string;
  try {
    if (statSync(file).size > MAX_BYTES)
      throw new UsageError('lock-too-large', `${file} is larger than 50 MB; write it again with \`unlatched lock\``);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new UsageError('lock-missing', `there is no ${file} to compare with; write it with \`unlatched lock\``);
    throw new UsageError('lock-unreadable', `${file} cannot be read (${code ?? 'unknown error'})`);
  }
  return readLock(text, file);
}

/** Written beside and renamed: an interrupted run leaves the old lock, and a link is replaced, not followed. */
function replaceFile(file: string, text: string): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    throw new UsageError('lock-target', `${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  } finally {
    rmSync(temporary, { force: true });
  }
}
