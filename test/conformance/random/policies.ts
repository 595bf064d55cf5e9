/** Permission classes, authenticators and throttles of a random project, and the expressions and lists that use them. */
import type { Dice } from './dice.ts';

/** What views may name in their lists. */
export interface Policies {
  readonly lines: readonly string[];
  /** Permission classes and what `&`, `|` and `~` make of them. */
  readonly operands: readonly string[];
  /** What may stand in a list and is no operand. */
  readonly callables: readonly string[];
  readonly authenticators: readonly string[];
  readonly throttles: readonly string[];
  /** Names of whole lists. */
  readonly lists: readonly string[];
}

const BUILT_IN = ['AllowAny', 'IsAuthenticated', 'IsAdminUser', 'IsAuthenticatedOrReadOnly'];

/** Bodies of `has_permission`; `null` where the class has none. */
const BODIES: readonly (readonly string[] | null)[] = [
  ['return bool(request.user and request.user.is_authenticated)'],
  ['return request.user.is_staff'],
  ['return request.method in SAFE_METHODS'],
  ["return request.method == 'GET' or request.user.is_authenticated"],
  ["return getattr(view, 'action', None) in ('list', 'retrieve', 'spin')"],
  ['if not request.user.is_authenticated:', '    return False', 'return True'],
  ['if request.method in SAFE_METHODS:', '    return True', 'return request.user.is_authenticated'],
  ['return not request.user.is_authenticated'],
  ['return request.auth is not None'],
  ['return isinstance(request.user, User)'],
  ['request.seen = True'],
  ['raise PermissionDenied()'],
  ["if 'pk' in view.kwargs and not request.user.is_authenticated:", '    raise NotAuthenticated()', 'return True'],
  ["return all([request.user, request.user.is_authenticated, request.method != 'DELETE'])"],
  ["return {'GET': True, 'POST': request.user.is_authenticated}.get(request.method, False)"],
  null,
];

const AUTHENTICATORS = ['TokenAuthentication', 'SessionAuthentication', 'BasicAuthentication'];

export function policiesOf(dice: Dice): Policies {
  const lines: string[] = [];
  const operands = [...BUILT_IN];
  for (let i = 0; i < dice.int(2, 5); i++) operands.push(permissionClass(dice, `P${i}`, operands.slice(4), lines));
  const callables: string[] = [];
  if (dice.chance(0.4)) {
    lines.push('def needs(kind):', '    class Needs(BasePermission):', '        def has_permission(self, request, view):');
    lines.push("            return kind == 'any' or request.user.is_authenticated", '    return Needs', '');
    operands.push("needs('any')", "needs('user')");
  }
  if (dice.chance(0.4)) {
    lines.push('class Scoped(BasePermission):', '    def __init__(self, scope):', '        self.scope = scope');
    lines.push('    def has_permission(self, request, view):', "        return self.scope == 'open' or bool(request.auth)", '');
    callables.push("partial(Scoped, 'open')", "partial(Scoped, scope='write')");
  }
  for (let i = 0; i < dice.int(0, 3); i++) {
    lines.push(`COMBINED${i} = ${expression(dice, operands, 2)}`);
    operands.push(`COMBINED${i}`);
  }
  const authenticators = [...AUTHENTICATORS];
  for (let i = 0; i < dice.int(0, 2); i++) authenticators.push(authenticatorClass(dice, `A${i}`, lines));
  lines.push(
    'class Slow(AnonRateThrottle):',
    "    rate = '9999999/day'",
    'class Slower(UserRateThrottle):',
    "    rate = '9999999/min'",
    '',
  );
  const throttles = ['Slow', 'Slower'];
  const lists: string[] = [];
  for (let i = 0; i < dice.int(0, 2); i++) {
    lines.push(`LIST${i} = ${list(dice, permissions(dice, { operands, callables }))}`);
    lists.push(`LIST${i}`);
  }
  return { lines, operands, callables, authenticators, throttles, lists };
}

function permissionClass(dice: Dice, name: string, own: readonly string[], lines: string[]): string {
  const parents = dice.chance(0.3) ? [dice.pick([...BUILT_IN, ...own.filter((o) => /^P\d+$/.test(o))])] : ['BasePermission'];
  const above = parents[0] !== 'BasePermission';
  lines.push(`class ${name}(${parents.join(', ')}):`);
  const body =
    above && dice.chance(0.5)
      ? [
          `return super().has_permission(request, view) ${dice.pick(['and', 'or'])} ${dice.pick(["request.method != 'DELETE'", 'request.user.is_staff', 'not request.user.is_authenticated'])}`,
        ]
      : dice.pick(BODIES);
  if (body) lines.push('    def has_permission(self, request, view):', ...body.map((line) => `        ${line}`));
  if (!body || dice.chance(0.3))
    lines.push(
      '    def has_object_permission(self, request, view, obj):',
      `        return ${dice.pick(['False', 'True', 'request.user.is_staff'])}`,
    );
  lines.push('');
  return name;
}

function authenticatorClass(dice: Dice, name: string, lines: string[]): string {
  const kind = dice.int(0, 5);
  if (kind === 0) lines.push(`class ${name}(TokenAuthentication):`, `    keyword = ${dice.pick(["'Bearer'", "'Key'"])}`);
  else {
    const bodies = [
      ['return None'],
      ["if not request.META.get('HTTP_AUTHORIZATION'):", '    return None', "raise AuthenticationFailed('no')"],
      [
        "header = request.headers.get('Authorization', '')",
        "if header.startswith('Bearer '):",
        "    return (User(username='x'), header)",
        'return None',
      ],
      ['return (AnonymousUser(), None)'],
      ['if request.method in SAFE_METHODS:', '    return None', 'return super().authenticate(request)'],
    ];
    lines.push(`class ${name}(${kind === 5 ? 'BasicAuthentication' : 'BaseAuthentication'}):`);
    lines.push('    def authenticate(self, request):', ...bodies[kind - 1]!.map((line) => `        ${line}`));
    if (dice.chance(0.5))
      lines.push('    def authenticate_header(self, request):', `        return ${dice.pick(["'Bearer'", "''", 'None'])}`);
  }
  lines.push('');
  return name;
}

/** A permission expression of at most this depth. */
export function expression(dice: Dice, operands: readonly string[], depth: number): string {
  if (depth === 0 || dice.chance(0.45)) return dice.pick(operands);
  const inner = () => expression(dice, operands, depth - 1);
  const kind = dice.int(0, 4);
  if (kind < 2) return `(${inner()} & ${inner()})`;
  if (kind < 4) return `(${inner()} | ${inner()})`;
  return `~${inner()}`;
}

/** The items of a permission list. */
export function permissions(dice: Dice, policies: Pick<Policies, 'operands' | 'callables'>): string[] {
  const count = dice.chance(0.08) ? 0 : dice.pick([1, 1, 1, 2, 3]);
  return Array.from({ length: count }, () =>
    policies.callables.length && dice.chance(0.12) ? dice.pick(policies.callables) : expression(dice, policies.operands, 2),
  );
}

/** A list or a tuple, as people write them. */
export function list(dice: Dice, items: readonly string[]): string {
  if (dice.chance(0.75)) return `[${items.join(', ')}]`;
  return items.length === 0 ? '()' : items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

/** An expression that gives a permission list. */
export function permissionList(dice: Dice, policies: Policies, others: readonly string[] = []): string {
  const kind = dice.int(0, 11);
  const own = list(dice, permissions(dice, policies));
  if (kind === 0 && policies.lists.length) return dice.pick(policies.lists);
  if (kind === 1 && policies.lists.length) return `[*${dice.pick(policies.lists)}, ${expression(dice, policies.operands, 1)}]`;
  if (kind === 2 && others.length) return `list(${dice.pick(others)}.permission_classes) + [${expression(dice, policies.operands, 1)}]`;
  if (kind === 3)
    return `${own} if ${dice.pick(['True', "'a' in 'abc'", 'len(SAFE_METHODS) > 5', 'settings.DEBUG'])} else ${list(dice, permissions(dice, policies))}`;
  if (kind === 4) return `[p for p in (${[...permissions(dice, policies), 'AllowAny'].join(', ')},) if p is not AllowAny]`;
  return own;
}

export function authenticatorList(dice: Dice, policies: Policies): string {
  return list(dice, dice.chance(0.12) ? [] : dice.some(policies.authenticators, 1, 2));
}

export function throttleList(dice: Dice, policies: Policies): string {
  return list(dice, dice.some(policies.throttles, 0, 2));
}
