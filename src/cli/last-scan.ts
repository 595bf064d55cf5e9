/** Keeps the last scan beside the project, and reads scan documents back. */
import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { type ScanDocument, scanDocumentSchema } from '../model/scan-document.ts';

const FOLDER = '.unlatched';
const MAX_BYTES = 200_000_000;

/** The folder beside which scans of PATH are kept: PATH itself (its parent, when it is a file), or the working directory. */
function folderFor(path: string): string {
  const absolute = resolve(path);
  try {
    return join(statSync(absolute).isDirectory() ? absolute : dirname(absolute), FOLDER);
  } catch {
    return resolve(FOLDER);
  }
}

/**
 * Writes `.unlatched/last.json` (mode 0600; the folder ignores itself in git). Throws when that is not possible.
 * A link in place of the folder is refused: a scanned project could lead the file anywhere.
 */
export function keepScan(path: string, document: string): void {
  const folder = folderFor(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!lstatSync(folder).isDirectory()) throw new Error(`${FOLDER} is not a folder`);
  replaceFile(join(folder, '.gitignore'), '*\n', 0o644);
  replaceFile(join(folder, 'last.json'), document, 0o600);
}

/** Written beside and renamed: a reader sees the old file or the new one, and a link is replaced, not followed. */
function replaceFile(file: string, text: string, mode: number): void {
  const temporary = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, text, { mode, flag: 'wx' });
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** The last scan of PATH, or null when there is none. */
export function readLastScan(path: string): ScanDocument | null {
  const file = join(folderFor(path), 'last.json');
  try {
    lstatSync(file);
  } catch {
    return null;
  }
  return readScan(file, 'the last scan', 'run `unlatched scan` again');
}

/**
 * @param what the words for it in a message
 * @throws UsageError when the file is no scan document of this major version
 */
export function readScan(file: string, what: string, advice: string): ScanDocument {
  let text: string;
  try {
    if (statSync(file).size > MAX_BYTES) throw new UsageError('scan-document-too-large', `${what} is larger than 200 MB; ${advice}`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      'scan-document-unreadable',
      `${what} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'}); ${advice}`,
    );
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new UsageError('scan-document-broken', `${what} is not JSON; ${advice}`);
  }
  const checked = scanDocumentSchema.safeParse(data);
  if (!checked.success) {
    const issue = checked.error.issues[0]!;
    throw new UsageError(
      'scan-document-broken',
      `${what} is not a scan document (${issue.path.join('.') || 'top level'}: ${issue.message}); ${advice}`,
    );
  }
  return checked.data;
}
