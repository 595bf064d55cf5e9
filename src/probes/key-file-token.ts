/** Probe: a token whose header names an empty file as the key. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'key-file-token',
  title: 'a token that names an empty file as its key',
  why: 'Whoever writes a path into the name of the key: finds code that opens the file of that name, and /dev/null is an empty secret. A file that the server hands out itself serves public-file-token.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'empty-file' } },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: { predicted: 'which file the name of a key may lead to is not followed in the source' },
  references: ['J11', 'RFC 7515 section 4.1.4', 'CWE-22'],
};
