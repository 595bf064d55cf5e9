/** An account of the run's own, with consent: which operations it is made and asked by, and the plan of that. */
import type { ScanOptions } from '../config/options.ts';
import type { Joined, JoinedOperation } from '../matrix/join.ts';
import type { AccountRequest, FoundOperation } from '../model/login-life.ts';
import type { Probe } from '../model/probe.ts';
import type { Observation, PlannedRequest, PredictedWitness, PromisedWitness, Target } from '../model/witness.ts';
import { plannedUrl } from './access.ts';
import { findPasswordChange, findRegistration, findRemoval } from './find-account.ts';
import { findLogin } from './find-login.ts';
import { findRefresh } from './find-session-ends.ts';
import { plannedCanary } from './login-life.ts';
import { NOTHING } from './merge-observations.ts';
import { serverPath } from './targets.ts';

export type AccountOperations = Pick<AccountRequest, 'register' | 'login' | 'changePassword' | 'remove' | 'refresh'>;

export interface AccountInput {
  readonly joined: Joined;
  readonly predicted: PredictedWitness | null;
  readonly promised: PromisedWitness | null;
  readonly probes: readonly Probe[];
  /** That of the run, where it logged in. */
  readonly login: FoundOperation | null;
  readonly url: string;
}

/** @returns null without a registration that anybody may use, or without a login */
export function accountOperations(input: AccountInput): AccountOperations | null {
  const { joined, predicted, url } = input;
  const onServer = <T extends { readonly path: string }>(row: T | null): T | null =>
    row && { ...row, path: serverPath(joined, url, row.path) };
  const register = findRegistration(
    predicted,
    joined.rows.filter((row) => !isGuarded(row, input)),
  );
  const login = input.login ?? onServer(findLogin(predicted, joined.rows));
  if (register === null || login === null) return null;
  return {
    register: onServer(register)!,
    login,
    changePassword: onServer(findPasswordChange(predicted, joined.rows)),
    remove: onServer(findRemoval(predicted, joined.rows)),
    refresh: onServer(findRefresh(predicted, joined.rows)),
  };
}

/** Where source or document turn away whoever has no token, only others make accounts. */
function isGuarded({ source, documented }: JoinedOperation, { predicted, promised, probes }: AccountInput): boolean {
  const probe = probes.find(({ id }) => id === 'no-token');
  if (probe === undefined) return true;
  if (predicted && source) return predicted.judge(source, probe).verdict === 'rejects';
  return promised !== null && documented !== null && promised.judge(documented, probe).verdict === 'rejects';
}

/** The requests in their order, for a dry run. */
export function planAccount(
  operations: AccountOperations,
  options: ScanOptions & { readonly url: string },
  targets: readonly Target[],
): Observation {
  const { register, login, changePassword, remove, refresh } = operations;
  const json: readonly [string, string] = ['Content-Type', 'application/json'];
  const token: readonly [string, string] = ['Authorization', '<token of an account of its own>'];
  const plan: PlannedRequest[] = [];
  const add = (method: string, path: string, why: string, headers: PlannedRequest['headers'] = [json]): void => {
    plan.push({ method, url: plannedUrl(options.url, path), headers, why: `${why} (--allow-writes, at a server on this machine only)` });
  };
  add(
    'POST',
    register.path,
    `${register.why}: an account unlatched-<random> with a strong password; again with the fields that it asks for`,
  );
  add('POST', login.path, 'the login of that account, once with a wrong password, and of each further one');
  add(
    'POST',
    register.path,
    'when that account logs in: further ones with the passwords 12345678, password and their own name, until the first is taken; it must log in',
  );
  if (changePassword) {
    add(
      changePassword.method,
      changePassword.path,
      `${changePassword.why}: that of the account, by another login than the one that is asked afterwards`,
      [json, token],
    );
    const canary = plannedCanary(targets);
    if (canary)
      add('GET', canary.path, 'the canary, with the token of the earlier login, before the change and after it, and without', [token]);
    if (refresh) add('POST', refresh.path, `${refresh.why}: a made-up refresh token, and that of the earlier login after the change`);
  }
  if (remove)
    add(remove.method, remove.path, `${remove.why}: each account that was made, which then must not log in any more`, [json, token]);
  return { ...NOTHING, plan };
}
