/** The headers of proxies with the user of the run in them (catalogue R11). Nobody else is ever named, and no made-up user: a server may make the users that it does not know (Django, `RemoteUserBackend.create_unknown_user`). */

import type { Verdict } from '../model/verdict.ts';
import type { KnownUser, ObserveRequest } from '../model/witness.ts';
import { ownerIn } from '../tokens/owner.ts';
import type { Carrier, Material, Materials } from './credential.ts';
import type { OtherShot } from './operation-log.ts';

/** Whom the token of a run belongs to: by what the run knows, else by the token itself. */
export function userOf({ token, user }: Pick<ObserveRequest, 'token' | 'user'>): KnownUser {
  return { ...ownerIn(token), ...user };
}

/** One header for each name of which it is known what belongs there; `joint` stands between its words in place of the hyphen. */
export function namingOwnUser(names: readonly string[], user: KnownUser, joint = '-'): readonly Carrier[] {
  return names.flatMap((name) => {
    const material = valueFor(name, user);
    const spelt = name.replace(/-/g, joint);
    return material && (joint === '-' || spelt !== name) ? [{ name: spelt, ...material }] : [];
  });
}

function valueFor(name: string, user: KnownUser): Material | null {
  if (/e-?mail/i.test(name)) return own(user.email, '$LOGIN_EMAIL', '<e-mail address of the own user>');
  if (/id$/i.test(name)) return own(user.id, '$LOGIN_USER_ID', '<number of the own user>');
  return own(user.name, '$LOGIN_USER', '<name of the own user>');
}

/** Names are short: they are kept out of what is recorded by their place, not by their text. */
function own(wire: string | undefined, shell: string, shape: string): Material | null {
  return wire === undefined ? null : { wire, shell, shape, piece: true };
}

/** What the verdict on such a request depends on: the header that got in, or those that did not. */
export function withHeaders(verdict: Verdict, { name, spelling }: OtherShot, names: readonly string[], { known }: Materials): Verdict {
  const sent = namingOwnUser(names, known.user ?? {}).map((header) => header.name);
  const spelt = spelling?.index ? name?.replace(/-/g, '_') : name;
  const condition =
    verdict.verdict === 'admits' && spelt
      ? `header:${spelt} is sent`
      : verdict.verdict === 'rejects'
        ? `no header names the user but ${sent.join(', ')}`
        : null;
  return condition === null ? verdict : { ...verdict, conditions: [...(verdict.conditions ?? []), condition] };
}
