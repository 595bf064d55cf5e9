/** Texts about values, for people: names of the interpreter's own say nothing to a reader, and its numbers differ from run to run. */
import type { Verdict } from '../model/verdict.ts';

/** How the interpreter names an operation, and how Python writes it. */
const OPERATORS: Readonly<Record<string, string>> = {
  Add: '+',
  Sub: '-',
  Mult: '*',
  Div: '/',
  FloorDiv: '//',
  Mod: '%',
  Pow: '**',
  __lt__: '<',
  __le__: '<=',
  __gt__: '>',
  __ge__: '>=',
};
const NAMES = Object.keys(OPERATORS).join('|');
const OPERATION = new RegExp(` (${NAMES}) (?!of )`, 'g');
/** The first operation of a text whose operands stand the other way round. */
const MIRRORED = new RegExp(`^(not )?((?:(?! (?:${NAMES}) of ).)*) (${NAMES}) of ('(?:[^'\\\\]|\\\\.)*'|\\S+)`);

/**
 * `User#o:512.is_active` becomes `User.is_active`, an object among arguments `...`, a number or text itself; what was chosen out of
 * several values `another value`, and operations are written as in Python.
 */
export function readable(text: string): string {
  return withOperators(text)
    .replace(/#o:\d+/g, '')
    .replace(/\bo:\d+/g, '...')
    .replace(/\ba:join:\d+[^,)]*/g, '...')
    .replace(/(?<=[(,[])[nsb]:(?=\S)/g, '')
    .replace(/ or other \(join:\d+\)/g, ' or another value')
    .replace(/\bpath:(?:a non-empty )?(\w+)(?: or 0\b)?/g, '$1 of the path')
    .replace(/\b([a-z]\w*)@([^\s:]+):(\d+):\d+/g, '$1 at $2:$3')
    .replace(/([\w.()]+):changed\S*(?: of \S*[^\s:])?/g, 'what $1 does to its arguments');
}

function withOperators(text: string): string {
  let shown = text;
  for (let left = 20; left > 0 && MIRRORED.test(shown); left--)
    shown = shown.replace(MIRRORED, (_all, not, first, name, second) => `${not ?? ''}${second} ${OPERATORS[name]} ${first}`);
  return shown.replace(OPERATION, (_all, name) => ` ${OPERATORS[name]} `);
}

/** A verdict with all its texts readable. */
export function readableVerdict(verdict: Verdict): Verdict {
  return {
    ...verdict,
    ...(verdict.conditions ? { conditions: [...new Set(verdict.conditions.map(readable))] } : {}),
    reasons: verdict.reasons.map((reason) => ({ ...reason, text: readable(reason.text) })),
    ...(verdict.effect ? { effect: readable(verdict.effect) } : {}),
  };
}
