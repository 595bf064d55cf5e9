/** Other versions of the API that an operation can be asked in by header or query, where source or document say how clients name one. */
import type { JoinedOperation } from '../matrix/join.ts';
import type { FactValue, SourceFacts } from '../model/facts.ts';
import type { NamedVersion } from '../model/witness.ts';
import type { DocumentWitness } from '../promised/load-document.ts';

const MOST = 3;

/** @returns versions that differ from what a plain request or the document's own has */
export function otherVersionsOf(
  row: JoinedOperation,
  facts: SourceFacts | null,
  promised: DocumentWitness | null,
): readonly NamedVersion[] {
  if (row.method !== 'GET' && row.method !== '*') return [];
  const bySource = facts === null || row.source === null ? [] : versionsOfSettings(facts);
  const own = row.documented && promised ? promised.versionsOf(row.documented) : [];
  const key = ({ place, name, value }: NamedVersion): string => `${place} ${name.toLowerCase()} ${value}`;
  const taken = new Set(own.map(key));
  const seen = new Set<string>();
  const listed = own.length === 0 ? [] : versionsListed(promised!);
  const byDocument = own.flatMap((version) => [
    ...listed.filter(({ place, name }) => place === version.place && name === version.name),
    ...neighbours(version.value).map((value) => ({ ...version, value })),
  ]);
  return [...bySource, ...byDocument].filter((one) => !taken.has(key(one)) && !seen.has(key(one)) && seen.add(key(one))).slice(0, MOST);
}

const listings = new WeakMap<DocumentWitness, readonly NamedVersion[]>();

function versionsListed(promised: DocumentWitness): readonly NamedVersion[] {
  const known = listings.get(promised) ?? promised.operations.flatMap((one) => promised.versionsOf(one));
  listings.set(promised, known);
  return known;
}

const BY_ACCEPT = 'rest_framework.versioning.AcceptHeaderVersioning';
const BY_QUERY = 'rest_framework.versioning.QueryParameterVersioning';

/** By the settings of DRF (versioning.py): the allowed versions but the default one, which a plain request has. */
function versionsOfSettings(facts: SourceFacts): readonly NamedVersion[] {
  const settings = facts.setting('REST_FRAMEWORK')?.value;
  if (settings?.kind !== 'dict') return [];
  const settingOf = (name: string): FactValue | undefined =>
    settings.entries.find(({ key }) => key.kind === 'constant' && key.value === name)?.value;
  const scheme = nameOf(settingOf('DEFAULT_VERSIONING_CLASS'));
  const is = (base: string): boolean => scheme === base || facts.classesOf(base).some(({ name }) => name === scheme);
  const place = scheme === null ? null : is(BY_ACCEPT) ? ('accept' as const) : is(BY_QUERY) ? ('query' as const) : null;
  if (place === null) return [];
  const usual = nameOf(settingOf('DEFAULT_VERSION'));
  const parameter = nameOf(settingOf('VERSION_PARAM')) ?? 'version';
  const allowed = settingOf('ALLOWED_VERSIONS');
  const values = allowed?.kind === 'list' ? allowed.items.flatMap((item) => nameOf(item) ?? []) : [];
  const others = values.length > 0 ? values : neighbours(usual ?? '1');
  return others
    .filter((value) => value !== usual && /^[\w.-]{1,20}$/.test(value))
    .map((value) => ({ place, name: place === 'accept' ? `application/json; ${parameter}=` : parameter, value }));
}

function nameOf(value: FactValue | undefined): string | null {
  if (value?.kind === 'object') return value.name;
  return value?.kind === 'constant' && value.value !== null ? String(value.value) : null;
}

/** `2` has `1` and `3` beside it, `v1.0` has `v2.0`. */
function neighbours(version: string): readonly string[] {
  const match = /^(\D*)(\d{1,2})(.*)$/.exec(version);
  if (!match) return [];
  const [, before, number, after] = match;
  return [Number(number) - 1, Number(number) + 1].filter((other) => other > 0).map((other) => `${before}${other}${after}`);
}
