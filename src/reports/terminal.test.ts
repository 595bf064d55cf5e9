import { describe, expect, it } from 'vitest';
import { ALL_RESULTS, finding, hostileResult, richResult, uncoveredResult } from '../../test/reports/fixtures.ts';
import { report } from './terminal.ts';
import { cells } from './text/width.ts';

const render = (name: string, over: { color?: boolean; width?: number; all?: boolean } = {}): string =>
  report.render(ALL_RESULTS[name]!(), { color: false, width: 80, all: false, ...over });

describe('the terminal report', () => {
  it('shows a finding as a person reads it', () => {
    const block = render('rich')
      .split('\n\n')
      .find((each) => each.includes('unverified-jwt'));
    expect(block).toMatchInlineSnapshot(`
      "2 critical[unverified-jwt]: a token with any signature logs in           CWE-347
        --> core/auth.py:18:21                                             firm, gates
         |
      16 |         payload = jwt.decode(
      17 |             token,
      18 |             options={"verify_signature": False},
         |                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing is verified
         |
         = tampered-token   promised rejects | predicted ADMITS | observed unknown
         = reaches          3 operations: GET /api/visits/, GET /api/visits/{id}/, +1"
    `);
  });

  it('proves a finding by the answer that convicts, whenever it was asked', () => {
    const result = richResult();
    const turned = result.findings.map((one) => (one.rule.id === 'open-operation' ? { ...one, proof: ['x2', 'x1'] } : one));
    const text = report.render({ ...result, findings: turned }, { color: false, width: 80, all: false });
    expect(text).toContain('= proof            GET /api/notes/ answered 401 (x2)');
  });

  it('shows what could not be judged, who gets in and how it ended', () => {
    const text = render('rich');
    expect(text.slice(text.indexOf('? unknown'))).toMatchInlineSnapshot(`
      "? unknown: GET /api/reports/ could not be judged                     1 operation
        --> reports/api.py:7:27
         |
       5 | class ReportList(generics.ListAPIView):
       6 |     # monthly numbers
       7 |     permission_classes = [HasSeat]
         |                           ^^^^^^^ acme_sso is not in the project, the stubs
         |                                   or a virtual environment
         |
         = next             unlatched scan . --venv .venv

      warning: legacy/old.py:3: a module could not be parsed: invalid syntax

      Open on purpose (3), listed once for review
        POST /api/token/   issues tokens
        GET /api/schema/   the API document
        GET /api/clinics/  AllowAny is written down

      Who gets in (15 operations)    anyone 4 !   forged token 3 !   unknown 1
                                     open on purpose 3   valid token only 4

      FAIL  3 of 6 findings gate (high and above, firm and above); 1 suppressed, 1 in
            the baseline, 1 gone since the baseline. 2 notes: --all
            judged 14 of 15 (93 %, floor 80 %); tested 9. 0.6 s
            grade D, 41 of 100
      next  unlatched explain 1
      "
    `);
  });

  it('starts with the witnesses', () => {
    expect(render('source only').split('\n\n')[0]).toMatchInlineSnapshot(`
      "Unlatched 0.1  source    config.settings (from config/wsgi.py:5), Django 5.2.8,
                               DRF 3.16.1
                     document  not read (add --spec openapi.yaml)
                     server    not asked (add --url http://127.0.0.1:8000)"
    `);
  });

  it.each(Object.keys(ALL_RESULTS))('never exceeds the width, nor emits control characters: %s', (name) => {
    for (const width of [40, 60, 80, 120]) {
      for (const all of [false, true]) {
        const text = render(name, { width, all });
        expect(text.split('\n').filter((line) => cells(line) > width)).toEqual([]);
        expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
        expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
        expect(text).not.toMatch(/\n\n\n/);
      }
    }
  });

  it('has the same text in colour, and only its own escapes', () => {
    for (const name of ['rich', 'hostile']) {
      const coloured = render(name, { color: true });
      expect(coloured).toContain('\u001b[');
      expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(render(name));
    }
  });

  it('folds notes, suppressed and known findings away, and keeps their numbers', () => {
    const folded = render('rich');
    expect(folded).not.toContain('no-default-permission');
    expect(folded).toContain('2 notes: --all');
    expect(folded).not.toContain('the status page');
    const all = render('rich', { all: true });
    expect(all).toMatch(/^5 medium\[broken-promise\]/m);
    expect(all).toMatch(/^6 low\[no-default-permission\]/m);
    expect(all).not.toContain(': --all');
  });

  it('never folds a gating finding, whatever its family', () => {
    const findings = [finding('broken-promise', { gates: true })];
    expect(report.render(richResult({ findings }), { color: false, width: 80, all: false })).toContain('1 high[broken-promise]');
  });

  it('lists deliberate openness once', () => {
    const text = render('rich');
    expect(text).toContain('Open on purpose (3), listed once for review');
    expect(text.match(/\/api\/clinics\//g)).toHaveLength(1);
  });

  it('shows a list for review as that list, and an alarm about one of its operations as an alarm', () => {
    const ids = ['GET /api/notes/', 'GET /api/patients/'];
    const review = finding('open-operation', {
      severity: 'info',
      gates: false,
      title: 'open on purpose: 2 operations',
      operations: ids,
      reasons: ids.map((id) => ({ text: `${id}: AllowAny is written down` })),
    });
    const alarm = finding('open-operation', { title: 'patients are open', operations: ['GET /api/patients/'] });
    const text = report.render(richResult({ findings: [review, alarm] }), { color: false, width: 80, all: true });
    expect(text).not.toContain('info[open-operation]');
    expect(text).toContain('Open on purpose (4)');
    expect(text).toMatch(/^ {2}GET \/api\/notes\/ +AllowAny is written down$/m);
    expect(text).not.toMatch(/^ {2}GET \/api\/patients\/ /m);
    expect(text).toContain('1 of 1 findings gates');
  });

  it('says which of PASS, FAIL, NOT VERIFIED and INTERRUPTED it is, and what FAIL hides', () => {
    expect(render('source only')).toMatch(/^PASS {2}no findings/m);
    expect(render('rich')).toMatch(/^FAIL {2}3 of 6 findings gate/m);
    expect(render('empty')).toMatch(/^NOT VERIFIED\n {6}no operation was found/m);
    expect(render('uncovered')).toMatch(/^NOT VERIFIED\n {6}only 40 % of the operations could be judged, 80 % are asked for/m);
    expect(render('interrupted')).toMatch(/^INTERRUPTED\n {6}this is partial/m);
    const hidden = report.render(
      { ...uncoveredResult(), findings: richResult().findings, exitCode: 1 },
      { color: false, width: 80, all: false },
    );
    expect(hidden).toMatch(/^FAIL[\s\S]*Not verified either: only 40 %/m);
    expect(report.render(hostileResult(), { color: false, width: 80, all: false })).toContain('THE VALID TOKEN');
  });
});
