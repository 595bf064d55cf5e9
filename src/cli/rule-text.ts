/** The words of rules on a terminal. */
import pc from 'picocolors';
import { type RuleWords, SEVERITIES } from '../model/finding.ts';

export interface TextStyle {
  readonly color: boolean;
  readonly width: number;
}

/** One line a rule, aligned, worst first. */
export function ruleTable(rules: readonly RuleWords[], { color, width }: TextStyle): string {
  const { bold } = pc.createColors(color);
  const longest = Math.max(...rules.map(({ id }) => id.length));
  const worstFirst = [...rules].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const rows = worstFirst.map(({ id, severity, cwe, title }) => {
    const head = `${id.padEnd(longest)}  ${severity.padEnd(8)}  ${cwe.padEnd(8)}  `;
    const lines = wrapped(title, Math.max(20, width - head.length))
      .trimEnd()
      .split('\n');
    return `${bold(id)}${head.slice(id.length)}${lines.join(`\n${' '.repeat(head.length)}`)}\n`;
  });
  return `${rows.join('')}\nunlatched rules ID  prints the words of one rule\n`;
}

/** One rule: what goes wrong, bad and good code, how to refute a finding. */
export function ruleWords(rule: RuleWords, { color, width }: TextStyle): string {
  const { bold, dim } = pc.createColors(color);
  const room = Math.min(width, 100);
  const indented = (code: string) =>
    code
      .replace(/\n+$/, '')
      .split('\n')
      .map((line) => (line ? `    ${line}\n` : '\n'))
      .join('');
  const parts = [
    `${bold(`${rule.id}: ${rule.title}`)}\n${[rule.severity, rule.cwe, ...rule.owasp, rule.family].join(' | ')}\n`,
    wrapped(rule.why, room),
    `${bold('Bad')}\n${indented(rule.bad)}`,
    `${bold('Good')}\n${indented(rule.good)}`,
    `${bold('How to refute a finding')}\n${wrapped(rule.refute, room)}`,
  ];
  if (rule.references.length > 0) parts.push(dim(rule.references.map((reference) => `${reference}\n`).join('')));
  return parts.join('\n');
}

function wrapped(text: string, width: number): string {
  const lines: string[] = [''];
  for (const word of text.trim().split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return `${lines.join('\n')}\n`;
}
