/** `--spec`: from what the user wrote to a file. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../model/errors.ts';

const FOLDERS = ['.', 'docs', 'doc', 'api', 'openapi', 'schema', 'static'];
const NAMES = ['openapi', 'swagger', 'schema'];
const ENDINGS = ['yaml', 'yml', 'json'];

/**
 * The file that `--spec` names; `auto` looks for the usual names in PATH and its usual folders.
 * @throws UsageError when `auto` finds nothing, and for a URL
 */
export function findDocument(spec: string, path: string): string {
  if (/^https?:/i.test(spec)) {
    throw new UsageError('spec-url-later', '--spec URL comes in a later release; save the document to a file and name that');
  }
  if (spec !== 'auto') return spec;
  for (const folder of FOLDERS) {
    for (const name of NAMES) {
      for (const ending of ENDINGS) {
        const file = join(path, folder, `${name}.${ending}`);
        if (isFile(file)) return file;
      }
    }
  }
  throw new UsageError(
    'spec-not-found',
    `--spec auto: no ${NAMES.join(', ')} with .yaml, .yml or .json in ${path} or its docs folder; name the file`,
  );
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
