/** The positive control: a rejection means something only where the valid token gets in. */
import type { Cell } from '../model/matrix.ts';
import type { WitnessName } from '../model/probe.ts';
import type { Verdict } from '../model/verdict.ts';

/** The probe that serves as positive control. */
export const CONTROL = 'valid-token';

/** Witnesses that fire probes at the real thing. A document is believed as it stands. */
const CONTROLLED: readonly WitnessName[] = ['predicted', 'observed'];

/** True when a verdict counts for coverage: it is known, and a rejection has its control. */
export function counts(verdict: Verdict | undefined, control: Verdict | undefined): boolean {
  if (!verdict || verdict.verdict === 'unknown') return false;
  if (verdict.verdict === 'admits') return true;
  return verdict.standsAlone === true || control?.verdict === 'admits';
}

/**
 * Turns every `rejects` of source and server that has no positive control by the same witness into `unknown`; the old
 * reasons stay underneath. A rejection that rests on nothing modelled (`standsAlone`) is left as it is.
 */
export function withControl(cells: ReadonlyMap<string, Cell>): ReadonlyMap<string, Cell> {
  const control = cells.get(CONTROL) ?? {};
  const out = new Map<string, Cell>();
  for (const [probe, cell] of cells) {
    const changed: Cell = { ...cell };
    for (const witness of CONTROLLED) {
      const verdict = cell[witness];
      if (probe === CONTROL || verdict?.verdict !== 'rejects' || counts(verdict, control[witness])) continue;
      changed[witness] = undecided(verdict, control[witness], witness);
    }
    out.set(probe, changed);
  }
  return out;
}

function undecided(verdict: Verdict, control: Verdict | undefined, witness: WitnessName): Verdict {
  const { text, next } = whyNoControl(control, witness);
  return {
    verdict: 'unknown',
    ...(verdict.status === undefined ? {} : { status: verdict.status }),
    ...(verdict.stage === undefined ? {} : { stage: verdict.stage }),
    ...(verdict.conditions === undefined ? {} : { conditions: verdict.conditions }),
    reasons: [{ text, because: [...verdict.reasons, ...(control?.reasons ?? [])] }],
    ...(next === null ? {} : { next }),
  };
}

function whyNoControl(control: Verdict | undefined, witness: WitnessName): { text: string; next: string | null } {
  const server = witness === 'observed';
  if (!control || (server && control.verdict === 'unknown' && control.status === undefined)) {
    return server
      ? { text: 'turned away, but no valid token was sent that shows the operation works', next: 'give a token: --token env:NAME' }
      : { text: 'turned away, but nothing shows that a valid token gets in', next: control?.next ?? null };
  }
  const next = control.next ?? (server ? 'give a token that may use this operation: --token env:NAME' : null);
  if (control.verdict === 'unknown') {
    const why = control.reasons[0]?.text;
    return { text: `turned away, but it is unknown whether a valid token gets in${why ? `: ${why}` : ''}`, next };
  }
  return { text: 'turned away, but so is the valid token: a rejection proves nothing here', next };
}
