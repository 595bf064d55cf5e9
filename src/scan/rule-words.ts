/** The words of all rules, for `unlatched rules` and reports: what is said about a rule, without the rule. */
import type { Rule, RuleWords } from '../model/finding.ts';
import { RULES } from '../rules/index.generated.ts';

export const RULE_WORDS: readonly RuleWords[] = RULES.map((rule) => wordsOf(rule));

export function wordsOf(rule: Rule): RuleWords {
  const { judge: _judge, last: _last, ...words } = rule;
  return words;
}
