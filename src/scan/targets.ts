/** What the server is asked: one target for each row of the matrix, with what source and document know of it. */
import { type Joined, type JoinedOperation, sourceKey } from '../matrix/join.ts';
import type { AuthenticatorFact, InertFact, OverrideFact, SourceFacts } from '../model/facts.ts';
import { SAFE_METHODS } from '../model/operation.ts';
import type { Probe } from '../model/probe.ts';
import { userHeaderIn } from '../model/user-header.ts';
import type { PredictedWitness, Target, TokenWay } from '../model/witness.ts';
import type { DocumentWitness } from '../promised/load-document.ts';
import { administrationOf } from './administration.ts';
import { otherVersionsOf } from './other-versions.ts';

export interface TargetsInput {
  readonly joined: Joined;
  readonly predicted: PredictedWitness | null;
  readonly promised: DocumentWitness | null;
  readonly probes: readonly Probe[];
  /** Values for path parameters that the user gave. */
  readonly params: Readonly<Record<string, string>>;
  /** The user takes the risk that a broken request has an effect: where there is no source, such may then be sent. */
  readonly allowWrites: boolean;
  /** Requests without effect may be sent. */
  readonly allowInertWrites: boolean;
  /** As the user typed it: its path may hold the mount prefix already. */
  readonly url: string;
}

export function targetsOf(input: TargetsInput): readonly Target[] {
  const prefix = prefixOf(input);
  return input.joined.rows.map((row) => targetOf(row, input, prefix));
}

/** A path of a row as the server sees it, below the prefix of the URL. */
export function serverPath(joined: Joined, url: string, path: string): string {
  return prefixed(path, prefixOf({ joined, url }));
}

function targetOf(row: JoinedOperation, input: TargetsInput, prefix: Prefix): Target {
  const { predicted, promised } = input;
  const facts = predicted?.facts ?? null;
  const key = row.source ? sourceKey(row.source) : row.id;
  const documented = row.documented && promised ? promised.parametersOf(row.documented) : null;
  const graphql = isGraphql(row, facts);
  const byGet = graphql && row.method === 'POST' && !input.joined.rows.some(({ method, path }) => method === 'GET' && path === row.path);
  const asked = byGet ? { ...row, method: 'GET' } : row;
  return {
    id: row.id,
    // A view that takes any method is asked with the harmless one.
    method: asked.method === '*' ? 'GET' : asked.method,
    ...(byGet ? { standsFor: row.method } : {}),
    ...(graphql ? { graphql } : {}),
    ...(row.source?.socket || (row.documented && promised?.opensSocket(row.documented)) ? { socket: true } : {}),
    path: prefixed(row.path, prefix),
    params: { ...renamed(documented?.path ?? {}, row.documented?.path ?? '', row.path), ...input.params },
    query: { ...documented?.query, ...(graphql ? SMALLEST_QUERY : {}) },
    harmless: isHarmless(asked, input),
    inert: facts?.inert(key) ?? (input.allowWrites && row.source === null ? consented(row) : null),
    describesItself: row.source !== null && asked.method === 'GET' && (facts?.describesItself?.(key) ?? false),
    overrides: input.allowInertWrites && row.source ? overridesOf(row, facts, key, input) : [],
    authenticators: facts ? facts.authenticators.filter((authenticator) => authenticator.operations.includes(key)) : documentedDoors(row),
    doorsByDocument: facts === null,
    queryNames: [...new Set([...readNames(facts, key, 'query:'), ...(promised?.queryNames ?? [])])],
    headerNames: [...new Set([...readNames(facts, key, 'header:'), ...(promised?.headerNames ?? [])])].filter(
      (name) => name.toLowerCase() !== 'authorization',
    ),
    userHeaders: userHeadersOf(row, input),
    scopes: row.documented && promised ? promised.scopesOf(row.documented) : null,
    administration: administrationOf(row),
    ways: waysOf(row, key, input),
    versions: otherVersionsOf(row, facts, promised),
  };
}

/** A GET that may write is not sent in the place of a write either. */
function overridesOf(row: JoinedOperation, facts: SourceFacts | null, key: string, input: TargetsInput): readonly OverrideFact[] {
  const get = input.joined.rows.find(({ method, path }) => method === 'GET' && path === row.path);
  return (facts?.overrides?.(key) ?? []).filter(({ as }) => as !== 'GET' || !get || isHarmless(get, input));
}

/** Asks a GraphQL schema for the name of its root type: no resolver runs (GraphQL October 2021, section 4.4). */
const SMALLEST_QUERY: Readonly<Record<string, string>> = { query: '{__typename}' };

/** By the view's class, or by the path that the document has for it. GET carries queries only, never a mutation (GraphQL over HTTP, section 5.2). */
export function isGraphql(row: JoinedOperation, facts: SourceFacts | null): boolean {
  if (row.method !== '*' && row.method !== 'GET' && row.method !== 'POST') return false;
  if (row.source && facts?.graphql?.(sourceKey(row.source))) return true;
  return row.documented !== null && /\/(graphql|gql)\/?$/i.test(row.path);
}

/** Without source nobody knows what stands behind the gate: a refusal clears, and nothing convicts (catalogue 1.3). */
function consented(row: JoinedOperation): InertFact | null {
  if (SAFE_METHODS.has(row.method)) return null;
  return { operation: row.id, twins: ['unsupported-media-type', 'malformed-json'], convicts: false, why: '--allow-writes takes the risk' };
}

/** What the source reads the valid token from, then the places of the document's schemes. */
function waysOf(row: JoinedOperation, key: string, { predicted, promised }: TargetsInput): readonly TokenWay[] {
  const read = (predicted?.facts.tokenReads?.(key) ?? []).flatMap((text): TokenWay[] => {
    const [place, name] = text.split(':', 2);
    return name && (place === 'header' || place === 'query' || place === 'cookie') ? [{ place, name, word: 'none' }] : [];
  });
  const told = (row.documented?.schemes ?? []).flatMap((scheme) => promised?.wayOf(scheme) ?? []);
  const seen = new Set<string>();
  return [...read, ...told].filter(({ place, name }) => {
    const id = `${place} ${name.toLowerCase()}`;
    return !seen.has(id) && seen.add(id);
  });
}

/**
 * Without source, the security schemes of the document tell which operations share a door (the token battery runs once for
 * each). An operation with several is a door of its own: nobody says which of them its neighbours check well.
 */
function documentedDoors(row: JoinedOperation): readonly AuthenticatorFact[] {
  const schemes = row.documented?.schemes ?? [];
  return schemes.map((name) => ({
    name: schemes.length > 1 ? `${name} of ${row.id}` : name,
    place: null,
    schemes: [],
    operations: [row.id],
  }));
}

function prefixed(path: string, { add, strip }: Prefix): string {
  return strip && path.startsWith(`${strip}/`) ? path.slice(strip.length) : `${add}${path}`;
}

interface Prefix {
  readonly add: string;
  readonly strip: string;
}

/** The mount prefix, unless the URL has it already; a document's base path that the URL repeats goes. */
function prefixOf(input: Pick<TargetsInput, 'joined' | 'url'>): Prefix {
  const { rows, mount } = input.joined;
  let path = '';
  try {
    path = new URL(input.url).pathname.replace(/\/+$/, '');
  } catch {
    // The witness refuses it with its own words.
  }
  if (path === '') return { add: mount, strip: '' };
  if (mount !== '' && path.endsWith(mount)) return { add: '', strip: '' };
  const repeated = rows.length > 0 && rows.every((row) => row.source === null && row.path.startsWith(`${path}/`));
  return repeated ? { add: '', strip: path } : { add: mount, strip: '' };
}

/** Parameter values by the names that the row's path has: document and source may call the same segment differently. */
function renamed(values: Readonly<Record<string, string>>, documentPath: string, rowPath: string): Record<string, string> {
  const from = names(documentPath);
  const to = names(rowPath);
  const out: Record<string, string> = {};
  for (const [index, name] of from.entries()) {
    const value = values[name];
    if (value !== undefined) out[from.length === to.length ? to[index]! : name] = value;
  }
  return out;
}

function names(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]!);
}

/** The headers that the source would let a request without a token in by. */
function userHeadersOf(row: JoinedOperation, { predicted, probes }: TargetsInput): readonly string[] {
  const probe = probes.find(({ id }) => id === 'no-token');
  if (!predicted || !row.source || !probe) return [];
  try {
    return [userHeaderIn(predicted.judge(row.source, probe).conditions) ?? []].flat();
  } catch {
    return [];
  }
}

/** A GET handler of which the source knows that it writes is treated as unsafe. */
function isHarmless(row: JoinedOperation, { predicted, probes }: TargetsInput): boolean {
  if (!predicted || !row.source || (row.method !== '*' && !SAFE_METHODS.has(row.method))) return true;
  try {
    if (predicted.facts.getWrites?.(sourceKey(row.source))) return false;
    const fired = probes
      .filter(({ id }) => id === 'valid-token' || id === 'no-token')
      .map((probe) => predicted.judge(row.source!, probe).effect);
    return !/\b(db-write|write|writes|create|creates|update|updates|delete|deletes|mail|sends)\b/i.test(fired.join(' '));
  } catch {
    return false;
  }
}

/** Where the source reads credentials outside `Authorization`, e.g. `query:token`. */
function readNames(facts: SourceFacts | null, key: string, kind: 'query:' | 'header:'): readonly string[] {
  if (!facts) return [];
  const probes = kind === 'query:' ? ['token-in-query', 'garbage-in-query'] : ['garbage-api-key'];
  return probes
    .flatMap((probe) => facts.cause(key, probe)?.reads ?? [])
    .filter((read) => read.startsWith(kind))
    .map((read) => read.slice(kind.length));
}
