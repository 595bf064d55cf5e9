/** The verdict on a probe beside the positive control: what a rejection is worth, and what somebody who was let in has of it. */
import type { Probe } from '../model/probe.ts';
import type { Verdict } from '../model/verdict.ts';
import { probe as noToken } from '../probes/no-token.ts';
import { probe as validToken } from '../probes/valid-token.ts';
import type { BoundRow } from './bind.ts';
import { unlockingBranch } from './causes.ts';
import { isAboutForm, passesAll } from './checks.ts';
import type { Shot } from './conclude.ts';
import type { Afterwards } from './lasting.ts';

/** The answer of an operation to a probe, with what the valid token and the request without one say of it. */
export function judged(firing: Afterwards, row: BoundRow, probe: Probe): Verdict {
  const shot = firing.shoot(row, probe);
  if (shot.verdict.verdict === 'rejects' && probe !== validToken) return rejected(firing, row, shot);
  return shot.verdict.verdict === 'admits' ? admitted(firing, row, probe, shot) : shot.verdict;
}

function rejected(firing: Afterwards, row: BoundRow, { verdict, checks }: Shot): Verdict {
  const valid = firing.shoot(row, validToken);
  if (checks && passesAll(valid.deciding, checks)) return { ...verdict, standsAlone: true };
  if (firing.start().control.takesNone(row)) return { ...verdict, standsAlone: true };
  if (verdict.standsAlone && isAboutForm(verdict, valid.verdict, firing.shoot(row, noToken).verdict))
    return { ...verdict, standsAlone: false };
  return verdict;
}

function admitted(firing: Afterwards, row: BoundRow, probe: Probe, { verdict, deciding, noUse }: Shot): Verdict {
  const { control } = firing.start();
  if (probe === noToken)
    return !verdict.effect && control.complainsItself(row) ? { ...verdict, effect: 'nothing but a complaint' } : verdict;
  // Behind a made-up credential a handler that only fails shows nothing of whether it took it.
  if (!verdict.effect && deciding?.raised) return { ...verdict, effect: 'nothing but a server error' };
  // A handler that calls a wrong token a bad request, and not the right one, has turned it away.
  if (noUse && control.isServed(row)) return { ...verdict, verdict: 'rejects' };
  return unlockingBranch(firing, row, probe, noToken) ? { ...verdict, richer: true } : verdict;
}
