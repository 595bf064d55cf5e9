/** The stubs on the disk: which module is in which file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundModule } from '../interpreter/vm.ts';
import { ownFile } from '../model/own-package.ts';
import { STUB_PACKAGES } from './stub-packages.generated.ts';

const STUBS = ownFile('stubs');

/** The names in a folder, asked for once; null where there is no such folder. */
const folders = new Map<string, ReadonlySet<string> | null>();

/**
 * The stub of a module, or null when there is none.
 * @param parts of its dotted name; a folder without `__init__.py` is a namespace package (PEP 420), which has no text
 */
export function findStub(parts: readonly string[]): FoundModule | null {
  const distribution = STUB_PACKAGES.get(parts[0]!);
  if (distribution === undefined) return null;
  const above = parts.slice(0, -1).join('/');
  const name = parts.at(-1)!;
  const names = namesIn(join(STUBS, distribution, above));
  if (!names) return null;
  const stem = above === '' ? name : `${above}/${name}`;
  const read = (file: string, isPackage: boolean): FoundModule => {
    return { text: readFileSync(join(STUBS, distribution, file), 'utf8'), file, isPackage, own: false };
  };
  const inside = names.has(name) ? namesIn(join(STUBS, distribution, stem)) : null;
  if (inside?.has('__init__.py')) return read(`${stem}/__init__.py`, true);
  if (names.has(`${name}.py`)) return read(`${stem}.py`, false);
  return inside ? { text: null, file: stem, isPackage: true, own: false } : null;
}

function namesIn(folder: string): ReadonlySet<string> | null {
  let names = folders.get(folder);
  if (names === undefined) {
    try {
      names = new Set(readdirSync(folder));
    } catch {
      names = null;
    }
    folders.set(folder, names);
  }
  return names;
}
