import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { ALL_RESULTS, EXCHANGES, richResult } from '../../test/reports/fixtures.ts';
import type { ScanResult } from '../model/scan-result.ts';
import { report } from './html.ts';

const render = (result: ScanResult): string => report.render(result, { color: false, width: 80, all: false });

const VOID = new Set(['meta', 'input', 'br', 'rect']);

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads the page as strictly as a machine can: every tag is closed in order, every attribute is well formed. */
function parse(page: string): { tags: Tag[]; style: string; script: string } {
  let style = '';
  let script = '';
  let rest = page.replace(/^<!doctype html>/, '');
  rest = rest.replace(/<style>([^<]*)<\/style>/, (_all, text: string) => {
    style = text;
    return '<style></style>';
  });
  rest = rest.replace(/<script>([\s\S]*?)<\/script>/, (_all, text: string) => {
    script = text;
    return '<script></script>';
  });
  const tags: Tag[] = [];
  const open: string[] = [];
  for (const match of rest.matchAll(/<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+(?:=(?:"[^"<]*"|[a-z-]+))?)*)\s*(\/?)>|(<)/g)) {
    expect(match[5], `a stray < near ${rest.slice(match.index, match.index + 60)}`).toBeUndefined();
    const name = match[2]!;
    if (match[1]) {
      expect(open.pop()).toBe(name);
      continue;
    }
    if (!VOID.has(name)) open.push(name);
    const pairs = [...match[3]!.matchAll(/([a-zA-Z-]+)(?:=(?:"([^"]*)"|([a-z-]+)))?/g)];
    tags.push({ name, attributes: Object.fromEntries(pairs.map((pair) => [pair[1]!, pair[2] ?? pair[3] ?? ''])) });
  }
  expect(open).toEqual([]);
  return { tags, style, script };
}

const sha = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

describe('the HTML page', () => {
  it.each(Object.entries(ALL_RESULTS))(
    '%s: is well formed, loads nothing, and its policy names its own style and script only',
    (_name, build) => {
      const page = render(build());
      const { tags, style, script } = parse(page);
      expect(tags.filter((tag) => tag.name === 'script')).toHaveLength(1);
      for (const { name, attributes } of tags) {
        expect(['img', 'link', 'iframe', 'object', 'embed', 'base', 'form', 'image', 'use']).not.toContain(name);
        for (const [key, value] of Object.entries(attributes)) {
          expect(key).not.toMatch(/^(on|src|style|action|srcset|data$)/);
          if (key === 'href' && !value.startsWith('#'))
            expect([value.startsWith('https://'), attributes.rel]).toEqual([true, 'noreferrer']);
        }
      }
      expect(style).not.toMatch(/url\(|@import/);
      const policy = tags.find((tag) => tag.attributes['http-equiv'] === 'Content-Security-Policy')!.attributes.content;
      expect(policy).toBe(
        `default-src 'none'; style-src '${sha(style)}'; script-src '${sha(script)}'; base-uri 'none'; form-action 'none'`,
      );
      expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      new Script(script);
    },
  );

  it.each(Object.entries(ALL_RESULTS))('%s: every link within the page leads somewhere, every id is there once', (_name, build) => {
    const { tags } = parse(render(build()));
    const ids = tags.map((tag) => tag.attributes.id).filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
    for (const tag of tags) if (tag.attributes.href?.startsWith('#')) expect(ids).toContain(tag.attributes.href.slice(1));
  });

  it('shows hostile text as text', () => {
    const page = render(ALL_RESULTS.hostile!());
    expect(page).toContain('&#60;/script&#62;&#60;img src=x onerror=alert(1)&#62;␛[31mred');
    expect(page).toContain('患者 😀');
  });

  it('has the parts that the contract names', () => {
    const page = render(richResult());
    for (const part of [
      'FAIL',
      'anyone <b>4</b>',
      'Open on purpose',
      'patients are open to anyone',
      'How to refute it',
      'Coverage',
      'unlatched scan . --venv .venv',
      'curl -i',
    ]) {
      expect(page).toContain(part);
    }
    expect(page).toContain('<mark>permission_classes = []</mark>');
    expect(page.match(/<tr data-who=/g)).toHaveLength(15);
  });

  it('opens the gating findings and needs no script for the others', () => {
    const { tags } = parse(render(richResult()));
    const findings = tags.filter((tag) => tag.attributes.class === 'finding');
    expect(findings.map((tag) => 'open' in tag.attributes)).toEqual([true, true, true, false, false, false, false, false]);
    expect(tags.filter((tag) => tag.attributes.class === 'tools').every((tag) => 'hidden' in tag.attributes)).toBe(true);
  });

  it('stays below 120 kB for thirty operations', () => {
    const rich = richResult();
    const rows = [...rich.matrix.rows, ...rich.matrix.rows.map((row) => ({ ...row, id: `${row.id}v2/`, path: `${row.path}v2/` }))];
    const exchanges = Array.from({ length: 150 }, (_each, index) => ({ ...EXCHANGES[1]!, id: `x${index + 1}` }));
    const page = render({ ...rich, exchanges, matrix: { ...rich.matrix, rows } });
    expect(Buffer.byteLength(page)).toBeLessThan(120_000);
    expect(page).toContain('30 of 150');
  });
});
