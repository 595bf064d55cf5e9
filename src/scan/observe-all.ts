/** Asks the server once for each token of the run, and joins the answers. */
import type { ScanOptions } from '../config/options.ts';
import type { TokenOption } from '../config/secret.ts';
import type { JoinedOperation } from '../matrix/join.ts';
import type { EventSink } from '../model/events.ts';
import type { StaticFileFact } from '../model/facts.ts';
import type { AccountRequest, FoundOperation, LoginLifeRequest, LoginLifeResult, SignOfLife } from '../model/login-life.ts';
import type { Probe } from '../model/probe.ts';
import type { Problem } from '../model/problem.ts';
import type {
  AttemptsRequest,
  AttemptsResult,
  Observation,
  ObserveRequest,
  PlainHttpRequest,
  PlainHttpResult,
  Target,
  TokenWay,
} from '../model/witness.ts';
import { jwtFacts } from '../tokens/inspect.ts';
import { userOfLogin } from '../tokens/owner.ts';
import { accessOf } from './access.ts';
import type { Approach } from './approach.ts';
import { askedElsewhereProblem } from './asked-elsewhere.ts';
import { grantsFor } from './grants.ts';
import { type LoginLife, lifeRequest, planBatches, planGuesses, planLife } from './login-life.ts';
import { merge, NOTHING } from './merge-observations.ts';
import { offeredBy, planOffered, unaskedNote } from './offered.ts';
import { type AccountOperations, planAccount } from './own-account.ts';
import { strictTransportProblem } from './strict-transport.ts';

export interface ObserveAllInput {
  readonly options: ScanOptions & { readonly url: string };
  readonly rows: readonly JoinedOperation[];
  readonly targets: readonly Target[];
  readonly probes: readonly Probe[];
  /** What was asked before: login and document. */
  readonly before: Pick<Approach, 'exchanges' | 'plan' | 'renew' | 'entry' | 'attempts'> | null;
  /** How the token of a security scheme of the document travels. */
  readonly wayOf: (scheme: string) => TokenWay | null;
  /** Files that the source hands out to everybody. */
  readonly staticFiles?: readonly StaticFileFact[];
  readonly askPlainHttp: (request: PlainHttpRequest) => Promise<PlainHttpResult>;
  readonly observe: (request: ObserveRequest) => Promise<Observation>;
  /** Where the run logged in: what the life of a login is asked by. */
  readonly life: LoginLife | null;
  readonly tryWrongPasswords: (request: AttemptsRequest) => Promise<AttemptsResult>;
  readonly tryBatchedPasswords: (request: AttemptsRequest) => Promise<AttemptsResult>;
  readonly liveLogin: (request: LoginLifeRequest) => Promise<LoginLifeResult>;
  /** What an account of its own is made and asked by; null without consent, or where there is no registration. */
  readonly account: AccountOperations | null;
  readonly liveAccount: (request: AccountRequest) => Promise<LoginLifeResult>;
  readonly emit: EventSink;
}

/**
 * A token that names a scheme goes to the operations of that security scheme or authenticator which the token without
 * a scheme does not serve; everything else is asked with the latter. One canary for each token.
 */
export async function observeAll(input: ObserveAllInput): Promise<Observation> {
  const { options, before } = input;
  let joined: Observation | null = null;
  let sign: SignOfLife | null = null;
  const renewable = renewableOf(options);
  const all = shares(input);
  for (const { token, targets } of all) {
    const earlier = before?.exchanges.length ?? 0;
    const sent: number = (joined?.requests ?? 0) + earlier;
    const left = options.maxRequests === null ? null : Math.max(0, options.maxRequests - sent);
    if ((joined || earlier > 0) && (options.signal.aborted || left === 0)) break;
    const part = await input.observe({
      ...requestOf(input, { token, targets }),
      maxRequests: left,
      ...(joined?.servedKeys === undefined ? {} : { servedKeys: joined.servedKeys }),
      oneOfSeveral: all.length > 1,
    });
    joined = joined ? merge(joined, part) : part;
    if (token !== null && token === renewable) sign = part.sign ?? null;
  }
  const elsewhere = joined && askedElsewhereProblem(joined);
  if (joined && elsewhere) joined = merge(joined, { ...NOTHING, problems: [elsewhere] });
  if (joined && !options.signal.aborted) joined = merge(joined, await askOffered(input, joined));
  if (options.httpOrigin !== null && !options.signal.aborted) {
    const twin = await askTwin(input, options.httpOrigin);
    const strict = options.dryRun ? null : strictTransportProblem(options.url, joined?.exchanges ?? []);
    joined = merge(joined ?? NOTHING, { ...twin, problems: [...twin.problems, ...(strict ? [strict] : [])] });
  }
  const asked = before ? merge(observationBefore(before), joined ?? NOTHING) : joined!;
  const lived =
    renewable === null || options.signal.aborted ? asked : merge(asked, await live(input, asked, renewable.secret.reveal(), sign));
  const registered = options.signal.aborted ? lived : merge(lived, await register(input, lived, sign));
  // Last of all: whoever counts wrong passwords by address turns this one away from then on.
  return options.signal.aborted ? registered : merge(registered, await guess(input, registered, tokenOf(renewable, sign)));
}

function requestOf({ options, before, probes, wayOf, staticFiles, emit }: ObserveAllInput, { token, targets }: Share): ObserveRequest {
  // Renewed tokens are those of the login, which is the one without a scheme.
  const ofLogin = token !== null && token === renewableOf(options);
  return {
    ...accessOf(options),
    targets,
    probes,
    token: token?.secret.reveal() ?? null,
    tokenScheme: options.tokenScheme,
    way: token?.way ?? (token?.scheme ? wayOf(token.scheme) : null),
    maxRequests: null,
    dryRun: options.dryRun,
    tokenToCome: options.dryRun && ofLogin && before?.entry != null,
    allowInertWrites: options.allowInertWrites,
    allowIntrusion: options.allowWrites,
    ...(before?.renew && ofLogin ? { renew: before.renew } : {}),
    grants: grantsFor(token, options),
    ...(before?.entry?.by === 'password' && ofLogin ? { user: userOfLogin(before.entry.user) } : {}),
    staticFiles: staticFiles ?? [],
    secrets: secretsOf(options),
    emit,
  };
}

function renewableOf({ tokens }: ScanOptions): TokenOption | null {
  return tokens.find(({ scheme }) => scheme === null) ?? null;
}

/** The operations that the document does not name and the answers so far tell of. */
async function askOffered(input: ObserveAllInput, asked: Observation): Promise<Observation> {
  const { options, rows, targets } = input;
  if (options.dryRun) return { ...NOTHING, plan: planOffered(rows, targets, options.url) };
  const offered = offeredBy(rows, targets, input.probes, asked);
  const note = unaskedNote(offered.unasked);
  const problems: Problem[] = note === null ? [] : [{ severity: 'note', text: note }];
  let joined: Observation = { ...NOTHING, problems };
  // What their neighbours were asked with serves them too; the battery of tokens has been sent there.
  const probes = input.probes.filter((probe) => probe.required || probe.secure === 'admits');
  const all = shares({ options, rows, targets: offered.targets });
  for (const share of offered.targets.length > 0 ? all : []) {
    const sent = (input.before?.exchanges.length ?? 0) + asked.requests + joined.requests;
    const maxRequests = requestsLeft(options, { requests: sent });
    if (maxRequests === 0 || options.signal.aborted) break;
    const request = { ...requestOf(input, share), probes, maxRequests, servedKeys: asked.servedKeys ?? null };
    const part = await input.observe(request);
    // That the token gets in nowhere here says nothing of it.
    joined = merge(joined, { ...part, canary: 'none', problems: [], offered: offered.operations });
  }
  return joined;
}

/** Whether logins slow guessing down: those of GraphQL, then the one of the run. */
async function guess(input: ObserveAllInput, asked: Observation, token: AttemptsRequest['token']): Promise<Observation> {
  const { options, before, targets, tryWrongPasswords, tryBatchedPasswords, emit } = input;
  const login = before?.attempts ?? null;
  const schemas = options.allowLoginAttempts ? graphqlEndpoints(targets) : [];
  const steps = [
    ...schemas.map((endpoint) => ({ login: endpoint, what: 'GraphQL', planned: planBatches, ask: tryBatchedPasswords })),
    ...(login ? [{ login, what: 'the login', planned: planGuesses, ask: tryWrongPasswords }] : []),
  ];
  if (options.dryRun) return { ...NOTHING, plan: steps.map(({ login: at, planned }) => planned(at, options.url)) };
  let joined: Observation = NOTHING;
  for (const { login: at, what, ask } of steps) {
    const maxRequests = requestsLeft(options, { requests: asked.requests + joined.requests });
    if (maxRequests === 0 || options.signal.aborted) break;
    emit({ type: 'phase', witness: 'observed', text: `wrong passwords at POST ${at.path} (${what})` });
    const { remarks, exchanges } = await ask({ ...accessOf(options), login: at, token, maxRequests });
    joined = merge(joined, { ...NOTHING, exchanges, requests: exchanges.length, logins: remarks, interrupted: options.signal.aborted });
  }
  return joined;
}

/** The token of the run, where its sign of life shows how it travels. */
function tokenOf(token: TokenOption | null, sign: SignOfLife | null): NonNullable<AttemptsRequest['token']> | null {
  return token && sign ? { value: token.secret.reveal(), way: sign.way } : null;
}

/** Endpoints of GraphQL at which a login is looked for. */
const MOST_SCHEMAS = 2;

function graphqlEndpoints(targets: readonly Target[]): readonly FoundOperation[] {
  const found = targets.filter(({ graphql, path }) => graphql && !path.includes('{'));
  const paths = [...new Map(found.map((target) => [target.path, target])).values()];
  return paths.slice(0, MOST_SCHEMAS).map(({ id, path }) => ({ id, path, why: 'GraphQL' }));
}

function requestsLeft({ maxRequests }: ScanOptions, { requests }: Pick<Observation, 'requests'>): number | null {
  return maxRequests === null ? null : Math.max(0, maxRequests - requests);
}

/** The life of a login, when everything else was asked: a log-out is among it. */
async function live(input: ObserveAllInput, before: Observation, token: string, sign: SignOfLife | null): Promise<Observation> {
  const { life, options, targets, emit } = input;
  if (life === null) return NOTHING;
  if (options.dryRun) return planLife(life, options, targets);
  const maxRequests = requestsLeft(options, before);
  if (maxRequests === 0) return NOTHING;
  emit({ type: 'phase', witness: 'observed', text: 'the life of a login' });
  const secrets = secretsOf(options);
  const asked = await input.liveLogin(lifeRequest({ life, options, token, sign, targets, before, secrets, maxRequests, emit }));
  const { remarks, problems, exchanges } = asked;
  return { ...NOTHING, exchanges, requests: exchanges.length, problems, logins: remarks, interrupted: options.signal.aborted };
}

/** Accounts of its own: what is left of them is said. */
async function register(input: ObserveAllInput, before: Observation, sign: SignOfLife | null): Promise<Observation> {
  const { account, options, targets, emit } = input;
  if (account === null) return NOTHING;
  if (options.dryRun) return planAccount(account, options, targets);
  const maxRequests = requestsLeft(options, before);
  if (maxRequests === 0) return NOTHING;
  emit({ type: 'phase', witness: 'observed', text: 'an account of its own' });
  const { remarks, problems, exchanges } = await input.liveAccount({
    ...accessOf(options),
    ...account,
    sign,
    maxRequests,
    secrets: secretsOf(options),
    emit,
  });
  return { ...NOTHING, exchanges, requests: exchanges.length, problems, logins: remarks, interrupted: options.signal.aborted };
}

/** The plain-http twin, at one path that anybody may ask. */
async function askTwin({ options, targets, askPlainHttp }: ObserveAllInput, url: string): Promise<Observation> {
  const path = targets.find(({ method, harmless, path: one }) => method === 'GET' && harmless && !one.includes('{'))?.path ?? '/';
  if (options.dryRun) {
    const why = 'the plain-http twin: one request with a made-up token, to see whether it answers';
    const headers: [string, string][] = [['Authorization', 'Bearer <made-up token>']];
    return { ...NOTHING, plan: [{ method: 'GET', url: `${url.replace(/\/+$/, '')}${path}`, headers, why }] };
  }
  const { problem, exchanges } = await askPlainHttp({ ...accessOf(options), url, path });
  return {
    ...NOTHING,
    exchanges,
    requests: exchanges.length,
    problems: problem === null ? [] : [{ severity: 'warning', text: problem }],
  };
}

/** Everything that the user handed over and no output may hold; the token of a run is known to its witness. */
function secretsOf(options: ScanOptions): readonly string[] {
  const { login, tokens, secondToken, lowToken, refreshToken, signingKey, loginFile } = options;
  const secrets = [login?.password, ...tokens.map(({ secret }) => secret), secondToken, lowToken, refreshToken, signingKey];
  return [
    ...secrets.flatMap((secret) => secret?.reveal() ?? []),
    ...loginFile.flatMap((entry) => ('recipe' in entry ? entry.recipe.secrets : [])),
  ];
}

/** Login and document as a part of the run, read when it is over: renewals are among them. */
function observationBefore({ exchanges, plan }: Pick<Approach, 'exchanges' | 'plan'>): Observation {
  return {
    ...NOTHING,
    exchanges: exchanges.map((exchange, index) => ({ ...exchange, id: `x${index + 1}` })),
    requests: exchanges.length,
    plan,
  };
}

interface Share {
  readonly token: TokenOption | null;
  readonly targets: readonly Target[];
}

function shares({ options, rows, targets }: Pick<ObserveAllInput, 'options' | 'rows' | 'targets'>): readonly Share[] {
  const general = options.tokens.find((token) => token.scheme === null) ?? null;
  const named = options.tokens.filter((token) => token.scheme !== null);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const byToken = new Map<TokenOption | null, Target[]>();
  for (const target of targets) {
    const token = tokenFor(target, rowOf.get(target.id)?.documented?.schemes ?? [], general, named);
    const share = byToken.get(token);
    if (share) share.push(target);
    else byToken.set(token, [target]);
  }
  if (byToken.size === 0) byToken.set(general ?? named[0] ?? null, []);
  return [...byToken.entries()]
    .map(([token, share]) => ({ token, targets: share }))
    .sort((left, right) => right.targets.length - left.targets.length);
}

/** Ids of the operations that are asked with a signed token: there a changed signature is a probe that must be answered. */
export function signedTargets(input: Pick<ObserveAllInput, 'options' | 'rows' | 'targets'>): ReadonlySet<string> {
  const signed = shares(input).filter(({ token }) => token !== null && jwtFacts(token.secret.reveal()) !== null);
  return new Set(signed.flatMap(({ targets }) => targets.map(({ id }) => id)));
}

function tokenFor(
  target: Target,
  schemes: readonly string[],
  general: TokenOption | null,
  named: readonly TokenOption[],
): TokenOption | null {
  const names = new Set(named.map((token) => token.scheme));
  const own = named.find(
    (token) =>
      schemes.includes(token.scheme!) ||
      target.authenticators.some(({ name }) => name === token.scheme || name.endsWith(`.${token.scheme}`)),
  );
  // Where another scheme is taken as well, the general token serves: fewer runs, and the usual way in.
  const others = schemes.some((scheme) => !names.has(scheme));
  if (own && !(general && others)) return own;
  return general ?? own ?? named[0] ?? null;
}
