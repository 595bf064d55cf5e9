/** From reports to findings: ids, suppression, baseline, gate, grade and exit code. */
import { describe, expect, test } from 'vitest';
import { UsageError } from '../model/errors.ts';
import type { Confidence, Finding, Report, Severity } from '../model/finding.ts';
import { RULES } from '../rules/index.generated.ts';
import { readBaseline, writeBaseline } from './baseline.ts';
import { exitCodeOf } from './exit-code.ts';
import { gradeOf } from './grade.ts';
import { type FindingsInput, makeFindings } from './make-findings.ts';

const rule = RULES.find(({ id }) => id === 'open-operation')!;
const VIEW = ['class A(View):', '    permission_classes = []', '', '    def get(self): ...'];

function report(overrides: Partial<Report> = {}): Report {
  return {
    severity: 'high',
    confidence: 'firm',
    title: 't',
    message: 'm',
    cause: 'c',
    operations: ['GET /a/'],
    verdicts: {},
    place: { file: 'app/views.py', line: 2 },
    symbol: 'app.A',
    reasons: [],
    proof: [],
    ...overrides,
  };
}

function make(overrides: Partial<FindingsInput> = {}, lines: readonly string[] = VIEW) {
  return makeFindings({
    reports: [{ rule, report: report() }],
    gate: { failOn: 'high', minConfidence: 'firm' },
    ignore: [],
    exclude: [],
    inlineIgnore: true,
    sourceFiles: [],
    linesOf: (file) => (file === 'app/views.py' ? lines : null),
    baseline: null,
    knownRules: new Set(RULES.map(({ id }) => id)),
    skippedRules: new Set(),
    today: '2026-11-24',
    ...overrides,
  });
}

const one = (overrides: Partial<FindingsInput> = {}, lines: readonly string[] = VIEW): Finding => make(overrides, lines).findings[0]!;

describe('ids', () => {
  test('survive moved lines and other white space, and change with the cause', () => {
    const id = one().id;
    expect(id).toMatch(/^open-operation:[0-9a-f]{8}$/);
    const moved = one({ reports: [{ rule, report: report({ place: { file: 'app/views.py', line: 4 } }) }] }, [
      '#',
      '',
      'class A(View):',
      '  permission_classes   =  []',
    ]);
    expect(moved.id).toBe(id);
    expect(one({}, ['', '    permission_classes = [AllowAny]']).id).not.toBe(id);
    expect(one({ reports: [{ rule, report: report({ symbol: 'app.B' }) }] }).id).not.toBe(id);
  });

  test('two equal causes in one file have two ids, whatever their order', () => {
    const lines = ['x = 1', 'return True', '', 'return True'];
    const at = (line: number) => ({ rule, report: report({ place: { file: 'app/views.py', line } }) });
    const ids = make({ reports: [at(2), at(4)] }, lines).findings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(make({ reports: [at(4), at(2)] }, lines).findings.map(({ id }) => id)).toEqual([...ids].reverse());
  });
});

describe('gate', () => {
  const gating = (severity: Severity, confidence: Confidence, gate = {}): boolean =>
    one({ reports: [{ rule, report: report({ severity, confidence }) }], gate: { failOn: 'high', minConfidence: 'firm', ...gate } }).gates;
  test('severity and confidence both count', () => {
    expect(gating('critical', 'certain')).toBe(true);
    expect(gating('high', 'firm')).toBe(true);
    expect(gating('medium', 'certain')).toBe(false);
    expect(gating('critical', 'tentative')).toBe(false);
    expect(gating('critical', 'tentative', { minConfidence: 'tentative' })).toBe(true);
    expect(gating('critical', 'certain', { failOn: 'never' })).toBe(false);
  });
});

describe('suppression in the source', () => {
  const COMMENT = '# unlatched: ignore[open-operation] shown on the wall';
  test('at the end of the line, and alone on the line above', () => {
    expect(one({}, ['class A(View):', `    permission_classes = []  ${COMMENT}`])).toMatchObject({
      suppressed: { reason: 'shown on the wall', by: 'app/views.py:2' },
      gates: false,
    });
    expect(one({}, [`    ${COMMENT}`, '    permission_classes = []']).suppressed).not.toBeNull();
  });
  test('code on the line above is not about this line; another rule is another matter', () => {
    expect(one({}, [`x = 1  ${COMMENT}`, '    permission_classes = []']).suppressed).toBeNull();
    expect(one({}, ['# unlatched: ignore[method-hole] no', '    permission_classes = []']).suppressed).toBeNull();
  });
  test.each([
    ['# unlatched: ignore', 'malformed'],
    ['# unlatched: ignore[] because', 'names no rule'],
    ['# unlatched: ignore[no-such-rule] because', 'unknown rule'],
    ['# unlatched: ignore[open-operation]', 'no reason'],
    ['# unlatched: ignore[open-operation] until=soon because', 'no date'],
    ['# unlatched: ignore[open-operation] until=2026-01-01 because', 'ended on 2026-01-01'],
    ['# unlatched: ignore[method-hole] because', 'unused'],
  ])('%s is reported and suppresses nothing', (comment, words) => {
    const { findings, problems } = make({}, [comment, '    permission_classes = []']);
    expect(findings[0]!.suppressed).toBeNull();
    expect(problems.map(({ text }) => text).join()).toContain(words);
    expect(problems[0]!.place).toEqual({ file: 'app/views.py', line: 1 });
  });
  test('the last day counts, and a notice comes before it', () => {
    const { findings, problems } = make({}, [
      '# unlatched: ignore[open-operation] until=2026-11-24 because',
      '    permission_classes = []',
    ]);
    expect(findings[0]!.suppressed).not.toBeNull();
    expect(problems).toMatchObject([{ severity: 'note', text: expect.stringContaining('ends on 2026-11-24') }]);
  });
  test('can be switched off', () => {
    expect(one({ inlineIgnore: false }, [COMMENT, '    permission_classes = []']).suppressed).toBeNull();
  });
});

describe('suppression in the configuration', () => {
  const place = { file: 'pyproject.toml', line: 9 };
  const ignore = (entry: object) => make({ ignore: [{ reason: 'because', place, ...entry }] });
  test('by rule and file, by finding, by operation', () => {
    expect(ignore({ rule: 'open-operation', file: 'app/**' }).findings[0]!.suppressed).toEqual({
      reason: 'because',
      by: 'pyproject.toml:9',
    });
    expect(ignore({ finding: one().id }).findings[0]!.suppressed).not.toBeNull();
    expect(ignore({ rule: 'open-operation', operation: 'GET /*' }).findings[0]!.suppressed).not.toBeNull();
  });
  test('what means nothing is reported', () => {
    for (const entry of [{ rule: 'open-operation', file: 'other/**' }, { rule: 'method-hole' }, { finding: 'open-operation:00000000' }]) {
      const { findings, problems } = ignore(entry);
      expect(findings[0]!.suppressed).toBeNull();
      expect(problems).toMatchObject([{ text: expect.stringContaining('unused'), place }]);
    }
    expect(ignore({ rule: 'open-operation', reason: ' ' }).problems[0]!.text).toContain('no reason');
  });
  test('a part of the operations does not suppress the whole', () => {
    const reports = [{ rule, report: report({ operations: ['GET /a/', 'GET /b/'] }) }];
    const { findings, problems } = make({ reports, ignore: [{ rule: rule.id, operation: 'GET /a/', reason: 'r', place }] });
    expect(findings[0]!.suppressed).toBeNull();
    expect(problems[0]!.text).toContain('only some');
  });
  test('a rule that was not asked leaves its entries alone', () => {
    expect(make({ reports: [], ignore: [{ rule: rule.id, reason: 'r', place }], skippedRules: new Set([rule.id]) }).problems).toEqual([]);
  });
  test('excluded files', () => {
    expect(one({ exclude: ['app/**'] }).gates).toBe(false);
    expect(one({ exclude: ['legacy/**'] }).gates).toBe(true);
  });
});

describe('baseline', () => {
  test('what was written is known; what is gone is told', () => {
    const entries = [...readBaseline(writeBaseline(make().findings), 'b.json'), { id: 'open-operation:00000000', title: '' }];
    const result = make({ baseline: { file: 'b.json', entries } });
    expect(result.findings[0]).toMatchObject({ baseline: 'known', gates: false });
    expect(result.baseline).toEqual({ file: 'b.json', new: 0, known: 1, fixed: ['open-operation:00000000'] });
  });
  test.each(['{', '[]', '{"findings": 1}', '{"findings": [{"id": "x"}]}'])('%s is refused in one line', (text) => {
    expect(() => readBaseline(text, 'b.json')).toThrow(UsageError);
    expect(() => readBaseline(text, 'b.json')).toThrow(/^b\.json: [^\n]+$/);
  });
});

describe('grade', () => {
  const graded = (...list: [Severity, Confidence][]) =>
    gradeOf(make({ reports: list.map(([severity, confidence]) => ({ rule, report: report({ severity, confidence }) })) }).findings);
  test.each<[[Severity, Confidence][], string, number]>([
    [[], 'A', 100],
    [[['critical', 'certain']], 'F', 39],
    [[['critical', 'firm']], 'C', 72],
    [[['high', 'certain']], 'C', 74],
    [
      [
        ['high', 'firm'],
        ['high', 'firm'],
      ],
      'B',
      83,
    ],
    [[['medium', 'certain']], 'A', 95],
    [[['info', 'certain']], 'A', 100],
  ])('%j', (list, letter, score) => {
    expect(graded(...list)).toEqual({ letter, score });
  });
  test('medium findings cost 20 at most', () => {
    expect(graded(...Array.from({ length: 9 }, (): [Severity, Confidence] => ['medium', 'certain'])).score).toBe(80);
  });
});

describe('exit code', () => {
  const base = { interrupted: false, internalError: false, usageError: false, gating: false, verified: true, exitZero: false };
  test.each([
    [{}, 0],
    [{ verified: false }, 3],
    [{ verified: false, gating: true }, 1],
    [{ usageError: true, gating: true }, 2],
    [{ internalError: true, usageError: true }, 4],
    [{ interrupted: true, internalError: true }, 130],
    [{ exitZero: true, gating: true, verified: false }, 0],
    [{ exitZero: true, usageError: true }, 2],
    [{ exitZero: true, internalError: true }, 4],
  ])('%j -> %i', (outcome, code) => expect(exitCodeOf({ ...base, ...outcome })).toBe(code));
});
