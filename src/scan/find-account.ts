/** Where an account is made, its password changed or reset, and the account deleted by its own user: by class and action, or by where such lie. */
import type { JoinedOperation } from '../matrix/join.ts';
import type { PredictedWitness } from '../model/witness.ts';

export interface FoundAccountRow {
  readonly id: string;
  readonly method: string;
  /** As a row has it, without the mount prefix. */
  readonly path: string;
  readonly why: string;
}

interface Kind {
  readonly what: string;
  readonly methods: readonly string[];
  /** Views of libraries, each with the action that does it. */
  readonly views: readonly (readonly [view: string, action: string | null])[];
  readonly paths: readonly RegExp[];
}

const REGISTRATION: Kind = {
  what: 'a registration',
  methods: ['POST'],
  views: [
    ['dj_rest_auth.registration.views.RegisterView', null],
    ['djoser.views.UserViewSet', 'create'],
  ],
  paths: [/\/(register|registration|sign[_-]?up|create[_-]account)\/?$/i, /\/(accounts?|users?)\/(create|new)\/?$/i],
};
const CHANGE: Kind = {
  what: 'a change of the password',
  methods: ['POST', 'PUT', 'PATCH'],
  views: [
    ['dj_rest_auth.views.PasswordChangeView', null],
    ['djoser.views.UserViewSet', 'set_password'],
  ],
  paths: [/\/(change|set|update)[_-]?password\/?$/i, /\/password[_/-]?(change|update|set)\/?$/i],
};
/** For those who have forgotten theirs; not what their mail leads to. */
const RESET: Kind = {
  what: 'a reset of passwords',
  methods: ['POST'],
  views: [
    ['dj_rest_auth.views.PasswordResetView', null],
    ['djoser.views.UserViewSet', 'reset_password'],
  ],
  paths: [/\/(password[_/-]?reset|reset[_/-]?password|(forgot(ten)?|lost)[_/-]?password|password[_/-]?(forgot(ten)?|recovery))\/?$/i],
};
/** Nobody but the user himself: no identifier stands in such a path. */
const REMOVAL: Kind = {
  what: 'a deletion of the own account',
  methods: ['DELETE', 'POST'],
  views: [['djoser.views.UserViewSet', 'me']],
  paths: [
    /\/(users?|accounts?|auth)\/me\/?$/i,
    /\/me\/?$/i,
    /\/(delete|close)[_-](account|me)\/?$/i,
    /\/(account|me)\/(delete|close)\/?$/i,
  ],
};
/** Pages for people want a cookie of the form. */
const PAGES = /\/(admin|api-auth)\//;

export function findRegistration(predicted: PredictedWitness | null, rows: readonly JoinedOperation[]): FoundAccountRow | null {
  return find(REGISTRATION, predicted, rows);
}

export function findPasswordChange(predicted: PredictedWitness | null, rows: readonly JoinedOperation[]): FoundAccountRow | null {
  return find(CHANGE, predicted, rows);
}

export function findReset(predicted: PredictedWitness | null, rows: readonly JoinedOperation[]): FoundAccountRow | null {
  return find(RESET, predicted, rows);
}

export function findRemoval(predicted: PredictedWitness | null, rows: readonly JoinedOperation[]): FoundAccountRow | null {
  // A POST to `/me/` does something else.
  const fits = rows.filter(({ method, path }) => method === 'DELETE' || /delete|close/i.test(path));
  return find(REMOVAL, predicted, fits);
}

function find(
  { what, methods, views, paths }: Kind,
  predicted: PredictedWitness | null,
  rows: readonly JoinedOperation[],
): FoundAccountRow | null {
  const usable = rows.filter(
    ({ method, path, source }) =>
      methods.includes(method) &&
      !path.includes('{') &&
      !PAGES.test(path) &&
      (source === null || source.kind === 'drf' || source.kind === 'ninja'),
  );
  usable.sort((left, right) => methods.indexOf(left.method) - methods.indexOf(right.method));
  const told = ({ id, method, path }: JoinedOperation, why: string): FoundAccountRow => ({ id, method, path, why });
  for (const [view, action] of predicted === null ? [] : views) {
    const classes = new Set([view, ...predicted!.facts.classesOf(view).map(({ name }) => name)]);
    const found = usable.find(
      ({ source }) => source?.view != null && classes.has(source.view) && (action === null || source.action === action),
    );
    if (found) return told(found, `its view is ${view.split('.').at(-1)} of ${view.split('.', 1)[0]}, which is ${what}`);
  }
  for (const pattern of paths) {
    const found = usable.find(({ path }) => pattern.test(path));
    if (found) return told(found, `its path in the ${found.source ? 'source' : 'document'} is that of ${what}`);
  }
  return null;
}
