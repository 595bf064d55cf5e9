/** Probe: a token whose header holds a piece of SQL in the place of the name of its key. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'key-query-token',
  title: 'a token that looks its key up in SQL',
  why: 'Whoever writes a query into the name of the key, which answers with a word of his own: finds code that puts that name into SQL. The query reads nothing and changes nothing.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'query' } },
  needs: ['signed-token'],
  safety: 'intrusive',
  secure: 'rejects',
  required: false,
  cannot: { predicted: 'which query the name of a key may become is not followed in the source' },
  references: ['J13', 'RFC 7515 section 4.1.4', 'CWE-89'],
};
