/** View functions of a random project: `@api_view` and Django's decorators, in any order. */
import type { Dice } from './dice.ts';
import { authenticatorList, type Policies, permissionList, throttleList } from './policies.ts';

export interface Functions {
  readonly lines: readonly string[];
  readonly names: readonly string[];
}

/** Decorators of the project: with and without `functools.wraps`, as a class, with arguments. */
const OWN = [
  'def wrapped(view):',
  '    @functools.wraps(view)',
  '    def inner(request, *args, **kwargs):',
  '        return view(request, *args, **kwargs)',
  '    return inner',
  '',
  'def bare(view):',
  '    def inner(request, *args, **kwargs):',
  '        return view(request, *args, **kwargs)',
  '    return inner',
  '',
  'def only_users(view):',
  '    @functools.wraps(view)',
  '    def inner(request, *args, **kwargs):',
  '        if not request.user.is_authenticated:',
  '            return HttpResponse(status=401)',
  '        return view(request, *args, **kwargs)',
  '    return inner',
  '',
  'def only(*methods):',
  '    def decorator(view):',
  '        @functools.wraps(view)',
  '        def inner(request, *args, **kwargs):',
  '            if request.method not in methods:',
  '                return HttpResponse(status=405)',
  '            return view(request, *args, **kwargs)',
  '        return inner',
  '    return decorator',
  '',
  'class Counted:',
  '    def __init__(self, view):',
  '        functools.update_wrapper(self, view)',
  '        self.view = view',
  '    def __call__(self, request, *args, **kwargs):',
  '        return self.view(request, *args, **kwargs)',
  '',
];

const DJANGO = [
  '@login_required',
  "@login_required(login_url='/login/in/')",
  '@user_passes_test(lambda user: user.is_staff)',
  '@user_passes_test(lambda user: True)',
  "@permission_required('auth.add_user')",
  "@permission_required('auth.add_user', raise_exception=True)",
];
const NEUTRAL = ['@csrf_exempt', '@wrapped', '@bare', '@never_cache', '@Counted'];

/** @param above whether a policy decorator above `@api_view` is ignored and not an error (DRF before 3.17) */
export function functionsOf(dice: Dice, policies: Policies, above: boolean): Functions {
  const lines = [...OWN];
  const names: string[] = [];
  for (let i = 0; i < dice.int(1, 4); i++) {
    const name = `func${i}`;
    const api = dice.chance(0.65);
    lines.push(...(api ? apiDecorators(dice, policies, above) : plainDecorators(dice)), `def ${name}(request, *args, **kwargs):`);
    if (!api && dice.chance(0.2))
      lines.push(
        '    if request.user.is_anonymous:',
        `        ${dice.pick(["return redirect('/login/')", "return HttpResponseForbidden('no')", 'raise DjangoPermissionDenied'])}`,
      );
    lines.push(`    return ${api && dice.chance(0.5) ? 'Response([])' : "HttpResponse('[]')"}`, '');
    names.push(name);
  }
  return { lines, names };
}

function apiDecorators(dice: Dice, policies: Policies, above: boolean): string[] {
  const verbs = dice.some(['GET', 'POST', 'PUT', 'DELETE'], 1, 3).map((verb) => `'${verb}'`);
  const api = dice.pick([
    `@api_view([${verbs.join(', ')}])`,
    `@api_view([${verbs.join(', ')}])`,
    '@api_view()',
    `@api_view((${verbs.join(', ')},))`,
  ]);
  const policy: string[] = [];
  if (dice.chance(0.7)) policy.push(`@permission_classes(${permissionList(dice, policies)})`);
  if (dice.chance(0.4)) policy.push(`@authentication_classes(${authenticatorList(dice, policies)})`);
  if (dice.chance(0.2)) policy.push(`@throttle_classes(${throttleList(dice, policies)})`);
  const others = dice.some([...NEUTRAL, ...DJANGO.slice(0, 3), '@only_users'], 0, dice.chance(0.4) ? 2 : 0);
  if (above) return dice.shuffled([api, ...policy, ...others]);
  const below = dice.shuffled([...policy, ...others.filter((_item, index) => index % 2 === 1)]);
  return [...others.filter((_item, index) => index % 2 === 0), api, ...below];
}

function plainDecorators(dice: Dice): string[] {
  const methods = ['@require_POST', '@require_GET', "@require_http_methods(['GET', 'PUT'])", "@only('GET', 'POST')"];
  return dice.shuffled([
    ...dice.some([...DJANGO, '@only_users'], 0, 2),
    ...dice.some(NEUTRAL, 0, 2),
    ...dice.some(methods, 0, dice.chance(0.3) ? 1 : 0),
  ]);
}
