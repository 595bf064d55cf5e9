import { expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

it.each([
  ['BearerAuht', ['cookieAuth', 'bearerAuth'], 'bearerAuth'],
  ['jwt', ['JWT', 'basic'], 'JWT'],
  ['apiKey', ['bearerAuth'], null],
  ['', ['a'], null],
  ['x'.repeat(5000), ['x'], null],
])('%s among %j', (wanted, names, expected) => expect(nearestName(wanted, names)).toBe(expected));
