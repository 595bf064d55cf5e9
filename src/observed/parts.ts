/** The probes of a run by the part they play, and the order in which those of one part are sent. */
import type { Probe } from '../model/probe.ts';
import { type Materials, roleOf } from './credential.ts';
import { isGranted, needsKey, needsPublicKey } from './needs.ts';

/** The probes of a run by the part they play; a part without a probe is asked all the same where the judgement needs it. */
export interface Parts {
  readonly garbage: Probe | null;
  readonly tampered: Probe | null;
  readonly valid: Probe | null;
  readonly none: Probe | null;
  readonly method: readonly Probe[];
  readonly options: Probe | null;
  readonly override: Probe | null;
  /** Asked at each operation that they say something about; the others once for each group. */
  readonly own: readonly Probe[];
  readonly other: readonly Probe[];
  /** Asked where the valid token itself is refused. */
  readonly raised: readonly Probe[];
  /** The same request in other words, without a token. */
  readonly variant: readonly Probe[];
}

export function partsOf(probes: readonly Probe[]): Parts {
  const first = (role: string): Probe | null => probes.find((probe) => roleOf(probe) === role) ?? null;
  const all = (role: string): Probe[] => probes.filter((probe) => roleOf(probe) === role);
  return {
    garbage: first('garbage'),
    tampered: first('tampered'),
    valid: first('valid'),
    none: first('none'),
    method: all('method'),
    options: first('options'),
    override: first('override'),
    own: all('own'),
    other: all('other'),
    raised: all('raised'),
    variant: all('variant'),
  };
}

/** Asked at each operation where source does not tell the authenticators apart: those behind one scheme may differ in it. */
export function mayDiffer(probe: Probe, materials: Materials): boolean {
  return isEntrance(probe) || isHomeMade(probe, materials);
}

/** An entrance of its own beside `Authorization`. */
function isEntrance(probe: Probe): boolean {
  const { place, names, material } = probe.sends;
  // The rarer ones are asked once for each group, like bad tokens.
  if (place === 'cookie' || material === 'literal' || material === 'identity') return false;
  return place === 'query' || (place === 'header' && (names ?? []).some((name) => name.toLowerCase() !== 'authorization'));
}

/** A made-up or an empty key, where keys are sent beside `Authorization`. */
export function isMadeUpKey({ sends: { place, names, material } }: Probe): boolean {
  const elsewhere = place === 'query' || (place === 'header' && names !== undefined);
  return elsewhere && (material === 'garbage' || material === 'literal');
}

/** What is easiest to make of the token and is a token still: without the signature that it has, half of one that has none. */
export function isHomeMade({ sends }: Probe, { isSigned }: Materials): boolean {
  const { made, material } = sends;
  return isSigned ? made?.signed === 'nobody' && made.algorithm === undefined && made.form === undefined : material === 'prefix';
}

/** Neither an entrance nor a bare word in the usual place: what few servers fall for. */
export function isRare(probe: Probe, materials: Materials): boolean {
  if (probe.rare) return true;
  if (isGranted(probe) || isHomeMade(probe, materials)) return false;
  const { place, names, material } = probe.sends;
  const usual = place === 'header' && !names && material === 'literal';
  const moved = place === 'header' && names !== undefined && material === 'valid';
  return moved || (!isEntrance(probe) && !usual);
}

/** Valid tokens before made-up ones, see `sameEntrance`; what anybody can write before what takes a key; what few servers fall for last. */
export function inTurn(probes: readonly Probe[]): Probe[] {
  const rank = (probe: Probe): number =>
    probe.sends.material === 'valid' ? 0 : 1 + 2 * Number(needsKey(probe) || needsPublicKey(probe)) + Number(probe.rare ?? false);
  return [...probes].sort((left, right) => rank(left) - rank(right));
}

/** The most dangerous first: what anybody can write, what takes the public key, what takes the key; the valid token in other words comes last. */
export function byDanger(probes: readonly Probe[]): Probe[] {
  const rank = (probe: Probe): number => {
    const { material } = probe.sends;
    if (material === 'valid' || material === 'suffixed' || material === 'other-case') return 5;
    if (needsKey(probe)) return probe.rare ? 4 : 3;
    if (needsPublicKey(probe)) return 2;
    return material === 'made' ? 0 : 1;
  };
  return [...probes].sort((left, right) => rank(left) - rank(right));
}
