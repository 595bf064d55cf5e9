/** Probe: a token whose header names the address of its key, a listener on this machine. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'key-address-token',
  title: 'a token that names the address of its key',
  why: 'Whoever signs with a key of his own and writes into the header where it lies: finds code that fetches it. The listener runs on this machine and is named to no server elsewhere.',
  sends: { place: 'header', material: 'made', scheme: 'auto', made: { signed: 'sender-address' } },
  needs: ['signed-token'],
  safety: 'intrusive',
  secure: 'rejects',
  required: false,
  cannot: { predicted: 'which address a header may lead to is not followed in the source' },
  references: ['J16', 'J17', 'RFC 7515 sections 4.1.2 and 4.1.5', 'RFC 8725 section 3.10', 'CWE-918'],
};
