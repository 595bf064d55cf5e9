/** Lists that were answered to the valid token: their identifiers fill the paths of operations on one object, and say whose it is. */
import { type Answer, headerOf } from './answer.ts';

type Entry = Readonly<Record<string, unknown>>;

/** What stands in a URL as it is; addresses of people do not belong there. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const MOST_LISTS = 2000;
const MOST_RECORDS = 500;

/** An object by the list above it and the parameter of the path that names it. */
export interface ObjectName {
  /** Path of the list. */
  readonly list: string;
  readonly parameter: string;
  readonly value: string;
}

/** How a list is asked for. */
export interface ListRequest {
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
}

export class Identifiers {
  /** Path of a list, without its final slash -> its records. */
  private readonly lists = new Map<string, { readonly records: readonly Entry[]; readonly request: ListRequest }>();

  /** Notes the records of a list, bare or in a page. */
  learn(request: ListRequest, answer: Answer): void {
    const list = listIn(answer);
    if (list && list.records.length > 0 && this.lists.size < MOST_LISTS)
      this.lists.set(bare(request.path), { records: list.records.slice(0, MOST_RECORDS), request });
  }

  /** The value of a path parameter below a list: the field of its name, else the key of the record. */
  valueFor(listPath: string, parameter: string): string | null {
    const record = this.lists.get(bare(listPath))?.records[0];
    if (!record) return null;
    return namesOf(record, parameter).find((text) => PLAIN.test(text)) ?? null;
  }

  /** The request whose answer held an object; null when no such list was seen. */
  listOf({ list, parameter, value }: ObjectName): ListRequest | null {
    const seen = this.lists.get(bare(list));
    return seen?.records.some((record) => namesOf(record, parameter).includes(value)) ? seen.request : null;
  }
}

/** Whether a list holds an object; null for an answer that is no list, or of which only a part is there. */
export function holdsObject(answer: Answer, { parameter, value }: ObjectName): boolean | null {
  const list = listIn(answer);
  if (list?.records.some((record) => namesOf(record, parameter).includes(value))) return true;
  return list?.whole ? false : null;
}

/** The records of a list and whether they are all; null for anything else. */
export function listIn(answer: Answer): { readonly records: readonly Entry[]; readonly whole: boolean } | null {
  const { json } = answer;
  if (Array.isArray(json)) {
    // RFC 8288: the next page may be named in a header.
    const more = /rel="?next/i.test(headerOf(answer, 'link') ?? '');
    return isOfTables(json) ? { records: json, whole: !more && !answer.truncated } : null;
  }
  if (!isTable(json)) return null;
  const lists = Object.values(json).filter((value) => Array.isArray(value));
  const records = lists.find((list) => isTable(list[0])) ?? (lists.length === 1 ? lists[0]! : null);
  if (records === null || !isOfTables(records)) return null;
  return { records, whole: !goesOn(json, records.length) && !answer.truncated };
}

/** True when a page says of itself, or in a table of links or figures, that there are others. */
function goesOn(page: Entry, records: number, depth = 0): boolean {
  return Object.entries(page).some(([name, value]) => {
    if (isTable(value)) return depth < 2 && !/next/i.test(name) ? goesOn(value, records, depth + 1) : /next/i.test(name);
    return (/next|more/i.test(name) && Boolean(value)) || (/count|total|pages/i.test(name) && Number(value) > Math.max(1, records));
  });
}

/** Texts by which a path may name a record, the likeliest first. */
function namesOf(record: Entry, parameter: string): readonly string[] {
  const words = parameter.split('_');
  const fields = [parameter, ...(words.length > 1 ? [words.at(-1)!] : []), 'id', 'pk', 'uuid'];
  return fields
    .map((field) => record[field])
    .filter((value) => typeof value === 'number' || typeof value === 'string')
    .map(String);
}

function bare(path: string): string {
  return path.split('?', 1)[0]!.replace(/\/+$/, '');
}

function isTable(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOfTables(list: readonly unknown[]): list is readonly Entry[] {
  return list.every(isTable);
}
