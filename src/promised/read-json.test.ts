import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { TextSource } from './text-source.ts';
import type { TreeNode } from './tree.ts';

/** Values alone, for comparison with `JSON.parse`. Numbers that only `-0` tells apart are one. */
function valueOfTree(node: TreeNode): unknown {
  if (node.kind === 'scalar') return node.value === 0 ? 0 : node.value;
  if (node.kind === 'list') return node.items.map(valueOfTree);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, valueOfTree(entry.value)]));
}

/** Kinds and spans of all nodes and keys. */
function spans(node: TreeNode): unknown {
  const own = [node.kind, node.start, node.end];
  if (node.kind === 'list') return [own, node.items.map(spans)];
  if (node.kind === 'map') return [own, [...node.entries].map(([key, entry]) => [key, entry.key.start, entry.key.end, spans(entry.value)])];
  return own;
}

const value = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });

describe('readJson', () => {
  it('reads what JSON.parse reads', () => {
    const property = fc.property(value, fc.constantFrom(undefined, 1, '\t'), (given, indent) => {
      const text = JSON.stringify(given, null, indent);
      const { root, problems } = readJson(new TextSource('x', null, text));
      expect(problems).toEqual([]);
      expect(JSON.stringify(valueOfTree(root!))).toBe(JSON.stringify(JSON.parse(text)));
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('refuses what JSON.parse refuses, with a position inside the text', () => {
    const damaged = fc
      .tuple(value, fc.nat(200), fc.constantFrom('', ',', '"', '{', ']', '\\', '0', '\n', 'nul'))
      .map(([given, at, put]) => {
        const text = JSON.stringify(given);
        return text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1);
      });
    const property = fc.property(damaged, (text) => {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      const { root, problems } = readJson(new TextSource('x', null, text));
      expect(root !== null).toBe(valid);
      if (!valid) expect(problems.at(-1)!.span.start).toBeLessThanOrEqual(text.length);
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it('gives every node the position that the YAML reader gives it', () => {
    const text = '{"a": [1, "x\\u00e9", {"b": null}],\n "": true, "c": {}}';
    const source = new TextSource('x', null, text);
    expect(spans(readJson(source).root!)).toEqual(spans(readYaml(source).root!));
  });
});
