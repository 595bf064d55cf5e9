/** The document as a tree of maps, lists and scalars that know where they stand; the same for JSON and YAML. */
import type { Place } from '../model/place.ts';
import type { Span, TextSource } from './text-source.ts';

interface NodeBase extends Span {
  readonly source: TextSource;
}

export interface Entry {
  readonly key: Span;
  readonly value: TreeNode;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly entries: Map<string, Entry>;
}

export interface ListNode extends NodeBase {
  readonly kind: 'list';
  readonly items: TreeNode[];
}

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
}

export type TreeNode = MapNode | ListNode | ScalarNode;

export function isMap(node: TreeNode | null | undefined): node is MapNode {
  return node?.kind === 'map';
}

export function isList(node: TreeNode | null | undefined): node is ListNode {
  return node?.kind === 'list';
}

/** The value under a key, or null. */
export function child(node: TreeNode | null | undefined, key: string): TreeNode | null {
  return node?.kind === 'map' ? (node.entries.get(key)?.value ?? null) : null;
}

/** The text under a key, or null when there is none or it is something else. */
export function textOf(node: TreeNode | null | undefined): string | null {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}

/** A string, number or boolean as text (versions, status codes, examples), or null. */
export function scalarText(node: TreeNode | null | undefined): string | null {
  return node?.kind === 'scalar' && node.value !== null ? String(node.value) : null;
}

/** What a node is, in words for a message. */
export function kindOf(node: TreeNode): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`;
  if (node.value === null) return 'empty';
  return typeof node.value === 'string' ? 'a text' : `a ${typeof node.value}`;
}

/** Where a node stands; only its first line, so that excerpts stay short. */
export function placeOf(node: TreeNode): Place {
  const place = node.source.place(node);
  if (place.endLine === place.line) return place;
  return { file: place.file, line: place.line, column: place.column };
}

/** Where a key of a map stands, or the map itself when it has no such key. */
export function keyPlace(node: MapNode, key: string): Place {
  const entry = node.entries.get(key);
  return entry ? node.source.place(entry.key) : placeOf(node);
}

/** Appends reference tokens to a JSON pointer (RFC 6901). */
export function pointer(base: string, ...tokens: readonly (string | number)[]): string {
  return base + tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
