/** Asks for an operation in other words, without a token, and makes sure of the first that is answered like the valid token. */
import { randomBytes } from 'node:crypto';
import { type Answer, headerOf } from './answer.ts';
import type { OperationLog } from './operation-log.ts';
import { siblingPath } from './request-path.ts';
import type { Variant } from './request-variants.ts';
import type { Message } from './sender.ts';
import { compareShapes, type Shape } from './shape.ts';
import type { Shot } from './shot.ts';

export interface Tried {
  readonly title: string;
  readonly shot: Shot;
}

export interface VariantLog {
  readonly tried: readonly Tried[];
  /** The variant that got what the valid token gets, and what was asked to be sure of it. */
  readonly hit: (Tried & { readonly again: Shot; readonly canonical: Shot; readonly madeUp: Shot }) | null;
}

/**
 * One variant after the other until one is let in. That one is asked once more, the plain request without a token too, and then a
 * made-up path in the same words: a server may answer whatever is asked like that.
 */
export async function askVariants(
  variants: readonly Variant[],
  log: OperationLog,
  send: (change: Partial<Message>) => Promise<Shot>,
): Promise<VariantLog> {
  const { path, query } = log.concrete;
  const sendAs = async (variant: Variant, asked: string, fresh?: Message['fresh']): Promise<Shot> => {
    const { query: more, ...change } = variant.change(asked);
    const own = asked === path ? query : [];
    const message = { ...change, query: more ? [...own.filter(([name]) => name !== more[0]), more] : own };
    return send({ ...message, ...(fresh ? { fresh } : {}) });
  };
  const tried: Tried[] = [];
  for (const variant of variants) {
    const shot = await sendAs(variant, path);
    const one = { title: variant.title, shot };
    tried.push(one);
    if (shot.answer === null) break;
    if (!getsTheSame(shot, log)) continue;
    const again = await sendAs(variant, path, 'connection-and-url');
    const canonical = await send({ fresh: 'connection-and-url' });
    const { path: sibling } = siblingPath(path, `unlatched-${randomBytes(6).toString('hex')}`);
    return { tried, hit: { ...one, again, canonical, madeUp: await sendAs(variant, sibling) } };
  }
  return { tried, hit: null };
}

/**
 * A refusal with `Allow` comes out of an APIView (DRF, views.py, `default_response_headers`), and that gate stands wherever a path
 * leads to the view. Any other may come from something in front of the views.
 */
export function isOfView({ answer }: Shot): boolean {
  return answer !== null && headerOf(answer, 'allow') !== null;
}

/** True where an answer is what the valid token gets: by structure, or as a page that shows the values of the valid answer. */
export function getsTheSame(shot: Shot, log: OperationLog): boolean {
  const valid = log.valid?.shape;
  const { answer, shape } = shot;
  if (shot.class !== 'REACHED' || answer === null || shape === null || !valid) return false;
  if (shape.kind === valid.kind)
    return shape.kind !== 'empty' && compareShapes(shape, valid).sameShape && !(isBare(shape) && !isBare(valid));
  return valid.kind === 'json' && answer.kind === 'html' && showsValues(answer, valid, log.none?.first.answer?.text ?? '');
}

/** Lists without an item: what a handler gives to those it does not know. */
function isBare({ lists }: Shape): boolean {
  return lists.size > 0 && [...lists.values()].every((length) => length === 0);
}

/** Values as short as these stand in many a page. */
const SHORT_VALUE = 6;
/** What the values that are found must be long together. */
const LONG_ENOUGH = 12;

/** Whether a page shows most of the values of a JSON answer. What stands in the refusal as well tells nothing. */
function showsValues(page: Answer, valid: Shape, refusal: string): boolean {
  const text = unescapeHtml(page.text);
  const values = new Set([...valid.values].map((entry) => entry.slice(entry.indexOf('=') + 1)));
  const telling = [...values].filter((value) => value.length >= SHORT_VALUE && !refusal.includes(value));
  const found = telling.filter((value) => text.includes(value));
  return found.length * 2 >= telling.length && found.join('').length >= LONG_ENOUGH;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

/** Undoes what Django's `escape` does (django/utils/html.py). */
function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/g, (_all, name: string) => ENTITIES[name]!);
}
