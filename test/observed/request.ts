/** Builds requests to the observed witness for tests. */

import type { AuthenticatorFact } from '../../src/model/facts.ts';
import { operationId } from '../../src/model/operation.ts';
import type { ObserveRequest, Target } from '../../src/model/witness.ts';
import { PROBES } from '../../src/probes/index.generated.ts';

/** A target from `GET /path/{id}/`. */
export function target(text: string, more: Partial<Target> & { authenticator?: string } = {}): Target {
  const [method = '', path = ''] = text.split(' ');
  const { authenticator, ...rest } = more;
  const authenticators: AuthenticatorFact[] =
    authenticator === undefined ? [] : [{ name: authenticator, place: null, schemes: ['Bearer'], operations: [] }];
  return {
    id: operationId(method, path),
    method,
    path,
    params: {},
    query: {},
    harmless: true,
    inert: null,
    authenticators,
    queryNames: [],
    headerNames: [],
    ...rest,
  };
}

/** A request with every probe and quiet defaults. */
export function requestFor(url: string, targets: readonly Target[], more: Partial<ObserveRequest> = {}): ObserveRequest {
  return {
    url,
    targets,
    probes: PROBES,
    token: null,
    tokenScheme: 'auto',
    headers: [],
    rate: null,
    maxRequests: null,
    timeout: 5,
    dryRun: false,
    allowHosts: [],
    signal: new AbortController().signal,
    emit: () => {},
    ...more,
  };
}
