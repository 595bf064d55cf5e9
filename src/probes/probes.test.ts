import { expect, test } from 'vitest';
import { PROBES } from './index.generated.ts';
import { inOrder } from './shared/in-order.ts';

test('the required probes come first, the barest request before all', () => {
  const ids = inOrder(PROBES).map(({ id }) => id);
  expect(ids.slice(0, 4)).toEqual(['no-token', 'garbage-token', 'tampered-token', 'valid-token']);
  expect(new Set(ids).size).toBe(PROBES.length);
});

test('only the positive control shall get in, and only what sends a real token or names a user needs one', () => {
  for (const probe of PROBES) {
    expect(probe.secure === 'admits', probe.id).toBe(probe.id === 'valid-token');
    expect(probe.needs.length > 0, probe.id).toBe(
      ['valid', 'tampered', 'prefix', 'suffixed', 'other-case', 'made', 'low', 'second', 'identity', 'user'].includes(probe.sends.material),
    );
    expect(probe.sends.made !== undefined, probe.id).toBe(probe.sends.material === 'made');
    expect(probe.sends.material === 'none', probe.id).toBe(probe.sends.place === 'none');
    expect(probe.safety, probe.id).toBe(['key-address-token', 'key-query-token'].includes(probe.id) ? 'intrusive' : 'passive');
  }
});
