/** Says what the document promises when a probe is fired at one of its operations. */
import type { Place } from '../model/place.ts';
import type { Probe } from '../model/probe.ts';
import type { Reason, Verdict } from '../model/verdict.ts';
import { type FitAnswer, fits } from './credential.ts';
import type { Alternative, Security } from './security.ts';
import { schemeWords } from './security-schemes.ts';

/** What is known about the operation that is judged. */
export interface JudgedOperation {
  readonly place: Place;
  readonly pointer: string;
  /** Effective `security`, or null when neither operation nor document has it. */
  readonly security: Security | null;
  readonly statuses: ReadonlySet<string>;
  /** A line inside the operation at which its text could not be read, or null. */
  readonly brokenAt: number | null;
}

/** What holds for the document as a whole. */
export interface DocumentFacts {
  /** Nothing in the document asks for a credential: it says nothing either way. */
  readonly silent: { readonly why: string; readonly place?: Place } | null;
  /** The line at which the text could not be read, so that parts may be missing. */
  readonly brokenAt: number | null;
  /** Added to every verdict of a derived document. */
  readonly derived: Reason | null;
}

const MEND = 'mend the document: its syntax errors are listed under problems';

/** The promise for one operation and probe. Never throws. */
export function judgeOperation(operation: JudgedOperation, probe: Probe, facts: DocumentFacts): Verdict {
  const verdict = withoutDerivation(operation, probe, facts);
  return facts.derived ? { ...verdict, reasons: [...verdict.reasons, facts.derived] } : verdict;
}

function withoutDerivation(operation: JudgedOperation, probe: Probe, facts: DocumentFacts): Verdict {
  const { security } = operation;
  if (facts.silent) {
    const { why, place } = facts.silent;
    const next = 'add `security` to the document, or judge by source and server alone';
    return { verdict: 'unknown', reasons: [place ? { text: why, place } : { text: why }], next };
  }
  const own = { place: operation.place, pointer: operation.pointer };
  if (operation.brokenAt !== null) {
    return unknown([{ text: `the operation cannot be read as a whole: the text is broken in line ${operation.brokenAt}`, ...own }], MEND);
  }
  if (!security) {
    if (facts.brokenAt !== null) {
      return unknown(
        [{ text: `no security is read for this operation, but the document is broken in line ${facts.brokenAt}`, ...own }],
        MEND,
      );
    }
    const because = facts.derived
      ? { because: [{ text: 'generators also leave security out where they do not know the authenticator' }] }
      : {};
    const text = 'neither the operation nor the document has security, while other operations have: anyone may call it';
    // Left out on purpose or forgotten: the document does not tell.
    return { verdict: 'admits', conditions: ['the lack of security is meant'], reasons: [{ text, ...own, ...because }] };
  }
  const here = { place: security.place, pointer: security.pointer };
  if (!security.alternatives) {
    return unknown([{ text: `security of the ${security.level} cannot be read`, ...here }], 'write security as a list of maps');
  }
  if (security.alternatives.length === 0) return admits([{ text: `${security.level} has security: []: anyone may call it`, ...here }]);
  const open = security.alternatives.find((alternative) => alternative.requirements?.length === 0);
  if (open) {
    const others = security.alternatives.length - 1;
    const note = `security of the ${security.level} has the alternative {}: a credential is optional${others === 0 ? ', and none is named' : ''}`;
    const because =
      probe.sends.material === 'none' || probe.sends.material === 'valid'
        ? []
        : [{ text: 'a server may still refuse a wrong credential here; that breaks no promise' }];
    return admits([{ text: note, place: open.place, pointer: open.pointer, ...(because.length > 0 ? { because } : {}) }]);
  }
  return byAlternatives(operation, security, security.alternatives, probe);
}

function byAlternatives(operation: JudgedOperation, security: Security, alternatives: readonly Alternative[], probe: Probe): Verdict {
  const asks: Reason = {
    text: `security of the ${security.level}: ${alternatives.map(alternativeWords).join(' or ')}`,
    place: security.place,
    pointer: security.pointer,
    because: schemeReasons(alternatives),
  };
  const unclear: FitAnswer[] = [];
  const refused: FitAnswer[] = [];
  for (const alternative of alternatives) {
    if (!alternative.requirements) {
      unclear.push({ fit: 'unclear', why: 'one alternative of security cannot be read, so it could ask for nothing' });
      continue;
    }
    const answers = alternative.requirements.map((requirement) => fits(requirement, probe));
    const no = answers.find((answer) => answer.fit === 'no');
    const open = answers.find((answer) => answer.fit === 'unclear');
    if (no) refused.push(no);
    else if (open) unclear.push(open);
    else {
      const conditions = answers.flatMap((answer) => answer.condition ?? []);
      const reasons = [asks, ...answers.map((answer) => ({ text: answer.why }))];
      return { verdict: 'admits', reasons, ...(conditions.length > 0 ? { conditions } : {}) };
    }
  }
  if (unclear.length > 0) return unknown([asks, ...distinct(unclear)], undefined);
  return { verdict: 'rejects', ...status(operation), reasons: [asks, ...distinct(refused)] };
}

/** The documented status of a refusal: 401 where it is listed, else 403 where that is. */
function status(operation: JudgedOperation): { status?: number } {
  if (operation.statuses.has('401')) return { status: 401 };
  return operation.statuses.has('403') ? { status: 403 } : {};
}

function alternativeWords(alternative: Alternative): string {
  if (!alternative.requirements) return 'something unreadable';
  const names = alternative.requirements.map(({ scheme }) => scheme.name);
  return names.length > 1 ? `(${names.join(' and ')})` : (names[0] ?? '{}');
}

function schemeReasons(alternatives: readonly Alternative[]): readonly Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { scheme } of alternatives.flatMap((alternative) => alternative.requirements ?? [])) {
    const text = `${scheme.name} is ${schemeWords(scheme)}`;
    reasons.set(scheme.name, scheme.place ? { text, place: scheme.place, pointer: scheme.pointer } : { text });
  }
  return [...reasons.values()];
}

function distinct(answers: readonly FitAnswer[]): readonly Reason[] {
  return [...new Set(answers.map((answer) => answer.why))].slice(0, 10).map((text) => ({ text }));
}

function admits(reasons: readonly Reason[]): Verdict {
  return { verdict: 'admits', reasons };
}

function unknown(reasons: readonly Reason[], next: string | undefined): Verdict {
  return { verdict: 'unknown', reasons, ...(next ? { next } : {}) };
}
