/** Answers of the server from a kept scan document, so that `explain` shows them without sending anything. */
import type { ScanDocument } from '../model/scan-document.ts';
import type { Reason, Verdict } from '../model/verdict.ts';
import type { Observation } from '../model/witness.ts';
import { DOORS, type Doors } from './doors.ts';

type DocumentReason = ScanDocument['reasons'][number];

/** The doors of the other witnesses as they are; the server's answers with what it said then. */
export function replaying(document: ScanDocument): Doors {
  return {
    ...DOORS,
    logIn: async () => ({ token: null, problem: null, exchanges: [] }),
    fetchDocument: async () => ({
      text: null,
      location: null,
      problem: 'nothing is sent for an explanation; save the document to a file and name that with --spec',
      exchanges: [],
    }),
    observe: async () => observationOf(document),
  };
}

/** What the server witness said in a scan. Indexes that lead nowhere (a hand-edited document) are left out. */
export function observationOf(document: ScanDocument): Observation {
  const reasonAt = reasonReader(document.reasons);
  const verdicts = new Map<string, ReadonlyMap<string, Verdict>>();
  for (const { id, probes } of document.operations) {
    const row = new Map<string, Verdict>();
    for (const [probe, { observed }] of Object.entries(probes)) {
      if (observed) row.set(probe, { ...observed, reasons: observed.reasons.map(reasonAt).filter((reason) => reason !== null) });
    }
    verdicts.set(id, row);
  }
  return {
    verdicts,
    exchanges: Object.entries(document.exchanges).map(([id, { answer_class, duration_ms, ...exchange }]) => ({
      ...exchange,
      id,
      answerClass: answer_class,
      duration: duration_ms,
    })),
    canary: document.witnesses.observed?.canary ?? 'none',
    requests: document.witnesses.observed?.requests ?? 0,
    interrupted: false,
    problems: [],
    plan: [],
  };
}

/** Turns indexes into reasons; a reason that rests on itself ends there. */
function reasonReader(list: readonly DocumentReason[]): (index: number) => Reason | null {
  const made = new Map<number, Reason | null>();
  const read = (index: number): Reason | null => {
    const known = made.get(index);
    if (known !== undefined) return known;
    made.set(index, null);
    const source = list[index];
    if (!source) return null;
    const { text, file, line, pointer, exchange } = source;
    const because = (source.because ?? []).map(read).filter((each) => each !== null);
    const reason: Reason = {
      text,
      ...(file !== undefined ? { place: { file, line: line ?? 1 } } : {}),
      ...(pointer !== undefined ? { pointer } : {}),
      ...(exchange !== undefined ? { exchange } : {}),
      ...(because.length > 0 ? { because } : {}),
    };
    made.set(index, reason);
    return reason;
  };
  return read;
}
