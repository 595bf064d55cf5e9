import { expect, test } from 'vitest';
import { PROBES } from '../probes/index.generated.ts';
import { roleOf } from './credential.ts';

test.each([
  ['none', 'no-token'],
  ['garbage', 'garbage-token'],
  ['tampered', 'tampered-token'],
  ['valid', 'valid-token'],
])('the part %s is played by one probe', (role, id) => {
  expect(PROBES.filter((probe) => roleOf(probe) === role).map((probe) => probe.id)).toEqual([id]);
});
