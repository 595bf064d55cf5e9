import { describe, expect, it } from 'vitest';
import { ALL_RESULTS, finding, HOSTILE_TEXT, hostileResult, richResult } from '../../test/reports/fixtures.ts';
import type { ScanResult } from '../model/scan-result.ts';
import { report as concise } from './concise.ts';
import { report as github } from './github.ts';
import { report as gitlab } from './gitlab.ts';
import { report as junit } from './junit.ts';
import { report as markdown } from './markdown.ts';
import type { Report } from './report.ts';
import { report as terminal } from './terminal.ts';

const render = (report: Report, result: ScanResult): string => report.render(result, { color: false, width: 80, all: false });
const FORMATS = [concise, github, gitlab, junit, markdown];

describe('every format for machines and logs', () => {
  it.each(FORMATS.map((report) => [report.id, report] as const))('%s: no control characters, one newline at the end', (_id, report) => {
    for (const build of Object.values(ALL_RESULTS)) {
      const text = render(report, build());
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      expect(text).toMatch(/[^\n]\n$/);
    }
  });

  it('no line of a log that quotes the project is a command of a CI runner', () => {
    const evil = '::add-mask::x ::stop-commands::y ##[error]z';
    const result = richResult({
      findings: [finding('open-operation', { title: evil, message: evil, place: { file: `${evil}.py`, line: 1 } })],
      problems: [{ severity: 'error', text: `${'w'.repeat(70)} ${evil}` }],
    });
    for (const report of [concise, terminal]) {
      for (const width of [40, 41, 80]) {
        expect(report.render(result, { color: false, width, all: true })).not.toMatch(/^\s*(::|##\[)/m);
      }
    }
    expect(render(github, result).match(/^::/gm)).toHaveLength(2);
  });
});

describe('concise', () => {
  it('has one line a finding and one for the outcome', () => {
    expect(render(concise, richResult()).split('\n').slice(0, 2)).toMatchInlineSnapshot(`
      [
        "patients/api.py:11:2 critical[open-operation] patients are open to anyone (GET /api/patients/, +2) gates",
        "core/auth.py:18:21 critical[unverified-jwt] a token with any signature logs in (GET /api/visits/, +2) gates",
      ]
    `);
    expect(render(concise, richResult()).split('\n')).toHaveLength(8);
    expect(render(concise, ALL_RESULTS['source only']!())).toMatch(/^PASS: no findings\. judged 3 of 3/);
  });
});

describe('github', () => {
  it('annotates lines, errors are what gates', () => {
    const lines = render(github, richResult()).trimEnd().split('\n');
    expect(lines[2]).toBe(
      '::error file=patients/api.py,line=18,endLine=18,col=16,endColumn=18,title=high[method-hole]%3A GET of notes is not guarded%2C POST is::One method of a view is not guarded. Reaches GET /api/notes/.',
    );
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      '::error',
      '::error',
      '::error',
      '::warning',
      '::warning',
      '::notice',
      '::error',
    ]);
    expect(render(github, ALL_RESULTS['source only']!())).toMatch(/^::notice title=Unlatched%3A PASS::/);
  });

  it('keeps hostile text inside its command', () => {
    const lines = render(github, hostileResult()).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]!.split('::')).toHaveLength(3);
  });
});

describe('gitlab', () => {
  it('has what GitLab asks for, with fingerprints of their own', () => {
    const list = JSON.parse(render(gitlab, richResult()));
    expect(list).toHaveLength(7);
    expect(list[0]).toMatchObject({
      check_name: 'open-operation',
      severity: 'blocker',
      location: { path: 'patients/api.py', lines: { begin: 11, end: 11 } },
    });
    expect(new Set(list.map((each: { fingerprint: string }) => each.fingerprint)).size).toBe(7);
  });
});

describe('junit', () => {
  it('counts operations: passed, failed, skipped', () => {
    const xml = render(junit, richResult());
    expect(xml).toContain('<testsuites name="unlatched" tests="16" failures="7" skipped="1"');
    expect(xml.match(/<testcase /g)).toHaveLength(16);
    expect(xml.match(/<failure /g)).toHaveLength(7);
    expect(xml.match(/<skipped /g)).toHaveLength(1);
  });

  it('fails a test when the scan is not verified, and escapes', () => {
    expect(render(junit, ALL_RESULTS.uncovered!())).toContain('<failure message="only 40 % of the operations');
    const xml = render(junit, hostileResult());
    expect(xml).toContain('&#60;/script&#62;&#60;img');
    expect(xml.replace(/<\/?(\?xml|testsuites|testsuite|testcase|failure|skipped)\b[^<>]*>/g, '')).not.toMatch(/[<>]/);
  });
});

describe('markdown', () => {
  it('reads well', () => {
    expect(render(markdown, richResult()).split('\n').slice(0, 8).join('\n')).toMatchInlineSnapshot(`
      "## Unlatched: FAIL

      3 of 6 findings gate (high and above, firm and above); 1 suppressed, 1 in the baseline, 1 gone since the baseline. judged 14 of 15 (93 %, floor 80 %); tested 9. 0.6 s

      | anyone | forged token | unknown | open on purpose | valid token only |
      |---:|---:|---:|---:|---:|
      | **4** | **3** | 1 | 3 | 4 |
      "
    `);
  });

  it('takes markup and mentions out of texts, and keeps code spans closed', () => {
    const text = render(
      markdown,
      richResult({
        findings: [finding('open-operation', { title: `@team [x](http://evil) ${HOSTILE_TEXT} | a`, operations: ['GET /`/|'] })],
      }),
    );
    expect(text).not.toMatch(/<img|<\/script|[^-]>@team|\[x\]\(/);
    expect(text).toContain('@<!-- -->team');
    expect(text).toContain('`` GET /`/\\| ``');
    const table = text.split('\n').filter((line) => /^\| 1 \|/.test(line));
    expect(table[0]!.replace(/\\\|/g, '').match(/\|/g)).toHaveLength(6);
  });
});
