/** The real applications that Unlatched is measured on, and what Django itself said of them (truth files, made by oracle.py). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Row } from './compare.ts';

export interface Application {
  readonly name: string;
  /** A wheel of PyPI, or a repository that the user has a checkout of. */
  readonly from: { readonly pypi: string } | { readonly repository: string; readonly commit: string };
  /** PATH for `unlatched routes`, below the application's folder; `pythonPath` counts from the folder too. */
  readonly root: string;
  readonly settings: string;
  readonly pythonPath: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const HERE = import.meta.dirname;

/** All applications, in the order of the table. */
export function applications(): Application[] {
  return JSON.parse(readFileSync(join(HERE, 'applications.json'), 'utf8')) as Application[];
}

/**
 * The rows that Django itself has for an application.
 * @throws Error when there is no truth file
 */
export function truthOf(name: string): Row[] {
  const file = join(HERE, 'truth', `${name}.json.gz`);
  if (!existsSync(file)) throw new Error(`no truth for ${name}: make one with oracle.py and pack it with pack-truth.py`);
  return (JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as { routes: Row[] }).routes;
}
