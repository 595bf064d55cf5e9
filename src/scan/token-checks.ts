/** Looks at the tokens of the run without sending anything; rules report what is wrong with them. */

import type { TokenOption } from '../config/secret.ts';
import type { FactValue, SourceFacts } from '../model/facts.ts';
import type { TokenRemark } from '../model/matrix.ts';
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

/** One remark for each fault of a token. Neither token nor key occurs in it. */
export function tokenRemarks(
  tokens: readonly TokenOption[],
  facts: SourceFacts | null,
  env: Readonly<Record<string, string>>,
): readonly TokenRemark[] {
  // What the user gave for the environment stands in no source.
  const given = new Set(Object.values(env));
  const keys = facts ? keysOf(facts).filter(({ value }) => !given.has(value)) : [];
  return tokens.flatMap(({ scheme, secret }) => checkToken(secret.reveal(), keys).map((check) => ({ ...check, scheme })));
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
