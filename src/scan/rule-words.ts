/** The words of all rules, for `unlatched rules` and for reports. */
import type { RuleWords } from '../model/finding.ts';
import { RULES } from '../rules/index.generated.ts';

export const RULE_WORDS: readonly RuleWords[] = RULES;
