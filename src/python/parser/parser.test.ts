/** The parser against py-ast, whose trees equal CPython's: on real files, on every construct, and on texts with random mistakes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'py-ast';
import { describe, expect, test } from 'vitest';
import { parseBody, parseModule, parseWhole } from '../parse.ts';
import type { BlankedBody, Node } from '../syntax.ts';
import { NotParsed } from './lexer.ts';
import { StatementParser } from './statements.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** What py-ast says beyond what our trees have. */
const LEFT_OUT = new Set(['ctx', 'kind', 'type_params', 'simple', 'is_lazy', 'quote_style', 'blanked']);

function ours(text: string): unknown {
  return reduced(new StatementParser(text, !/[^\u0000-\u007f]/.test(text), false).statements());
}

function theirs(text: string): unknown {
  return reduced((parse(text) as unknown as { body: unknown }).body);
}

/** A tree as JSON without what is left out. */
function reduced(tree: unknown): string {
  return JSON.stringify(tree, function (this: Record<string, unknown>, key, value: unknown) {
    if (LEFT_OUT.has(key)) return undefined;
    if (typeof value === 'bigint') return `${value}n`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function pythonFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.py'))
      .map((name) => join(ROOT, folder, name)),
  );
}

const SNIPPETS = [
  'x = f"{a!r:>{w}}b{{}}" "c" if y else (lambda *a, k=1, **kw: a)(*b, **c)\n',
  'with (open(a) as f, b): pass\nwith (a).b as c, d: pass\nasync def g():\n  async for i in x: yield i\n  await a.b(c) + 1\n',
  'try:\n  a[1:2, ::3] += not -b ** 2\nexcept (A, B) as e:\n  raise X from e\nelse: del a, b\nfinally:\n  global q;\n',
  '@d(1)\nclass A(B, metaclass=C):\n  x: int = 1; y = {**a, "b": 1}\n  def f(self, /, a, *, b=2) -> None: return {x for x in y if x}\n',
  'if (n := f(x)) is not None and n not in (1, 2,) or a < b <= c: pass\nelif x: y = *a, b\nelse: z = 0x1F, 1_000, 1.5e3, 0b1, 12345678901234567890\n',
  "b = b'\\x41\\101' rb'\\n'; s = 'a\\\nb' \"\\u00e9\\N{DASH}\" '''q\n''' r'\\d'; e = ...\n",
  'from ...a.b import (c as d,\n  e,)\nfrom . import *\nimport a.b as c, d\nassert a, "é" + f"ü{é}"\n',
  'def f(a, b: int = 1, *c: x, d, e=2, **g):\n\n  # why\n  return [y async for x in z for y in x if a if b], {k: v for k, v in q}\nwhile f(x for x in y): break\nelse: continue\n',
  'print(f"{x = }", f\'{d["k"]}\', f"""{\n  a\n}""")\nx = (yield), (yield from a)\nfor a, *b in c, d: pass\n\tpass\n'.replace(
    '\n\tpass',
    '',
  ),
];

describe('the parser', () => {
  test('reads the stubs and the demo as py-ast does', { timeout: 120_000 }, () => {
    const files = pythonFiles('stubs', 'demo');
    expect(files.length).toBeGreaterThan(500);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(ours(text) === theirs(text), file).toBe(true);
    }
  });

  test.each(SNIPPETS)('reads %j as py-ast does', (text) => {
    expect(ours(text)).toBe(theirs(text));
  });

  test('leaves to the reference what it does not know', () => {
    for (const text of ['match x:\n  case 1: pass\n', 'type A = int\n', 'x = 1j\n', 'def f[T](a: T): pass\n', 'x = t"{a}"\n']) {
      expect(() => ours(text)).toThrow(NotParsed);
      const { unit, body } = parseModule(text, 'a.py', 'a');
      expect(reduced(body)).toBe(theirs(text));
      expect(reduced(parseWhole(unit))).toBe(theirs(text));
    }
  });

  test('a body that was left out is what it would have been', () => {
    for (const file of pythonFiles('stubs/Django', 'demo')) {
      const { unit, body } = parseModule(readFileSync(file, 'utf8'), file, 'm');
      expect(reduced(filledIn(unit, body)), file).toBe(reduced(withoutEnds(parseWhole(unit))));
    }
  });

  test('accepts no text that py-ast refuses, and reads the others alike', { timeout: 120_000 }, () => {
    const lines = pythonFiles('demo').flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    const words =
      '( ) [ ] { } , : . = == * ** in not is if else for lambda := -> @ " \' f" \n \t as yield await async ; \\ # 1 0x é from and'.split(
        ' ',
      );
    const start = fc.oneof(
      fc.nat({ max: lines.length - 9 }).map((at) => `${lines.slice(at, at + 9).join('\n')}\n`),
      fc.constantFrom(...SNIPPETS),
    );
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 2 }),
      put: fc.constantFrom('', ' ', ...words),
    });
    let accepted = 0;
    fc.assert(
      fc.property(start, fc.array(edit, { minLength: 1, maxLength: 2 }), (text, edits) => {
        let edited = text;
        for (const { at, cut, put } of edits) {
          const offset = Math.floor(at * edited.length);
          edited = `${edited.slice(0, offset)}${put}${edited.slice(offset + cut)}`;
        }
        let tree: unknown;
        try {
          tree = ours(edited);
        } catch (error) {
          expect(error).toBeInstanceOf(NotParsed);
          return;
        }
        accepted++;
        expect(tree).toBe(theirs(edited));
      }),
      { numRuns: 2000, seed: 1 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

/** A tree with the bodies that were left out put in their places. */
function filledIn(unit: Parameters<typeof parseBody>[0], tree: readonly Node[]): unknown {
  return withoutEnds(tree, (blanked) => parseBody(unit, blanked).body);
}

/** Where a block ends is not known before it is read, so the outline has other ends: they do not take part. */
function withoutEnds(value: unknown, fill?: (blanked: BlankedBody) => readonly Node[]): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutEnds(item, fill));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Record<string, unknown>;
  const body = node.blanked && fill ? fill(node.blanked as BlankedBody) : node.body;
  const rest = Object.entries({ ...node, body }).filter(([key]) => !key.startsWith('end_') && key !== 'blanked');
  return Object.fromEntries(rest.map(([key, item]) => [key, withoutEnds(item, fill)]));
}
