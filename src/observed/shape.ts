/** Compares bodies by structure: key paths with types and how full lists are, never by length or words (catalogue 1.1). */
import type { Answer } from './answer.ts';

/** What a body is made of. Paths look like `results[].id:number`. */
export interface Shape {
  readonly kind: Answer['kind'];
  readonly paths: ReadonlySet<string>;
  /** List path -> number of items (the largest, where a list path occurs several times). */
  readonly lists: ReadonlyMap<string, number>;
  /** `path=value` for the scalars, at most a few thousand. */
  readonly values: ReadonlySet<string>;
}

const MAX_NODES = 20_000;
const MAX_VALUES = 4000;
const MAX_PATHS = 3000;
const MAX_TAGS = 400;
const MAX_PAGE = 100_000;

/** The structure of an answer's body. HTML is its sequence of tags, other text its words with numbers left out. */
export function shapeOf(answer: Pick<Answer, 'kind' | 'json' | 'text'>): Shape {
  const known = SHAPES.get(answer);
  if (known) return known;
  const shape = measure(answer);
  SHAPES.set(answer, shape);
  return shape;
}

/** Answers are read again whenever more is known of the server; their structure stays. */
const SHAPES = new WeakMap<object, Shape>();

function measure(answer: Pick<Answer, 'kind' | 'json' | 'text'>): Shape {
  const paths = new Set<string>();
  const lists = new Map<string, number>();
  const values = new Set<string>();
  if (answer.kind === 'json') collect(answer.json, paths, lists, values);
  else if (answer.kind === 'html') {
    const page = answer.text.slice(0, MAX_PAGE);
    const tags = [...page.matchAll(/<([a-z][a-z0-9-]{0,20})/gi)].slice(0, MAX_TAGS).map((match) => match[1]!.toLowerCase());
    paths.add(tags.join(' '));
    for (const word of wordsOf(page.replace(/<[^<>]{0,2000}>/g, ' '))) values.add(word);
  } else if (answer.kind === 'text' || answer.kind === 'binary') {
    paths.add(answer.kind === 'binary' ? 'binary' : answer.text.slice(0, 2000).replace(/[0-9a-f]{8,}|\d+/gi, '0'));
    values.add(answer.text.slice(0, 20_000));
  }
  return { kind: answer.kind, paths, lists, values };
}

function collect(root: unknown, paths: Set<string>, lists: Map<string, number>, values: Set<string>): void {
  const queue: [unknown, string][] = [[root, '']];
  for (let at = 0; at < queue.length && at < MAX_NODES && paths.size < MAX_PATHS; at += 1) {
    const [value, path] = queue[at]!;
    if (Array.isArray(value)) {
      paths.add(`${path}:list`);
      lists.set(path, Math.max(lists.get(path) ?? 0, value.length));
      for (const item of value) queue.push([item, `${path}[]`]);
    } else if (typeof value === 'object' && value !== null) {
      paths.add(`${path}:object`);
      for (const [key, item] of Object.entries(value)) queue.push([item, `${path}.${/^\d+$|^[0-9a-f-]{32,}$/.test(key) ? '*' : key}`]);
    } else {
      // Null takes the place of any type: an empty field is no other structure.
      paths.add(value === null ? `${path}:` : `${path}:${typeof value}`);
      if (values.size < MAX_VALUES) values.add(`${path}=${String(value)}`);
    }
  }
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean).slice(0, MAX_VALUES);
}

/** How one body stands to another. */
export interface Comparison {
  /** Same kind and same key paths, types apart where one side is null. */
  readonly sameShape: boolean;
  /** Same shape, same list lengths, same values. */
  readonly same: boolean;
  /** No key path in common (for JSON), or another kind of body. */
  readonly disjoint: boolean;
  /** `left` has key paths, longer lists or values under paths of its own that `right` has not. */
  readonly leftRicher: boolean;
  readonly rightRicher: boolean;
}

/** Compares two shapes; `left` and `right` keep their order in the result. */
export function compareShapes(left: Shape, right: Shape): Comparison {
  if (left.kind !== right.kind) {
    const leftEmpty = left.kind === 'empty';
    return { sameShape: false, same: false, disjoint: true, leftRicher: !leftEmpty && right.kind === 'empty', rightRicher: leftEmpty };
  }
  const leftKeys = keysOf(left);
  const rightKeys = keysOf(right);
  const emptyLists = new Set([...left.lists, ...right.lists].filter(([, length]) => length === 0).map(([path]) => path));
  const onlyLeft = [...leftKeys].filter((key) => !rightKeys.has(key));
  const onlyRight = [...rightKeys].filter((key) => !leftKeys.has(key));
  // Key paths below a list that is empty on one side are a matter of fullness, not of structure.
  const below = (key: string): boolean => {
    for (let at = key.indexOf('[]'); at >= 0; at = key.indexOf('[]', at + 2)) if (emptyLists.has(key.slice(0, at))) return true;
    return false;
  };
  const sameShape = onlyLeft.every(below) && onlyRight.every(below) && !typesConflict(left, right);
  const longerLeft = [...left.lists].some(([path, length]) => length > (right.lists.get(path) ?? 0));
  const longerRight = [...right.lists].some(([path, length]) => length > (left.lists.get(path) ?? 0));
  const lengths = !longerLeft && !longerRight;
  const values = left.values.size === right.values.size && [...left.values].every((value) => right.values.has(value));
  const shared = [...leftKeys].some((key) => key !== '' && rightKeys.has(key));
  const bothRootOnly = leftKeys.size <= 1 || rightKeys.size <= 1;
  return {
    sameShape,
    same: sameShape && lengths && values && onlyLeft.length === 0 && onlyRight.length === 0,
    disjoint: !shared && !(bothRootOnly && leftKeys.has('') && rightKeys.has('') && sameShape),
    leftRicher: onlyLeft.length > 0 || longerLeft,
    rightRicher: onlyRight.length > 0 || longerRight,
  };
}

/** Key paths without their types. */
function keysOf(shape: Shape): Set<string> {
  return new Set([...shape.paths].map((path) => (shape.kind === 'json' ? path.slice(0, path.lastIndexOf(':')) : path)));
}

/** True when a key path has types on both sides and none in common; null goes with every type. */
function typesConflict(left: Shape, right: Shape): boolean {
  if (left.kind !== 'json') return false;
  const types = (shape: Shape): Map<string, Set<string>> => {
    const found = new Map<string, Set<string>>();
    for (const path of shape.paths) {
      const cut = path.lastIndexOf(':');
      const type = path.slice(cut + 1);
      const known = found.get(path.slice(0, cut)) ?? new Set();
      found.set(path.slice(0, cut), known.add(type));
    }
    return found;
  };
  const others = types(right);
  return [...types(left)].some(([key, mine]) => {
    const theirs = others.get(key);
    return theirs !== undefined && !mine.has('') && !theirs.has('') && ![...mine].some((type) => theirs.has(type));
  });
}

/** Values under paths that stay equal in two answers to the same request: what is left is not a clock or a counter. */
export function stableValues(once: Shape, again: Shape): ReadonlySet<string> {
  return new Set([...once.values].filter((value) => again.values.has(value)));
}

/** One phrase for what a body holds: `3 records`, `an object with 5 fields`, `a page`. */
export function describeBody(answer: Answer): string {
  const cut = answer.truncated ? 'at least ' : '';
  switch (answer.kind) {
    case 'empty':
      return 'no body';
    case 'html':
      return 'an HTML page';
    case 'text':
      return 'plain text';
    case 'binary':
      return 'binary data';
    case 'json': {
      const records = recordsOf(answer.json);
      if (records !== null) return `${cut}${records} record${records === 1 ? '' : 's'}`;
      if (typeof answer.json === 'object' && answer.json !== null) {
        const fields = Object.keys(answer.json).length;
        return `an object with ${cut}${fields} field${fields === 1 ? '' : 's'}`;
      }
      return 'a JSON value';
    }
  }
}

/** Number of records of a list or of a page with one list of objects; null for anything else. */
function recordsOf(json: unknown): number | null {
  if (Array.isArray(json)) return json.length;
  if (typeof json !== 'object' || json === null) return null;
  const lists = Object.entries(json).filter(
    ([key, value]) => Array.isArray(value) && /^(results|items|data|objects|records|features|rows)$/i.test(key),
  );
  return lists.length === 1 ? (lists[0]![1] as unknown[]).length : null;
}
