import { expect, it } from 'vitest';
import { Heap } from './heap.ts';
import type { Literals, Outcome } from './outcome.ts';
import { unknown } from './values.ts';
import { Ways } from './ways.ts';

it('tells what led to a way of a join, however many joins hold one another', () => {
  const ways = new Ways(new Heap(), () => {});
  const outcome = (literals: Literals): Outcome => ({
    ended: { how: 'normal' },
    delta: new Map([
      [ways.path, new Map(literals.map(([key, value]) => [key, { target: ways.path, key, isMap: true, present: true, value }]))],
    ]),
  });
  const key = 'ENV is true';
  ways.conditions.set(key, {
    key,
    origin: 'deployment',
    ways: ['ENV is false', 'ENV is true'],
    about: unknown('deployment', 'ENV', 'read'),
  });
  let level: Literals = [[key, 1]];
  for (let depth = 0; depth < 9; depth++)
    level = Array.from({ length: 12 }, () => [ways.addJoin([outcome(level), outcome([[key, 0]])]), 0] as const);
  expect(ways.describeWay(level[0]![0], 0)).toEqual(['ENV is true']);
});
