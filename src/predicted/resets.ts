/** What is wrong with how an operation lets people set a password who have forgotten theirs. */
import type { PyFunc, Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { ResetFact } from '../model/facts.ts';
import { probe as noToken } from '../probes/no-token.ts';
import { placeOf } from '../python/parse.ts';
import { type BoundRow, chainOf } from './bind.ts';
import type { Shot } from './conclude.ts';
import type { Shooter } from './fire.ts';
import { MAILED_TOKEN, type PasswordSet } from './password-sets.ts';

const WRITES = new Set(['POST', 'PUT', 'PATCH', '*']);

export function resetsOf(firing: Shooter, row: BoundRow): readonly ResetFact[] {
  const { method } = row.operation;
  const bare = firing.shoot(row, noToken);
  if (!WRITES.has(method) || bare.verdict.verdict === 'unknown' || bare.verdict.stage !== 'handler') return [];
  const sets = maySet(firing.django.vm, row);
  const asked = method === '*' && sets ? firing.shootWith(row, noToken, 'POST') : bare;
  const mailed = mailFaults(firing, row, asked);
  if (mailed.length > 0) return mailed;
  const unasked = asked.passwords?.find((set) => set.ofWhomNamed && !set.allowed && !set.asks);
  if (unasked)
    return [fact('unasked', unasked, `the password of whoever is named by ${unasked.by.join(', ')} is set, and nothing is asked for`)];
  const done = sets ? (firing.shootWith(row, MAILED_TOKEN, method === '*' ? 'POST' : method).passwords ?? []) : [];
  const unbound = done.find((set) => set.tokenModel !== null && set.ofWhomNamed && !set.allowed);
  if (unbound)
    return [
      fact(
        'unbound',
        unbound,
        `any ${unbound.tokenModel} will do: the ${unbound.model} is chosen by ${unbound.by.join(', ')} of the request`,
      ),
    ];
  const stored = done.filter((set) => set.tokenModel !== null && set.tokenModel !== set.model);
  const [first] = stored;
  return first && stored.every(({ used }) => !used)
    ? [fact('reusable', first, `the ${first.tokenModel} is neither deleted nor marked after its use`)]
    : [];
}

function fact(kind: ResetFact['kind'], { site }: PasswordSet, text: string): ResetFact {
  return { kind, text, place: site ? placeOf(site) : null };
}

/** What is wrong with the request for a mail: the token in the answer, and a link to wherever the request says. */
function mailFaults({ django }: Shooter, row: BoundRow, { demands }: Shot): readonly ResetFact[] {
  const found: ResetFact[] = [];
  if (demands?.gives)
    found.push({ kind: 'given', text: 'the answer holds the token that belongs into a mail', place: placeOf(demands.gives) });
  const page = row.view?.cls.mro.find((cls) => `${cls.module}.${cls.name}` === 'django.contrib.auth.views.PasswordResetView');
  const byForm = page !== undefined && !holds(django.settings.get('INSTALLED_APPS'), 'django.contrib.sites', true) && !choosesDomain(row);
  if (!demands?.mailsHost && !byForm) return found;
  if (!holds(django.settings.get('ALLOWED_HOSTS'), '*', false)) return found;
  const place = demands?.mailsHost ? placeOf(demands.mailsHost) : row.operation.routePlace;
  return [
    ...found,
    { kind: 'host', text: 'the link in the mail leads to the host that the request names, and ALLOWED_HOSTS takes any', place },
  ];
}

/**
 * Whether the code of a view, or what its module has imported from the project, sets passwords: to fire once more takes time.
 * What lies further away is not looked for.
 */
function maySet(vm: VM, { view, func, leaf }: BoundRow): boolean {
  const modules = new Set((view?.cls.mro ?? []).filter((cls) => cls.own).map((cls) => cls.module));
  const functions = [func, ...chainOf(leaf.callback)].filter((link): link is PyFunc => link?.k === 'func' && link.unit.own);
  for (const { scope } of functions) modules.add(scope.module.name);
  return [...modules].some((name) => {
    const module = vm.modules.get(name);
    if (module?.k !== 'module') return false;
    return [...module.scope.vars.values()].some((value) => sets(value)) || functions.some((one) => sets(one));
  });
}

/** Whether a function, class or module of the project stands in a file that sets passwords. */
function sets(value: Value): boolean {
  if (value.k === 'func') return value.unit.own && value.unit.source.includes('set_password');
  if (value.k === 'module') return value.own && [...value.scope.vars.values()].some((one) => one.k !== 'module' && sets(one));
  return value.k === 'class' && value.own && (value.site?.unit.source.includes('set_password') ?? false);
}

/** Whether a list of a setting holds a text; `otherwise` where the list is not known. */
function holds(list: Value | null, text: string, otherwise: boolean): boolean {
  if (list?.k !== 'list' && list?.k !== 'tuple') return otherwise;
  if (list.k === 'list' && list.fuzzy) return otherwise;
  return list.items.some((item) => item.k === 'str' && item.v === text);
}

/** The project chooses form or context of Django's view itself (django/contrib/auth/forms.py, PasswordResetForm.save takes the domain). */
function choosesDomain({ view }: BoundRow): boolean {
  const names = ['form_class', 'extra_email_context', 'form_valid'];
  const given = view?.initkwargs ? [...view.initkwargs.entries.values()].map(({ key }) => (key.k === 'str' ? key.v : '')) : [];
  return (
    given.some((name) => names.includes(name)) ||
    (view?.cls.mro.some((cls) => cls.own && names.some((name) => cls.attrs.has(name))) ?? true)
  );
}
