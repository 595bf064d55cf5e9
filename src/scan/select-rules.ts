/** `--only` and `--skip`: which rules a run asks. */
import { UsageError } from '../model/errors.ts';
import type { Rule } from '../model/finding.ts';
import { nearestName } from '../model/nearest-name.ts';

/**
 * Rules by id or CWE (`CWE-306` or `306`).
 * @throws UsageError for a name that no rule has
 */
export function selectRules(rules: readonly Rule[], only: readonly string[], skip: readonly string[]): readonly Rule[] {
  for (const [option, names] of [
    ['--only', only],
    ['--skip', skip],
  ] as const) {
    for (const name of names) {
      if (rules.some((rule) => means(name, rule))) continue;
      // Another release may know a rule for that weakness: nothing to ask is no mistake, a wrong name is.
      if (/^(CWE-)?\d+$/i.test(name)) continue;
      const nearest = nearestName(
        name,
        rules.map((rule) => rule.id),
      );
      throw new UsageError(
        'rule-unknown',
        `${option}: no rule ${JSON.stringify(name)}; ${nearest ? `did you mean ${nearest}?` : '`unlatched rules` lists them'}`,
      );
    }
  }
  return rules.filter((rule) => (only.length === 0 || only.some((name) => means(name, rule))) && !skip.some((name) => means(name, rule)));
}

function means(name: string, rule: Rule): boolean {
  return name === rule.id || name.toUpperCase().replace(/^(CWE-)?/, 'CWE-') === rule.cwe;
}
