/** Name and version of this program, from its own package.json. */
import { readFileSync } from 'node:fs';

export function tool(): { readonly name: 'unlatched'; readonly version: string } {
  const file = new URL('../../package.json', import.meta.url);
  return { name: 'unlatched', version: (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version };
}
