/** Identifiers that answers to the valid token held: they fill the paths of operations on one object. */
import type { Answer } from './answer.ts';

/** What stands in a URL as it is; addresses of people do not belong there. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const MOST_LISTS = 2000;

export class Identifiers {
  /** Path of a list, without its final slash -> its first record. */
  private readonly records = new Map<string, Readonly<Record<string, unknown>>>();

  /** Notes the first record of a list, bare or in a page. */
  learn(path: string, answer: Answer): void {
    const record = firstRecord(answer.json);
    if (record && this.records.size < MOST_LISTS) this.records.set(bare(path), record);
  }

  /** The value of a path parameter below a list: the field of its name, else the key of the record. */
  valueFor(listPath: string, parameter: string): string | null {
    const record = this.records.get(bare(listPath));
    if (!record) return null;
    const words = parameter.split('_');
    const fields = [parameter, ...(words.length > 1 ? [words.at(-1)!] : []), 'id', 'pk', 'uuid'];
    for (const field of fields) {
      const value = record[field];
      const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
      if (PLAIN.test(text)) return text;
    }
    return null;
  }
}

function bare(path: string): string {
  return path.split('?', 1)[0]!.replace(/\/+$/, '');
}

function firstRecord(json: unknown): Readonly<Record<string, unknown>> | null {
  const list = Array.isArray(json)
    ? json
    : isTable(json)
      ? Object.values(json).find((value) => Array.isArray(value) && isTable(value[0]))
      : null;
  const first: unknown = Array.isArray(list) ? list[0] : null;
  return isTable(first) ? first : null;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
