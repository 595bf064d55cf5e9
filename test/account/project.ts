/** Small projects about what guards an account: written to disk, scanned by Unlatched, and asked by the real Django. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { runScan } from '../../src/scan/run.ts';
import { SKELETON } from '../conformance/project.ts';
import { ensureVenv } from '../support/venv.ts';

/** One request, `times` over; see `ask.py` for the words that are filled in. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** The body is a form, not JSON. */
  readonly form?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly times?: number;
  /** A field of the answer that `$KEPT` stands for from then on. */
  readonly keep?: string;
  /** A header with another value each time. */
  readonly rotate?: string;
}

export interface Answer {
  readonly statuses: readonly number[];
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Texts of all mails so far. */
  readonly mails?: readonly string[];
}

/** The project: the skeleton of the conformance cases with `app/views.py` and lines behind its settings. */
export function accountProject(views: string, settings = '', more: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-account-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(SKELETON, folder, { recursive: true, filter: (path) => !path.includes('__pycache__') });
  const files = { 'app/views.py': views, 'config/settings.py': `from .base import *\n${settings}`, ...more };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, 'requirements.txt'), 'Django==5.2.8\ndjangorestframework==3.18.3\n');
  return folder;
}

/** Whether a user has a password now. */
export interface PasswordQuestion {
  readonly has: readonly [name: string, password: string];
}

/** What the real project answers. */
export async function ask(folder: string, questions: readonly (Question | PasswordQuestion)[]): Promise<readonly Answer[]> {
  const python = ensureVenv('account', join(import.meta.dirname, 'requirements.txt'));
  return new Promise((resolve, reject) => {
    const child = execFile(
      python,
      [join(import.meta.dirname, 'ask.py'), folder],
      { env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
      (error, stdout, stderr) => (error ? reject(new Error(`${error.message}\n${stderr}`)) : resolve(JSON.parse(stdout) as Answer[])),
    );
    child.stdin!.end(JSON.stringify(questions));
  });
}

export function scan(folder: string, more: Partial<ScanOptions> = {}): ReturnType<typeof runScan> {
  return runScan({ ...defaultOptions(folder), ...more }, () => {});
}
