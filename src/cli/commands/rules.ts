/** `unlatched rules`: the rules, or the words of one. */
import { UsageError } from '../../model/errors.ts';
import { nearestName } from '../../model/nearest-name.ts';
import { rulePage, rulesList } from '../../reports/rules-page.ts';
import { RULE_WORDS } from '../../scan/rule-words.ts';
import type { CommandFunction } from '../run.ts';

export const rules: CommandFunction = async ({ streams }, [id], given) => {
  const options = { color: !given['no-color'] && streams.color, width: streams.width, all: true };
  if (id === undefined) {
    streams.write(rulesList(RULE_WORDS, options));
    return 0;
  }
  const rule = RULE_WORDS.find((words) => words.id === id);
  if (!rule) {
    const ids = RULE_WORDS.map((words) => words.id);
    const nearest = nearestName(id, ids);
    throw new UsageError(
      'rule-unknown',
      `no rule ${JSON.stringify(id)}; ${nearest ? `did you mean ${nearest}?` : '`unlatched rules` lists them'}`,
    );
  }
  streams.write(rulePage(rule, options));
  return 0;
};
