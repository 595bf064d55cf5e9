/** Real applications against what Django itself says: recall, precision and policy may only rise, and a gate that admits is never called rejecting. */
import { beforeAll, describe, expect, it } from 'vitest';
import { applications } from './applications.ts';
import { type Judged, judge } from './judge.ts';
import { warmUp } from './measure.ts';
import { obtain } from './obtain.ts';

/** Seconds for the run with verdicts. */
const LIMIT = 120;

/** Shares that today's state reaches. */
const FLOORS = [
  { name: 'label-studio', found: 1, precise: 1, right: 1, decided: 1, all: 1 },
  { name: 'doccano', found: 1, precise: 1, right: 1, decided: 1, all: 1 },
];

describe.each(FLOORS)('$name', ({ name, ...floor }) => {
  let judged: Judged;

  beforeAll(async () => {
    warmUp();
    const application = applications().find((a) => a.name === name)!;
    judged = await judge(application, obtain(application, undefined)!, { verdictLimit: LIMIT, runs: 1 });
  }, 300_000);

  it('finds the operations, and no others', () => {
    expect(judged.drf.truthRows).toBeGreaterThan(100);
    expect(judged.drf.found / judged.drf.truthRows).toBeGreaterThanOrEqual(floor.found);
    expect(judged.drf.found / judged.drf.candidateRows).toBeGreaterThanOrEqual(floor.precise);
    expect(judged.all.found / judged.all.truthRows).toBeGreaterThanOrEqual(floor.all);
  });

  it('has the effective policy right, and says why where it is undecided', () => {
    expect(judged.drf.right / judged.drf.decided).toBeGreaterThanOrEqual(floor.right);
    expect(judged.drf.decided / judged.drf.judged).toBeGreaterThanOrEqual(floor.decided);
    expect(judged.drf.mismatches.filter((m) => m.kind === 'undecided' && m.group.endsWith('without a reason'))).toEqual([]);
  });

  it('rejects nothing that the real gate admits', () => {
    expect(judged.verdicts, `verdicts took more than ${LIMIT} s`).not.toBeNull();
    expect(judged.drf.mismatches.filter((m) => m.kind === 'false-reject')).toEqual([]);
  });
});
