/** Probe: a token whose header names a file as the key that everybody can read. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'public-file-token',
  title: 'a token that names a public file as its key',
  why: 'Whoever reads a style sheet of the server and writes its path into the name of the key: finds code that opens the file of that name, and takes no empty one. The file is one of the source, or the style sheet of the admin; it is asked for once.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'public-file' } },
  needs: ['signed-token'],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  rare: true,
  cannot: { predicted: 'which file the name of a key may lead to is not followed in the source' },
  references: ['J12', 'RFC 7515 section 4.1.4', 'CWE-22'],
};
