/** Looks at the tokens of the run without sending anything; what is wrong with them is told as a problem. */

import type { TokenOption } from '../config/secret.ts';
import type { FactValue, SourceFacts } from '../model/facts.ts';
import type { Problem } from '../model/problem.ts';
import { checkToken, type KeyCandidate } from '../tokens/offline-checks.ts';

/** Settings that hold keys: Django's own, and those that projects and JWT libraries call so. */
const KEY_SETTINGS = [
  'SECRET_KEY',
  'SIGNING_KEY',
  'JWT_SECRET',
  'JWT_SECRET_KEY',
  'JWT_SIGNING_KEY',
  'JWT_KEY',
  'TOKEN_SECRET',
  'AUTH_SECRET',
  'API_SECRET',
];
const KEY_TABLES = ['SIMPLE_JWT', 'JWT_AUTH', 'GRAPHQL_JWT', 'NINJA_JWT'];

/** One warning for each fault of a token. Neither token nor key occurs in it. */
export function tokenProblems(tokens: readonly TokenOption[], facts: SourceFacts | null): readonly Problem[] {
  const keys = facts ? keysOf(facts) : [];
  return tokens.flatMap(({ scheme, secret }) =>
    checkToken(secret.reveal(), keys).map(
      ({ text }): Problem => ({ severity: 'warning', text: `${text}${scheme === null ? '' : ` (the token for ${scheme})`}` }),
    ),
  );
}

function keysOf(facts: SourceFacts): readonly KeyCandidate[] {
  const keys: KeyCandidate[] = [];
  const add = (name: string, value: FactValue | undefined): void => {
    if (value?.kind === 'constant' && typeof value.value === 'string' && value.value !== '') keys.push({ name, value: value.value });
  };
  for (const name of KEY_SETTINGS) add(name, facts.setting(name)?.value);
  for (const table of KEY_TABLES) {
    const value = facts.setting(table)?.value;
    for (const entry of value?.kind === 'dict' ? value.entries : []) {
      const key = entry.key.kind === 'constant' ? String(entry.key.value) : '';
      if (/KEY|SECRET/.test(key)) add(`${table}['${key}']`, entry.value);
    }
  }
  return keys;
}
