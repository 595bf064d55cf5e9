/** Turns what one operation answered into verdicts: the vector table of missing, bad and valid credentials. Pure. */
import type { Reason, Verdict } from '../model/verdict.ts';
import { hasPasswordField } from './answer-class.ts';
import type { OperationLog, OtherShot, Repeated } from './operation-log.ts';
import { type Comparison, compareShapes, describeBody, type Shape, stableValues } from './shape.ts';
import { type Shot, shotReason, shotText } from './shot.ts';

const unknown = (text: string, because: readonly Reason[], next?: string): Verdict => ({
  verdict: 'unknown',
  reasons: [{ text, ...(because[0]?.exchange ? { exchange: because[0].exchange } : {}), ...(because.length > 0 ? { because } : {}) }],
  ...(next ? { next } : {}),
});

/** 404 in place of 403: hidden, as if the object did not exist. */
const hidden = (shot: Shot): boolean => shot.answer?.status === 404;

/** The verdict on the positive control itself. */
export function judgeValid(log: OperationLog): Verdict {
  const valid = log.valid;
  if (valid === null) return noControl(log);
  const reason = shotReason(valid, 'valid token');
  const status = valid.answer?.status;
  switch (valid.class) {
    case 'REACHED':
      // Sites without tokens answer everybody with their login form: no control.
      if (hasPasswordField(valid.answer!)) return unknown(`${shotText(valid, 'valid token')}: a login form`, [reason]);
      return {
        verdict: 'admits',
        status,
        stage: 'handler',
        richer: validRicher(log),
        reasons: [reason],
        effect: describeBody(valid.answer!),
      };
    case 'DENIED':
      return { verdict: 'rejects', status, reasons: [reason], next: 'give a token whose user may call it: --token env:NAME' };
    case 'CRASH':
      return { verdict: 'crashes', status, reasons: [reason] };
    case 'REACHED-INERT':
      // The gate told it from the request without a token, so it stands open for this token.
      if (log.none?.first.class === 'DENIED') {
        return {
          verdict: 'admits',
          status,
          stage: 'handler',
          reasons: [reason, shotReason(log.none.first, 'no token')],
          effect: 'nothing: the gate was passed, the request itself failed',
        };
      }
      return unknown(shotText(valid, 'valid token'), [reason], nextFor(valid, log));
    default:
      return unknown(shotText(valid, 'valid token'), [reason], nextFor(valid, log));
  }
}

/** True when the valid token gets more than a request without one. */
function validRicher(log: OperationLog): boolean {
  const none = log.none;
  if (none?.first.class !== 'REACHED') return true;
  const without = [none.first.shape!, none.again?.shape ?? none.first.shape!];
  return (
    compareShapes(log.valid!.shape!, none.first.shape!).leftRicher || moreValues(log.valid!.shape!, without, log.validAgain?.shape ?? null)
  );
}

/** The verdict on the request without a credential. */
export function judgeNone(log: OperationLog): Verdict {
  const entry = log.none;
  if (!entry) return unknown('not sent', []);
  const { first } = entry;
  const reason = shotReason(first, 'no token');
  if (first.answer === null) return unknown(shotText(first, 'no token'), [reason], nextFor(first, log));
  const control = controlOf(log, first);
  if (log.cached) return cachedVerdict(log, entry);
  if (first.class === 'REACHED') {
    if (log.valid?.class === 'DENIED') return invertedVerdict(log, entry);
    if (typeof control !== 'object') return noControl(log, reason);
    return openVerdict(log, entry, control);
  }
  // The status lets a rule compare it with what a made-up credential gets.
  if (typeof control !== 'object')
    return { ...noControl(log, reason), ...(first.class === 'DENIED' ? { status: first.answer.status } : {}) };
  return turnedAway(log, entry, control, 'no token');
}

/** The verdict on a bad credential: made up, changed, misplaced. */
export function judgeBad(log: OperationLog, entry: Repeated, who: string): Verdict {
  const { first } = entry;
  const reason = shotReason(first, who);
  const none = log.none?.first;
  if (first.answer === null || !none) return unknown(shotText(first, who), [reason], nextFor(first, log));
  if (first.class === 'REACHED' && none.class === 'REACHED' && log.valid?.class === 'DENIED') {
    const comparison = compareShapes(first.shape!, none.shape!);
    if (comparison.sameShape) return { ...invertedVerdict(log, entry), effect: 'same as without a token' };
  }
  const control = controlOf(log, first);
  if (typeof control !== 'object') return noControl(log, reason);
  if (first.class !== 'REACHED') return turnedAway(log, entry, control, who);
  if (none.class === 'REACHED') return besideOpen(log, entry, who, control);
  return entranceVerdict(log, entry, who, control);
}

/** The verdict on a probe beside the Authorization header's usual ones. */
export function judgeOther(log: OperationLog, other: OtherShot, title: string): Verdict {
  if (other.ofValid) {
    const verdict = judgeBad(log, other, 'the valid token in the same place');
    return { ...verdict, conditions: ['not sent: where the valid token is turned away, a made-up one is as well'] };
  }
  if (other.untold) return untoldVerdict(log, other, other.name === null ? title : `${title} as ${other.name}`);
  const { spelling } = other;
  const what = !spelling?.label
    ? title
    : other.first.class === 'DENIED'
      ? `${title}, the last of ${spelling.sent}`
      : `${title} (${spelling.label})`;
  const isNamed = other.name === null || other.name === 'Authorization' || other.first.class !== 'REACHED';
  const verdict = judgeBad(log, other, isNamed ? what : `${what} as ${other.name}`);
  if (verdict.verdict !== 'rejects' || !spelling || spelling.sent === spelling.all) return verdict;
  const few = `${spelling.sent} of ${spelling.all} spellings were sent: the run keeps to eight requests an operation on average`;
  return { ...verdict, conditions: [...(verdict.conditions ?? []), few] };
}

/**
 * A made-up credential at an operation that takes no token of the run. A refusal tells nothing; whoever is answered with data, twice,
 * where a request without a credential is turned away twice, is in.
 */
function untoldVerdict(log: OperationLog, { first, again }: OtherShot, who: string): Verdict {
  const reasons = [
    shotReason(first, who),
    ...(again ? [shotReason(again, 'once more, with a cache-buster on a new connection')] : []),
    shotReason(log.none!.first, 'no token'),
  ];
  if (first.class !== 'REACHED') return noControl(log, reasons[0]);
  if (again?.class !== 'REACHED' || !compareShapes(first.shape!, again.shape!).sameShape) return unknown('could not be repeated', reasons);
  if (log.template?.state !== 'asked') return unknown('could not learn how the server answers a path that does not exist', reasons);
  const { lists, values, kind } = first.shape!;
  if (kind !== 'json' || (values.size === 0 && [...lists.values()].every((length) => length === 0)))
    return unknown(`answers ${describeBody(first.answer!)}, which may be for everybody`, reasons);
  return {
    verdict: 'admits',
    status: first.answer!.status,
    stage: 'handler',
    richer: true,
    conditions: ['the valid token is not of the kind that the operation takes'],
    effect: describeBody(first.answer!),
    reasons,
  };
}

/** HEAD without a token beside a GET that is denied: there is no body, so only a status that GET's denial does not have tells something. */
export function judgeHead(log: OperationLog): Verdict {
  const head = log.head!;
  const reason = shotReason(head.first, 'HEAD without a token');
  const none = log.none!.first;
  const control = controlOf(log, head.first);
  if (typeof control !== 'object') return noControl(log, reason);
  if (head.first.answer !== null && head.first.class !== 'REACHED' && head.first.answer.status === none.answer?.status) {
    return { verdict: 'rejects', status: head.first.answer.status, stage: 'gate', reasons: [reason, control] };
  }
  if (head.first.class !== 'REACHED') return turnedAway(log, head, control, 'HEAD without a token');
  const denial = none.answer!.status;
  if (denial >= 200 && denial < 300)
    return unknown(`GET without a token is refused with status ${denial}, so HEAD's status says nothing`, [reason]);
  const template = log.headTemplate;
  if (template === null || template.answer === null || template.answer.status < 300) {
    return unknown('HEAD is answered alike for paths that do not exist', [
      reason,
      ...(template ? [shotReason(template, 'made-up path')] : []),
    ]);
  }
  if (head.again?.class !== 'REACHED') return contradiction(head, 'HEAD without a token');
  return {
    verdict: 'admits',
    status: head.first.answer!.status,
    stage: 'handler',
    effect: 'the handler runs; its headers are answered, its body is not',
    reasons: [reason, shotReason(head.again, 'once more, with a cache-buster'), shotReason(none, 'GET without a token'), control],
  };
}

/** A token with a changed signature where any made-up token gets in: nothing is left to find out. */
export function impliedVerdict(log: OperationLog): Verdict | null {
  const garbage = log.garbage;
  if (garbage?.first.class !== 'REACHED') return null;
  const verdict = judgeBad(log, garbage, 'made-up token');
  if (verdict.verdict !== 'admits') return null;
  return {
    ...verdict,
    conditions: [...(verdict.conditions ?? []), 'not sent: a made-up token gets the same already'],
    reasons: [
      {
        text: `a changed token is worth no less than a made-up one, ${garbage.first.exchange}`,
        exchange: garbage.first.exchange ?? undefined,
        because: verdict.reasons,
      },
    ],
  };
}

/** The reason that makes a rejection mean something, or the lack of it. */
export function controlOf(log: OperationLog, first: Shot): Reason | 'none' | 'failed' {
  const { valid } = log;
  if (valid === null) return 'none';
  const works = valid.class === 'REACHED' || (valid.class === 'REACHED-INERT' && first.class === 'DENIED');
  if (!works) return 'failed';
  if (log.validAgain && log.validAgain.class !== valid.class) return 'failed';
  return shotReason(valid, 'valid token');
}

export function noControl(log: OperationLog, reason?: Reason): Verdict {
  const because = reason ? [reason] : [];
  const seen = reason ? `; ${reason.text}` : '';
  if (log.valid === null) return unknown(`no positive control: no valid token was given${seen}`, because, '--token env:NAME');
  const again =
    log.validAgain !== null && log.validAgain.class !== log.valid.class ? [shotReason(log.validAgain, 'valid token, later')] : [];
  const why = again[0]?.text ?? shotText(log.valid, 'valid token');
  return unknown(
    `no positive control: ${why}${seen}`,
    [...because, shotReason(log.valid, 'valid token'), ...again],
    nextFor(log.valid, log),
  );
}

/** Not let in: turned away, crashed, or nothing that can be told. */
function turnedAway(log: OperationLog, entry: Repeated, control: Reason, who: string): Verdict {
  const { first, again } = entry;
  const status = first.answer?.status;
  const reason = shotReason(first, who);
  const validReached = log.valid?.class === 'REACHED';
  if (first.class === 'DENIED' || (hidden(first) && validReached && log.none?.first.class !== 'REACHED')) {
    const after = who === 'no token' ? log.noneAfter : null;
    if (after && after.class !== first.class) {
      return unknown('the server answers differently from one time to the next', [reason, shotReason(after, 'the same, later'), control]);
    }
    const text = hidden(first) ? { ...reason, text: `${reason.text}: hidden from those without a valid token` } : reason;
    return { verdict: 'rejects', status, stage: 'gate', reasons: [text, control] };
  }
  if (first.class === 'CRASH') {
    if (!validReached || again?.class !== 'CRASH')
      return unknown(again ? 'a server error that does not come every time' : 'a server error, which was not asked for again', [
        reason,
        ...(again ? [shotReason(again, 'once more')] : []),
        control,
      ]);
    return { verdict: 'crashes', status, reasons: [reason, shotReason(again, 'once more, with a cache-buster'), control] };
  }
  return unknown(shotText(first, who), [reason, control], nextFor(first, log));
}

/** Answered without a credential. */
function openVerdict(log: OperationLog, entry: Repeated, control: Reason): Verdict {
  const { first, again } = entry;
  const doubt = doubtOf(log, entry, 'no token');
  if (doubt) return doubt;
  const comparison = compareShapes(first.shape!, log.valid!.shape!);
  return {
    verdict: 'admits',
    status: first.answer!.status,
    stage: 'handler',
    effect: openEffect(log, comparison, first),
    reasons: [shotReason(first, 'no token'), shotReason(again!, 'once more, with a cache-buster on a new connection'), control],
  };
}

function openEffect(log: OperationLog, comparison: Comparison, first: Shot): string {
  const got = describeBody(first.answer!);
  const values = moreValues(log.valid!.shape!, [first.shape!, log.none?.again?.shape ?? first.shape!], log.validAgain?.shape ?? null);
  if (!comparison.rightRicher && !values) return `what the valid token gets: ${got}`;
  const empty =
    [...first.shape!.lists.values()].every((length) => length === 0) && [...log.valid!.shape!.lists.values()].some((length) => length > 0);
  return empty && first.shape!.lists.size > 0
    ? `answers the public part: ${got}, empty where the valid token gets data`
    : `answers the public part: ${got}`;
}

/** A bad credential was answered where nobody without one is. */
function entranceVerdict(log: OperationLog, entry: Repeated, who: string, control: Reason): Verdict {
  const none = log.none!.first;
  if (log.cached) {
    if (entry.again?.class === 'DENIED') {
      return {
        verdict: 'rejects',
        status: entry.again.answer!.status,
        stage: 'gate',
        reasons: [shotReason(entry.again, `${who}, past the cache`), shotReason(entry.first, `${who}, from the cache`), control],
      };
    }
  } else if (none.class !== 'DENIED' && !hidden(none)) {
    return unknown(shotText(none, 'no token'), [shotReason(none, 'no token'), shotReason(entry.first, who), control], nextFor(none, log));
  }
  const doubt = doubtOf(log, entry, who);
  if (doubt) return doubt;
  return {
    verdict: 'admits',
    status: entry.first.answer!.status,
    stage: 'handler',
    richer: true,
    effect: describeBody(entry.first.answer!),
    reasons: [
      shotReason(entry.first, who),
      shotReason(entry.again!, 'once more, with a cache-buster on a new connection'),
      shotReason(none, 'no token'),
      control,
    ],
  };
}

/** A bad credential beside an operation that answers everybody: does it unlock more? */
function besideOpen(log: OperationLog, entry: Repeated, who: string, control: Reason): Verdict {
  const none = log.none!;
  const { first } = entry;
  const comparison = compareShapes(first.shape!, none.first.shape!);
  const noneShapes = [none.first.shape!, none.again?.shape ?? none.first.shape!];
  const richer = comparison.leftRicher || moreValues(first.shape!, noneShapes, log.valid!.shape!);
  const base = { verdict: 'admits', status: first.answer!.status, stage: 'handler' } as const;
  const reasons = [
    shotReason(first, who),
    ...(entry.again ? [shotReason(entry.again, 'once more, with a cache-buster on a new connection')] : []),
    shotReason(none.first, 'no token'),
    control,
  ];
  const doubt = doubtOf(log, none, 'no token');
  if (doubt) return doubt;
  if (!richer) return { ...base, richer: false, effect: 'same as without a token', reasons };
  return doubtOf(log, entry, who) ?? { ...base, richer: true, effect: 'answers more than without a token', reasons };
}

/** Values of an answer that no answer without a credential had and that the valid one has: more, not merely newer. */
function moreValues(shape: Shape, without: readonly Shape[], valid: Shape | null): boolean {
  const stable = stableValues(without[0]!, without[1]!);
  const pathOf = (value: string): string => value.slice(0, value.indexOf('='));
  const still = new Set([...stable].map(pathOf));
  const known = new Set(without.flatMap((other) => [...other.values].map(pathOf)));
  return [...shape.values].some((value) => {
    if (without.some((other) => other.values.has(value))) return false;
    if (valid !== null && !valid.values.has(value)) return false;
    // A clock differs every time; only a value under a path that stands still without a token counts.
    return still.has(pathOf(value)) || !known.has(pathOf(value));
  });
}

/** Everything that keeps an answer from being an admission. Null when nothing does. */
function doubtOf(log: OperationLog, entry: Repeated, who: string): Verdict | null {
  const { first, again } = entry;
  const valid = log.valid!;
  const reasons = [shotReason(first, who), ...(again ? [shotReason(again, 'once more')] : []), shotReason(valid, 'valid token')];
  if (again === null || again.class !== 'REACHED') return contradiction(entry, who);
  if (!compareShapes(first.shape!, again.shape!).sameShape) return unknown('the answer has another structure each time', reasons);
  if (log.template === null || log.template.state === 'unknown')
    return unknown('could not learn how the server answers a path that does not exist', reasons);
  if (first.answer!.kind !== valid.answer!.kind && first.answer!.kind !== 'empty')
    return unknown(`answers ${describeBody(first.answer!)}, the valid token gets ${describeBody(valid.answer!)}`, reasons);
  if (first.answer!.kind === 'empty' && valid.answer!.kind !== 'empty')
    return unknown('answers without a body, the valid token gets one', reasons);
  if (first.answer!.truncated && first.answer!.kind !== 'json')
    return unknown('the answer is longer than what is read, and its structure cannot be told', reasons);
  if (hasPasswordField(first.answer!) && hasPasswordField(valid.answer!))
    return unknown('shows a login form, to the valid token as well', reasons);
  const comparison = compareShapes(first.shape!, valid.shape!);
  if (first.answer!.kind !== 'json' && !comparison.sameShape) return unknown('answers another page than the valid token gets', reasons);
  if (comparison.disjoint && first.answer!.kind === 'json') return unknown('answers, but nothing of what the valid token gets', reasons);
  return null;
}

function contradiction(entry: Repeated, who: string): Verdict {
  return unknown('could not be repeated', [
    shotReason(entry.first, who),
    ...(entry.again ? [shotReason(entry.again, 'once more, with a cache-buster on a new connection')] : []),
  ]);
}

const EMPTY_HEADER = 'an empty Authorization header';

/** Denied, unless somebody with a valid token asked the same URL just before. */
function cachedVerdict(log: OperationLog, entry: Repeated): Verdict {
  const isEmpty = log.emptyAfter?.first.class === 'REACHED';
  const plain = isEmpty ? log.emptyAfter!.first : entry.first.class === 'REACHED' ? entry.first : log.noneAfter!;
  const past = isEmpty ? log.emptyAfter!.again : entry.again;
  const who = isEmpty ? EMPTY_HEADER : 'no token';
  const reasons = [
    shotReason(plain, `${who}, the same URL after the valid token`),
    ...(past ? [shotReason(past, `${who}, with a cache-buster`)] : []),
    ...(isEmpty ? [shotReason(log.noneAfter!, 'no token, the same URL')] : []),
    shotReason(log.valid!, 'valid token'),
  ];
  if (log.valid?.class !== 'REACHED' || past?.class !== 'DENIED')
    return unknown('the server answers differently from one time to the next', reasons);
  if (!compareShapes(plain.shape!, log.valid.shape!).sameShape)
    return unknown('a cache answers something else than the valid token gets', reasons);
  return {
    verdict: 'admits',
    status: plain.answer!.status,
    stage: 'middleware',
    conditions: [
      'a cache kept the answer to a request with a valid token; past the cache the request is denied',
      ...(isEmpty ? [`the request has ${EMPTY_HEADER}`] : []),
    ],
    effect: `the cached answer to somebody else: ${describeBody(plain.answer!)}`,
    reasons,
  };
}

/** Everybody is answered but the valid token: a permission turned upside down. */
function invertedVerdict(log: OperationLog, entry: Repeated): Verdict {
  const { first, again } = entry.again ? entry : { first: entry.first, again: log.none?.again ?? null };
  const reasons = [
    shotReason(first),
    ...(again ? [shotReason(again, 'once more, with a cache-buster on a new connection')] : []),
    shotReason(log.valid!, 'valid token'),
  ];
  if (again?.class !== 'REACHED' || log.template?.state !== 'asked' || first.answer?.kind !== 'json')
    return unknown(`no positive control: ${shotText(log.valid!, 'valid token')}; ${shotText(first)}`, reasons, nextFor(log.valid!, log));
  return {
    verdict: 'admits',
    status: first.answer.status,
    stage: 'handler',
    conditions: ['the valid token itself is turned away'],
    effect: describeBody(first.answer),
    reasons,
  };
}

/** What would decide an operation that could not be told. */
function nextFor(shot: Shot, log: OperationLog): string | undefined {
  const { guessed } = log.concrete;
  if (shot.class === 'THROTTLED') return 'lower --rate, or ask again later';
  if (shot.class === 'NO-ANSWER')
    return shot.sent.answer === null && shot.sent.next ? shot.sent.next : 'raise --timeout, or look at the server';
  if ((shot.class === 'PREGATE' || shot.class === 'REACHED-INERT') && guessed.length > 0)
    return `name an object that exists: ${guessed.map((name) => `--param ${name}=VALUE`).join(' ')}`;
  if (/slash/.test(shot.why)) return 'name the operation as the server does, with or without its final slash';
  if (shot.answer?.status === 404 && shot.class === 'PREGATE') return 'is the path right? a prefix belongs to --url or --mount';
  if (shot.class === 'DENIED') return 'give a token whose user may call it: --token env:NAME';
  return undefined;
}
