/** One request of a probe with what its answer means: the unit that verdicts are made from. */
import type { Reason } from '../model/verdict.ts';
import type { Answer } from './answer.ts';
import { type AnswerClass, type ClassContext, classify, denialKey } from './answer-class.ts';
import type { Sender, Sent } from './sender.ts';
import { describeBody, type Shape, shapeOf } from './shape.ts';

export interface Shot {
  readonly sent: Sent;
  readonly answer: Answer | null;
  readonly class: AnswerClass | 'NO-ANSWER';
  readonly why: string;
  readonly shape: Shape | null;
  readonly exchange: string | null;
}

/** Classifies what was sent and notes the class on the exchange. */
export function readShot(sent: Sent, context: ClassContext, sender: Sender): Shot {
  if (sent.answer === null) return { sent, answer: null, class: 'NO-ANSWER', why: sent.text, shape: null, exchange: sent.exchange };
  const { class: found, why } = classify(sent.answer, context);
  sender.label(sent.exchange, found);
  return { sent, answer: sent.answer, class: found, why, shape: shapeOf(sent.answer), exchange: sent.exchange };
}

/** Bodies of denials by status, so that the same body under 200 is known again. */
export function rememberDenial(shot: Shot, denials: Set<string>): void {
  if (shot.answer === null || denials.size > 200) return;
  if (shot.answer.status !== 401 && shot.answer.status !== 403) return;
  const key = denialKey(shot.answer);
  if (key !== '') denials.add(key);
}

/** `GET answered 200 with 3 records (REACHED), x17`. */
export function shotText(shot: Shot, who = ''): string {
  const before = who === '' ? '' : `${who}: `;
  const after = shot.exchange === null ? '' : `, ${shot.exchange}`;
  if (shot.answer === null) return `${before}${shot.exchange === null ? 'not sent' : 'no answer'}: ${shot.why}${after}`;
  const { method, status } = shot.answer;
  const body = method === 'HEAD' ? '' : ` with ${describeBody(shot.answer)}`;
  const why = shot.class === 'REACHED' ? '' : `: ${shot.why}`;
  return `${before}${method} answered ${status}${body} (${shot.class}${why})${after}`;
}

/** The shot as a link of a verdict's chain. */
export function shotReason(shot: Shot, who = '', because: readonly Reason[] = []): Reason {
  return {
    text: shotText(shot, who),
    ...(shot.exchange === null ? {} : { exchange: shot.exchange }),
    ...(because.length === 0 ? {} : { because }),
  };
}
