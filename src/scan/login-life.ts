/** What the server is asked about the life of a login, once everything else is known. */
import type { ScanOptions } from '../config/options.ts';
import type { Joined } from '../matrix/join.ts';
import type { EventSink } from '../model/events.ts';
import type { FoundOperation, LoginEntry, LoginLifeRequest, SignOfLife } from '../model/login-life.ts';
import { SAFE_METHODS } from '../model/operation.ts';
import type { Observation, PlannedRequest, PredictedWitness, Target, TokenWay } from '../model/witness.ts';
import { accessOf, plannedUrl } from './access.ts';
import { findRegistration, findReset } from './find-account.ts';
import { type FoundRow, findLogout, findRefresh } from './find-session-ends.ts';
import { NOTHING } from './merge-observations.ts';
import { serverPath } from './targets.ts';

/** How the run logged in, and the other operations of a login's life. */
export interface LoginLife {
  readonly entry: LoginEntry;
  readonly refresh: FoundOperation | null;
  readonly logout: FoundOperation | null;
  readonly reset: FoundOperation | null;
  readonly register: FoundOperation | null;
}

/** Looks the operations up in source and document. */
export function loginLife(
  entry: LoginEntry,
  way: TokenWay | null,
  joined: Joined,
  predicted: PredictedWitness | null,
  url: string,
): LoginLife {
  const found = (row: FoundRow | null): FoundOperation | null => row && { ...row, path: serverPath(joined, url, row.path) };
  const { rows } = joined;
  return {
    entry,
    refresh: found(findRefresh(predicted, rows)),
    logout: found(findLogout(predicted, rows, way)),
    reset: found(findReset(predicted, rows)),
    register: found(findRegistration(predicted, rows)),
  };
}

export interface LiveInput {
  readonly life: LoginLife;
  readonly options: ScanOptions & { readonly url: string };
  readonly token: string;
  readonly sign: SignOfLife | null;
  readonly targets: readonly Target[];
  /** What was observed before. */
  readonly before: Observation;
  readonly secrets: readonly string[];
  readonly maxRequests: number | null;
  readonly emit: EventSink;
}

export function lifeRequest({ life, options, targets, before, ...rest }: LiveInput): LoginLifeRequest {
  const { allowInertWrites, allowWrites, allowLoginAttempts } = options;
  const verdictOf = (target: Target, probe: string): string | undefined => before.verdicts.get(target.id)?.get(probe)?.verdict;
  const unsafe = inertTargets(targets).filter(
    (target) => verdictOf(target, 'no-token') === 'rejects' && verdictOf(target, 'valid-token') === 'admits',
  );
  return { ...accessOf(options), ...life, ...rest, unsafe, allowInertWrites, allowWrites, allowLoginAttempts };
}

/** Unsafe operations of which the source vouches that a broken request has no effect, and shows who gets behind the gate. */
function inertTargets(targets: readonly Target[]): readonly Target[] {
  return targets.filter(({ method, inert }) => !SAFE_METHODS.has(method.toUpperCase()) && inert?.convicts === true);
}

/** The requests in their order, for a dry run: which are sent depends on what the login gives. */
export function planLife(
  { entry, refresh, logout, reset, register }: LoginLife,
  options: ScanOptions & { readonly url: string },
  targets: readonly Target[],
): Observation {
  const json: readonly [string, string] = ['Content-Type', 'application/json'];
  const token: readonly [string, string] = ['Authorization', '<token of a login of its own>'];
  const plan: PlannedRequest[] = [];
  const add = (path: string, why: string, headers: PlannedRequest['headers'] = [json], method = 'POST'): void => {
    plan.push({ method, url: plannedUrl(options.url, path), headers, why });
  };
  const { login } = entry;
  add(login.path, 'a login of its own, whose life is looked at: not the token of the run; a third one when the two tokens are the same');
  add(
    login.path,
    'where the login sets the cookie of a session: two more logins that send a session id of before, a made-up one and one that was given out',
    [json, ['Cookie', '<session id of before the login>']],
  );
  add(login.path, 'where the login sets the cookie of a session: the session id that is given out before the login', [], 'GET');
  const doors = new Map(inertTargets(targets).map((target) => [target.authenticators.map(({ name }) => name).join(' '), target]));
  for (const target of options.allowInertWrites ? [...doors.values()].slice(0, 3) : []) {
    plan.push({
      method: target.method.toUpperCase(),
      url: plannedUrl(options.url, target.path),
      headers: [
        ['Cookie', '<cookie of a login of its own>'],
        ['Origin', 'https://elsewhere.invalid'],
      ],
      body: target.inert!.twins.join(', '),
      why: `${target.id}: where the login sets a cookie, that cookie without a CSRF token, twice, and once without it; cannot take effect (${target.inert!.why})`,
    });
  }
  if (refresh) {
    const why = 'a made-up refresh token, then that of the login, and once more where it was exchanged for a new one';
    add(refresh.path, `${refresh.why}: ${why}${logout && options.allowWrites ? '; again after the log-out' : ''}`);
  }
  if (logout && options.allowWrites) {
    add(
      logout.path,
      `${logout.why} (--allow-writes): one more login is logged out, to see whether its token is refused from then on, in two other spellings as well`,
      [json, token],
    );
  }
  const canary = plannedCanary(targets);
  if (canary) add(canary.path, 'the canary, with each token and session id that these steps gained, and without', [token], 'GET');
  if (options.allowLoginAttempts && entry.by === 'password') {
    const why =
      'two wrong passwords for the user of the login and two for one that cannot exist: are they answered alike? Where only their times lie apart, five more of each, with the right password after each two (--allow-login-attempts)';
    add(login.path, why);
    const consent =
      'twice for the user of the login and twice for one that cannot exist: are they answered alike? (--allow-login-attempts, --allow-writes)';
    if (reset && options.allowWrites) add(reset.path, `${reset.why}: a reset of the password, which mails the user, ${consent}`);
    if (register && options.allowWrites) add(register.path, `${register.why}: a registration with an empty password, ${consent}`);
  }
  return { ...NOTHING, plan };
}

/** Where a living token may be told from none: which operation it is, only the answers say. */
export function plannedCanary(targets: readonly Target[]): Target | null {
  return targets.find(({ method, harmless, path }) => method === 'GET' && harmless && !path.includes('{')) ?? null;
}

/** The wrong passwords, as one line. */
export function planGuesses(login: FoundOperation, url: string): PlannedRequest {
  return {
    method: 'POST',
    url: plannedUrl(url, login.path),
    headers: [['Content-Type', 'application/json']],
    why: `the login (${login.why}): eight wrong passwords for a user that cannot exist, one a second; where the server slows down, more of them with another X-Forwarded-For, beside the valid token and at other spellings of the path, and without between them (--allow-login-attempts)`,
  };
}

/** The wrong passwords by a mutation of GraphQL, as one line. */
export function planBatches({ path }: FoundOperation, url: string): PlannedRequest {
  return {
    method: 'POST',
    url: plannedUrl(url, path),
    headers: [['Content-Type', 'application/json']],
    why: 'the names of the mutations of GraphQL; where one is a login: eight wrong passwords for a user that cannot exist, one a second; where the server slows down, two requests with more of them than were answered (--allow-login-attempts)',
  };
}
