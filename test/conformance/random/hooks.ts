/** Methods that choose the policy of a random view by action or by method. */
import type { Dice } from './dice.ts';
import { expression, list, type Policies } from './policies.ts';

/** Names that hooks ask for; some of them are no action of the view at hand. */
export const ACTIONS = ['list', 'create', 'retrieve', 'update', 'partial_update', 'destroy'] as const;
export const EXTRA = ['spin', 'stop', 'me', 'tail'] as const;

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

/** A condition that asks for the action or the method. */
function condition(dice: Dice): string {
  const names = dice.some([...ACTIONS, ...EXTRA], 1, 3);
  return dice.pick([
    `self.action in [${quoted(names)}]`,
    `self.action in (${quoted(names)},)`,
    `self.action == '${names[0]}'`,
    `self.action != '${names[0]}'`,
    `self.action in {${quoted(names)}}`,
    `self.action in ('${names[0]}')`,
    `self.action not in ('${names[0]}', 'list')`,
    `getattr(self, 'action', None) in [${quoted(names)}]`,
    `self.action and self.action.startswith('${dice.pick(['r', 's', 'p'])}')`,
    `self.action == ['${names[0]}']`,
    'self.request.method in SAFE_METHODS',
    "self.request.method == 'POST'",
    "self.request.method in ('GET', 'HEAD')",
    'not self.request.user.is_authenticated',
    "self.kwargs.get('pk')",
    "hasattr(self, 'queryset')",
    'getattr(self, self.action or "", None) is None',
  ]);
}

const instances = (dice: Dice, policies: Policies) =>
  list(
    dice,
    dice.some(policies.operands, 0, 2).map((name) => (/^\w+(\(.*\))?$/.test(name) ? `${name}()` : `(${name})()`)),
  );
const classes = (dice: Dice, policies: Policies) => list(dice, [expression(dice, policies.operands, 1)]);

/** `get_permissions`, with the attributes that it reads. */
export function getPermissions(dice: Dice, policies: Policies): string[] {
  const here = () => instances(dice, policies);
  const head = 'def get_permissions(self):';
  const byAction = `{'${dice.pick(ACTIONS)}': ${classes(dice, policies)}, '${dice.pick(EXTRA)}': ${classes(dice, policies)}}`;
  const forms: (() => string[])[] = [
    () => [head, `    if ${condition(dice)}:`, `        return ${here()}`, '    return super().get_permissions()'],
    () => [
      head,
      `    if ${condition(dice)}:`,
      `        return ${here()}`,
      `    elif ${condition(dice)}:`,
      `        return ${here()}`,
      `    return ${here()}`,
    ],
    () => [head, '    return [permission() for permission in self.permission_classes]'],
    () => [
      head,
      `    return [permission() for permission in (${classes(dice, policies)} if ${condition(dice)} else self.permission_classes)]`,
    ],
    () => [
      head,
      `    if ${condition(dice)}:`,
      `        self.permission_classes = ${classes(dice, policies)}`,
      '    return super().get_permissions()',
    ],
    () => [
      head,
      `    return ${dice.pick(['list', 'list', ''])}(super().get_permissions()) + [${dice.pick(policies.operands.slice(0, 4))}()]`,
    ],
    () => [`by_action = ${byAction}`, head, '    return [p() for p in self.by_action.get(self.action, self.permission_classes)]'],
    () => [
      `by_action = ${byAction}`,
      head,
      '    try:',
      '        return [p() for p in self.by_action[self.action]]',
      '    except KeyError:',
      '        return super().get_permissions()',
    ],
    () => [
      head,
      '    match self.action:',
      `        case '${dice.pick(ACTIONS)}' | '${dice.pick(EXTRA)}':`,
      `            return ${here()}`,
      '        case None:',
      '            return []',
      '    return super().get_permissions()',
    ],
    () => [
      head,
      '    classes = list(self.permission_classes)',
      `    if ${condition(dice)}:`,
      `        classes.${dice.pick(['append(', 'append(', 'insert(0, '])}${dice.pick(policies.operands)})`,
      '    return [c() for c in classes]',
    ],
    () => [
      head,
      `    handler = getattr(self, self.action or 'nothing', None)`,
      `    own = getattr(handler, 'permissions', None)`,
      `    return [p() for p in own] if own is not None else super().get_permissions()`,
    ],
    () => [
      head,
      '    permissions = super().get_permissions()',
      `    return permissions${dice.pick(['[:1]', '[1:]', '[::-1]', ' or [AllowAny()]'])}`,
    ],
    () => [head, `    return list(map(lambda p: p(), ${classes(dice, policies)} if ${condition(dice)} else super().permission_classes))`],
    () => [head, `    yield from super().get_permissions()`, `    yield ${dice.pick(policies.operands.slice(0, 4))}()`],
  ];
  return dice.pick(forms.slice(0, dice.chance(0.05) ? forms.length : forms.length - 1))();
}

export function getAuthenticators(dice: Dice, policies: Policies): string[] {
  const here = () =>
    list(
      dice,
      dice.some(policies.authenticators, 0, 2).map((name) => `${name}()`),
    );
  const head = 'def get_authenticators(self):';
  return dice.pick([
    [
      head,
      `    if self.request.method ${dice.pick(['in SAFE_METHODS', "== 'POST'", "!= 'DELETE'"])}:`,
      `        return ${here()}`,
      '    return super().get_authenticators()',
    ],
    [head, `    return ${here()}`],
    [head, '    return [a() for a in self.authentication_classes]'],
    [
      head,
      `    if getattr(self, 'action', None) == '${dice.pick(ACTIONS)}':`,
      '        return []',
      '    return super().get_authenticators()',
    ],
    [
      head,
      `    action = self.action_map.get(self.request.method.lower()) if getattr(self, 'action_map', None) else None`,
      `    return [] if action in ('list', 'spin') else super().get_authenticators()`,
    ],
  ]);
}

export function getThrottles(dice: Dice, policies: Policies): string[] {
  const here = () =>
    list(
      dice,
      dice.some(policies.throttles, 0, 2).map((name) => `${name}()`),
    );
  return ['def get_throttles(self):', `    if ${condition(dice)}:`, `        return ${here()}`, '    return super().get_throttles()'];
}

/** Steps of the pipeline that a view overrides: with `super()` they change nothing, without it the gate is gone. */
export function pipelineStep(dice: Dice, plain: boolean): string[] {
  const dispatch = [
    ['def dispatch(self, request, *args, **kwargs):', '    return super().dispatch(request, *args, **kwargs)'],
    [
      'def dispatch(self, request, *args, **kwargs):',
      '    if not request.user.is_authenticated:',
      "        return HttpResponse('no', status=403)",
      '    return super().dispatch(request, *args, **kwargs)',
    ],
    [
      'def dispatch(self, request, *args, **kwargs):',
      "    if request.method == 'DELETE':",
      '        raise DjangoPermissionDenied',
      '    return super().dispatch(request, *args, **kwargs)',
    ],
  ];
  if (plain) return dice.pick(dispatch);
  return dice.pick([
    ...dispatch,
    ['def initial(self, request, *args, **kwargs):', '    super().initial(request, *args, **kwargs)'],
    ['def initial(self, request, *args, **kwargs):', '    pass'],
    [
      'def initial(self, request, *args, **kwargs):',
      '    self.perform_authentication(request)',
      "    if request.method != 'GET':",
      '        self.check_permissions(request)',
    ],
    [
      'def check_permissions(self, request):',
      `    if request.method ${dice.pick(['not in SAFE_METHODS', "== 'POST'"])}:`,
      '        super().check_permissions(request)',
    ],
    ['def perform_authentication(self, request):', '    pass'],
    ['def permission_denied(self, request, message=None, code=None):', '    raise NotAuthenticated()'],
    ['def check_throttles(self, request):', '    pass'],
    ['def handle_exception(self, exc):', '    return super().handle_exception(exc)'],
  ]);
}
