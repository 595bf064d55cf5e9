/** What is steadily otherwise in the answers to one kind of request than in those to another, by status and body. */
import type { Answer } from '../answer.ts';

export type Parts = ReadonlyMap<string, string>;
const MOST_PARTS = 500;

/** Status and body of an answer, piece by piece, with the name that was sent left out. */
export function partsOf(answer: Answer, user: string): Parts {
  const parts = new Map([['the status', String(answer.status)]]);
  const without = (text: string): string => text.toLowerCase().split(user.toLowerCase()).join('').slice(0, 1000);
  if (answer.kind !== 'json') {
    const lines = answer.text.slice(0, 100_000).split('\n').slice(0, MOST_PARTS);
    for (const [index, line] of lines.entries()) parts.set(`line ${index + 1} of the body`, without(line.trim()));
    return parts;
  }
  const queue: [unknown, string][] = [[answer.json, '']];
  for (let at = 0; at < queue.length && at < MOST_PARTS; at += 1) {
    const [value, path] = queue[at]!;
    if (typeof value !== 'object' || value === null) parts.set(`"${path}" of the body`, without(String(value)));
    else
      for (const [key, item] of Object.entries(value))
        queue.push([item, path === '' ? without(key).slice(0, 40) : `${path}.${without(key).slice(0, 40)}`]);
  }
  return parts;
}

/** What is the same in all answers of one side, and otherwise in all of the other; null where there is no such thing. */
export function difference(known: readonly Parts[], unknown: readonly Parts[]): string | null {
  const names = new Set([...known, ...unknown].flatMap((parts) => [...parts.keys()]));
  const steady = (side: readonly Parts[], name: string): boolean => side.every((parts) => parts.get(name) === side[0]!.get(name));
  for (const name of names) {
    const [one, other] = [known[0]!.get(name), unknown[0]!.get(name)];
    if (one === other || !steady(known, name) || !steady(unknown, name)) continue;
    return name === 'the status' ? `${one} and ${other}` : `${name} differs`;
  }
  return null;
}
