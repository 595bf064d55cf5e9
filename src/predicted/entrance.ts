/** Whether an operation is an entrance: open to everybody, since it asks for a password, or a code, in place of a token. */
import type { EntranceFact } from '../model/facts.ts';
import { operationId } from '../model/operation.ts';
import { probe as noToken } from '../probes/no-token.ts';
import { placeOf } from '../python/parse.ts';
import { type BoundRow, chainOf } from './bind.ts';
import type { Check, Demands } from './demands.ts';
import type { Shooter } from './fire.ts';

/**
 * In the stubs of libraries: a view for those who are not logged in (of Django itself: marked `login_not_required` since 5.1). A page of
 * them without a password is open as well: it asks where to mail a link to, or says that it was sent.
 */
const FOR_STRANGERS = '_unlatched_for_strangers';

/** Words without which a module has no view of its own that asks for a password. */
const WORDS = /authenticate|check_password|check_token|verify_token|AuthenticationForm|LoginForm/;

/** What an operation asks for in place of a token; null where it asks for nothing of the kind, or where that is not known. */
export function entranceOf(firing: Shooter, row: BoundRow, siblings: readonly BoundRow[]): EntranceFact | null {
  if (firing.shoot(row, noToken).verdict.verdict === 'unknown') return null;
  const demands = demandsAt(firing, row);
  const dispatches = demands.beforeHandler && writes(row, ['dispatch']);
  const page = dispatches ? null : accountPage(row);
  const own = demands.checks[0];
  const library = row.operation.kind === 'django-class' && !dispatches && !writesItself(row, showing(row));
  // The form for a password is the GET of the view that checks it.
  const isForm = !own && row.operation.method === 'GET' && library && demands.isPage;
  const check = own ?? (isForm ? siblings.flatMap((other) => demandsAt(firing, other).checks)[0] : undefined);
  if (!check && page === null) return null;
  return {
    operation: operationId(row.operation.method, row.operation.path),
    asksFor: own?.what ?? null,
    guessing: guessingAt(row, demands, own),
    turnsAway: page !== null || demands.turnsAway || (library && demands.asPage),
    place: check?.site ? placeOf(check.site) : null,
    why: own ? `it asks for a ${own.what}` : check ? `it is the form for a ${check.what}` : `it is ${page} for those who are not logged in`,
  };
}

function demandsAt(firing: Shooter, row: BoundRow): Demands {
  const { demands = NOTHING } = firing.shoot(row, noToken);
  if (row.operation.method !== '*' || demands.checks.length > 0 || !mayAsk(row)) return demands;
  const post = firing.shootWith(row, noToken, 'POST').demands ?? NOTHING;
  // What a GET gets without being asked anything may be more than a form.
  return post.checks.length > 0 ? { ...post, turnsAway: post.turnsAway && demands.turnsAway, asPage: false, isPage: false } : demands;
}

const NOTHING: Demands = {
  checks: [],
  counters: [],
  limit: null,
  turnsAway: false,
  asPage: false,
  isPage: false,
  gives: null,
  mailsHost: null,
  beforeHandler: false,
};

/** What slows down whoever tries one answer after the other: the weakest of the ways that come to the check. */
function guessingAt(row: BoundRow, { counters, limit }: Demands, check: Check | undefined): EntranceFact['guessing'] {
  const own = check?.what === 'one-time code' && speaksOfAttempts(row, check) ? 'whether the project counts attempts itself' : null;
  const unknown = limit ?? row.policy?.throttles.unknown ?? own;
  if (unknown !== null) return { counters: [], unknown };
  const weak = (way: Demands['counters'][number]) => way.filter(({ key }) => !key.startsWith('forwarded')).length;
  return { counters: [...counters].sort((a, b) => weak(a) - weak(b) || a.length - b.length)[0] ?? [], unknown: null };
}

/** Words of code that counts who has failed. */
const ATTEMPTS = /attempt|\btries\b|_tries|retr(y|ies)|lock(ed|out)|too many|fail(ed|ures?)?_?(count|login|otp|code)/i;

/** Whether the module of a view, or of its check, counts failures: where ways end alike, a condition on their number is lost. */
function speaksOfAttempts(row: BoundRow, { site }: Check): boolean {
  const classes = row.view?.cls.mro.filter((cls) => cls.own) ?? [];
  const functions = chainOf(row.leaf.callback).flatMap((link) => (link.k === 'func' && link.unit.own ? [link.unit] : []));
  const units = [site?.unit, ...classes.map((cls) => cls.site?.unit), ...functions];
  return units.some((unit) => unit && ATTEMPTS.test(unit.source));
}

/** Whether a function view stands in a module that may ask for a password: to fire once more takes time. */
function mayAsk(row: BoundRow): boolean {
  return chainOf(row.leaf.callback).some((link) => link.k === 'func' && WORDS.test(link.unit.source));
}

/**
 * Methods of class-based views that decide what is shown, the handlers themselves aside; a `dispatch` that hands on decides nothing.
 * What becomes of a form is asked where it is sent, not where it is shown (django/views/generic/edit.py, ProcessFormView).
 */
function showing({ operation }: BoundRow, ...ofForms: readonly string[]): readonly string[] {
  return operation.method === 'GET' ? ['render_to_response'] : ['form_invalid', 'render_to_response', ...ofForms];
}

/** Whether the project wrote one of these methods, or the handler. */
function writesItself(row: BoundRow, names: readonly string[]): boolean {
  return writes(row, [...names, row.operation.method.toLowerCase()]);
}

function writes({ view }: BoundRow, names: readonly string[]): boolean {
  return view?.cls.mro.some((cls) => cls.own && names.some((name) => cls.attrs.has(name))) ?? true;
}

/** The account view of a library that answers, unless the project wrote anew what it does. */
function accountPage(row: BoundRow): string | null {
  const page = row.view?.cls.mro.find((cls) => cls.attrs.has(FOR_STRANGERS));
  if (!page || writesItself(row, showing(row, 'form_valid'))) return null;
  const library = page.module.split('.')[0]!;
  return library === 'django' ? `Django's ${page.name}` : `the ${page.name} of ${library}`;
}
