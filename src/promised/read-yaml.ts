/** Reads YAML 1.2 into the tree: aliases are shared and never copied, so that a bomb of aliases stays small. */
import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Parser, type YAMLMap, type Node as YamlNode } from 'yaml';
import { LIMITS } from './limits.ts';
import { quote } from './problems.ts';
import { ReadProblems, type ReadResult } from './read-problems.ts';
import type { Span, TextSource } from './text-source.ts';
import type { MapNode, TreeNode } from './tree.ts';

/** Characters that begin a node, with what the node costs: those of flow collections have nothing else that would be counted. */
const MARKS: ReadonlyMap<number, number> = new Map([
  ...[...':-?\n&*!'].map((mark): [number, number] => [mark.charCodeAt(0), 1]),
  ...[...',[{'].map((mark): [number, number] => [mark.charCodeAt(0), 2]),
]);
/** Levels up to which the text is composed; the tree keeps fewer. */
const COMPOSED_DEPTH = 2 * LIMITS.depth;
/** Entries that merge keys may copy, in the whole document. */
const MERGED_ENTRIES = 200_000;

/** Reads the text. Syntax errors are problems; what could be read in spite of them is returned. */
export function readYaml(source: TextSource): ReadResult {
  const found = new ReadProblems();
  return found.result(withoutTraces(() => read(source, found)));
}

function read(source: TextSource, found: ReadProblems): TreeNode | null {
  if (tooMuch(source, found)) return null;
  const tokens = firstDocument(source, found);
  if (tooDeep(tokens, found)) return null;
  const [document] = new Composer({ uniqueKeys: false, prettyErrors: false }).compose(tokens, true, source.text.length);
  for (const error of document!.errors)
    found.lost('error', `not valid YAML: ${plain(error.message)}`, { start: error.pos[0], end: error.pos[1] });
  return document!.contents ? new Converter(source, found).convert(document!.contents as YamlNode, 0) : null;
}

/** Runs without stack traces in errors: the library makes an error object for every mistake, and a trace costs more than the rest. */
function withoutTraces<T>(run: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** The tokens of the first document of the file. Unlike the composer, the parser does not recurse. */
function firstDocument(source: TextSource, found: ReadProblems): CST.Token[] {
  const tokens: CST.Token[] = [];
  let documents = 0;
  for (const token of new Parser().parse(source.text)) {
    if (token.type === 'document') documents += 1;
    if (documents > 1) {
      const span = { start: token.type === 'document' ? token.offset : 0, end: 0 };
      found.note('warning', 'the file holds several YAML documents: the first one is used', span);
      break;
    }
    tokens.push(token);
  }
  return tokens;
}

/**
 * A text that is nested deeper than the composer may be trusted with: it recurses, and near the end of the stack the
 * process itself can die, which no `catch` prevents. Walked with a list of its own.
 */
function tooDeep(tokens: readonly CST.Token[], found: ReadProblems): boolean {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > COMPOSED_DEPTH) {
      found.lost('error', `nested deeper than ${COMPOSED_DEPTH} levels`, { start: token.offset, end: token.offset + 1 });
      return true;
    }
    if (token.type === 'document') {
      if (token.value) open.push({ token: token.value, depth: depth + 1 });
    } else if ('items' in token) {
      for (const { key, value } of token.items) {
        if (key) open.push({ token: key, depth: depth + 1 });
        if (value) open.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return false;
}

/** Every node of YAML needs a mark of its own, so counting marks bounds memory before anything is built. */
function tooMuch(source: TextSource, found: ReadProblems): boolean {
  let marks = 0;
  for (let at = 0; at < source.text.length; at += 1) {
    const cost = MARKS.get(source.text.charCodeAt(at));
    if (cost === undefined) continue;
    marks += cost;
    if (marks > LIMITS.yamlMarks) {
      const text = 'more YAML elements than can be read: save the document as JSON, which takes less memory';
      found.lost('error', text, { start: at, end: at + 1 });
      return true;
    }
  }
  return false;
}

/** The first sentence of the library's message, on one line and without its own position. */
function plain(message: string): string {
  const line = message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
  const short = quote(line).slice(1, -1);
  return short.charAt(0).toLowerCase() + short.slice(1);
}

class Converter {
  readonly #source: TextSource;
  /** The node that each anchor names at this point of the document: an anchor may be given again. */
  readonly #anchors = new Map<string, TreeNode>();
  readonly #found: ReadProblems;
  #merged = 0;

  constructor(source: TextSource, found: ReadProblems) {
    this.#source = source;
    this.#found = found;
  }

  convert(node: YamlNode | null, depth: number): TreeNode {
    const source = this.#source;
    const span = spanOf(node);
    if (depth > LIMITS.depth) {
      this.#found.lost('warning', `nested deeper than ${LIMITS.depth} levels: this part is left out`, span);
      return { kind: 'scalar', source, ...span, value: null };
    }
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target) return target;
      this.#found.lost('error', `the alias ${quote(node.source)} names nothing above it`, span);
      return { kind: 'scalar', source, ...span, value: null };
    }
    if (isMap(node)) {
      const map: MapNode = { kind: 'map', source, ...span, entries: new Map() };
      if (node.anchor) this.#anchors.set(node.anchor, map);
      this.#entries(node as YAMLMap<YamlNode, YamlNode | null>, map, depth);
      return map;
    }
    if (isSeq(node)) {
      const items: TreeNode[] = [];
      const list: TreeNode = { kind: 'list', source, ...span, items };
      if (node.anchor) this.#anchors.set(node.anchor, list);
      for (const item of node.items) items.push(this.convert(item as YamlNode | null, depth + 1));
      return list;
    }
    const value = isScalar(node) ? plainValue(node.value) : null;
    const scalar: TreeNode = { kind: 'scalar', source, ...span, value };
    if (isScalar(node) && node.anchor) this.#anchors.set(node.anchor, scalar);
    return scalar;
  }

  #entries(node: YAMLMap<YamlNode, YamlNode | null>, map: MapNode, depth: number): void {
    const merged: TreeNode[] = [];
    for (const pair of node.items) {
      const span = spanOf(pair.key);
      const key = this.#key(pair.key);
      if (key === null) {
        this.#found.lost('warning', 'a key that is itself a map or a list: its entry is left out', span);
        continue;
      }
      const value = this.convert(pair.value, depth + 1);
      if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
        merged.push(value);
        continue;
      }
      const earlier = map.entries.get(key);
      if (earlier) this.#found.duplicateKey(this.#source, key, earlier.key, span);
      map.entries.set(key, { key: span, value });
    }
    // YAML 1.1 merge keys: own entries win, then the earlier map of a list of maps.
    for (const value of merged) {
      for (const from of value.kind === 'list' ? value.items : [value]) {
        if (from.kind !== 'map' || from === map) continue;
        this.#merged += from.entries.size;
        if (this.#merged > MERGED_ENTRIES) {
          this.#found.lost('warning', 'more merge keys (<<) than are followed', spanOf(node));
          return;
        }
        for (const [key, entry] of from.entries) if (!map.entries.has(key)) map.entries.set(key, entry);
      }
    }
  }

  /** Keys are text: `200:` is the key "200", as its author wrote it. */
  #key(node: YamlNode | null): string | null {
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      return target?.kind === 'scalar' ? String(target.value ?? '') : null;
    }
    if (node === null) return '';
    if (!isScalar(node)) return null;
    if (node.anchor) this.convert(node, 0);
    if (typeof node.value === 'string') return node.value;
    return typeof node.source === 'string' ? node.source : String(node.value ?? '');
  }
}

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}

function spanOf(node: YamlNode | null): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
