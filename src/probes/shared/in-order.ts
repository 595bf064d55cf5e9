/** The order in which probes are fired and shown: the required ones, the positive control, then the others. */
import type { CredentialPlace, Probe } from '../../model/probe.ts';

const PLACES: readonly CredentialPlace[] = ['none', 'header', 'query', 'form', 'cookie'];

export function inOrder(probes: readonly Probe[]): readonly Probe[] {
  const rank = (probe: Probe): readonly number[] => [
    probe.required ? 0 : probe.secure === 'admits' ? 1 : 2,
    probe.needs.length,
    PLACES.indexOf(probe.sends.place),
  ];
  return [...probes].sort((left, right) => {
    const leftRank = rank(left);
    const difference = rank(right)
      .map((value, index) => leftRank[index]! - value)
      .find((value) => value !== 0);
    return difference ?? (left.id < right.id ? -1 : 1);
  });
}
