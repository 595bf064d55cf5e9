/** How verdicts look on the page: a letter, a colour and a word, always all three. */
import { WITNESS_NAMES, type WitnessName } from '../../model/probe.ts';
import type { Verdict, VerdictKind } from '../../model/verdict.ts';
import { verdictWord } from '../digest/who-gets-in.ts';
import { type Html, html } from './tag.ts';

export const WITNESS_LABEL: Readonly<Record<WitnessName, string>> = { promised: 'document', predicted: 'source', observed: 'server' };

/** Probes with a credential that the server has issued for this use: to be let in is right. */
const CONTROL = new Set(['valid-token']);

export type Tone = 'ok' | 'bad' | 'unk' | 'meant' | 'none';

export function toneOf(probe: string, kind: VerdictKind | undefined, meant: boolean): Tone {
  if (kind === undefined) return 'none';
  if (kind === 'unknown') return 'unk';
  if (kind === 'crashes') return 'unk';
  const admits = kind === 'admits';
  if (CONTROL.has(probe)) return admits ? 'ok' : 'unk';
  if (!admits) return 'ok';
  return meant ? 'meant' : 'bad';
}

const LETTER: Readonly<Record<VerdictKind, string>> = { rejects: 'r', admits: 'A', crashes: 'c', unknown: '?' };

export function letter(probe: string, kind: VerdictKind | undefined, meant: boolean): Html {
  return html`<i class=${toneOf(probe, kind, meant)}>${kind ? LETTER[kind] : '·'}</i>`;
}

export function word(probe: string, verdict: Verdict | VerdictKind | undefined, meant: boolean): Html {
  const kind = typeof verdict === 'string' ? verdict : verdict?.verdict;
  return html`<span class="w ${toneOf(probe, kind, meant)}">${verdictWord(verdict)}</span>`;
}

export { WITNESS_NAMES };
