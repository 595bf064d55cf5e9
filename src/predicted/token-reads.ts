/** Where the gate of an operation looks for its token when that is not `Authorization`: a hint for the server witness. */
import { probe as validToken } from '../probes/valid-token.ts';
import type { BoundRow } from './bind.ts';
import type { Shooter } from './fire.ts';

/** The header of Django's CSRF check is no credential. */
const CREDENTIAL_PLACE = /^(header|cookie|query):(?!.*csrf).*(token|key|auth|jwt|secret|sess)/i;

/** Names such as `header:X-API-Key`; empty where `Authorization` is read, too. */
export function tokenReads(firing: Shooter, row: BoundRow): readonly string[] {
  const names = [...new Set(firing.shoot(row, validToken).deciding?.trace.reads.map(({ name }) => name) ?? [])];
  return names.some((name) => /^header:authorization$/i.test(name)) ? [] : names.filter((name) => CREDENTIAL_PLACE.test(name));
}
