/** What `unlatched rules` prints, and the Markdown pages of `docs/rules`: everything comes from the words of the rule files. */
import { type RuleWords, SEVERITIES } from '../model/finding.ts';
import type { ReportOptions } from './report.ts';
import { Page, SEVERITY_STYLE } from './text/page.ts';
import { plainLines } from './text/plain.ts';
import { wrap } from './text/width.ts';

/** All rules, worst first, one line each. */
export function rulesList(rules: readonly RuleWords[], options: ReportOptions): string {
  const page = new Page(Math.max(40, options.width), options.color);
  const width = Math.max(4, ...rules.map((rule) => rule.id.length));
  for (const rule of bySeverity(rules)) {
    const [first, ...more] = wrap(rule.title, page.width - width - 22);
    page.line([SEVERITY_STYLE[rule.severity], rule.severity.padEnd(9)], ['bold', rule.id.padEnd(width + 2)], rule.cwe.padEnd(10), first!);
    for (const line of more) page.line(' '.repeat(width + 21), line);
  }
  page.blank();
  page.line(['bold', 'next  '], `unlatched rules ${rules[0]?.id ?? 'ID'}`);
  return page.toString();
}

/** One rule for the terminal. */
export function rulePage(rule: RuleWords, options: ReportOptions): string {
  const page = new Page(Math.max(40, options.width), options.color);
  page.ends(['bold', rule.id], ['dim', [rule.cwe, ...rule.owasp].join(', ')]);
  page.paragraph('', rule.title);
  page.line([SEVERITY_STYLE[rule.severity], rule.severity], ['dim', `  family ${rule.family}`]);
  page.blank();
  page.paragraph('', rule.why);
  page.blank();
  for (const [label, example] of [
    ['Bad', rule.bad],
    ['Good', rule.good],
  ] as const) {
    page.line(['bold', label]);
    for (const line of plainLines(example)) page.line(['blue', '  | '], line);
    page.blank();
  }
  page.line(['bold', 'How to refute a finding']);
  page.paragraph('  ', rule.refute);
  page.blank();
  if (rule.references.length > 0) page.line(['bold', 'References']);
  for (const reference of rule.references) page.paragraph('  ', reference);
  return page.toString();
}

/** One rule as the page `docs/rules/<id>.md`. */
export function ruleMarkdown(rule: RuleWords): string {
  const lines = [
    `# ${rule.id}`,
    '',
    `${sentence(rule.title)}`,
    '',
    '| severity | family | weakness | OWASP |',
    '|---|---|---|---|',
    `| ${rule.severity} | ${rule.family} | ${cweLink(rule.cwe)} | ${rule.owasp.join(', ')} |`,
    '',
    rule.why,
    '',
    '## Bad',
    '',
    ...fenced(rule.bad),
    '',
    '## Good',
    '',
    ...fenced(rule.good),
    '',
    '## How to refute a finding',
    '',
    rule.refute,
    '',
  ];
  if (rule.references.length > 0) {
    lines.push('## References', '', ...rule.references.map((each) => `- ${/^https?:/.test(each) ? `<${each}>` : each}`), '');
  }
  return lines.join('\n');
}

/** The index `docs/rules/README.md`. */
export function rulesMarkdown(rules: readonly RuleWords[]): string {
  const rows = bySeverity(rules).map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.severity} | ${cweLink(rule.cwe)} |`);
  return ['# Rules', '', '| rule | what it finds | severity | weakness |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function bySeverity(rules: readonly RuleWords[]): readonly RuleWords[] {
  return [...rules].sort(
    (left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) || (left.id < right.id ? -1 : 1),
  );
}

function sentence(title: string): string {
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}${title.endsWith('.') ? '' : '.'}`;
}

function cweLink(cwe: string): string {
  const number = /^CWE-(\d+)$/.exec(cwe)?.[1];
  return number ? `[${cwe}](https://cwe.mitre.org/data/definitions/${number}.html)` : cwe;
}

function fenced(example: string): string[] {
  return ['```python', ...plainLines(example), '```'];
}
