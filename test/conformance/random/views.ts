/** Class-based views of a random project: mixins left and right, bases that override each other, view sets with actions. */
import type { Dice } from './dice.ts';
import { ACTIONS, EXTRA, getAuthenticators, getPermissions, getThrottles, pipelineStep } from './hooks.ts';
import { Lineage } from './lineage.ts';
import { authenticatorList, type Policies, permissionList, throttleList } from './policies.ts';

export type Kind = 'api' | 'viewset' | 'django';

export interface ViewClass {
  readonly name: string;
  readonly kind: Kind;
}

export interface Views {
  readonly lines: readonly string[];
  readonly views: readonly ViewClass[];
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const LIBRARY_BASES: Readonly<Record<Kind, readonly string[]>> = {
  api: [
    'APIView',
    'APIView',
    'generics.GenericAPIView',
    'generics.ListAPIView',
    'generics.ListCreateAPIView',
    'generics.RetrieveUpdateDestroyAPIView',
  ],
  viewset: ['viewsets.ViewSet', 'viewsets.ViewSet', 'viewsets.GenericViewSet', 'viewsets.ReadOnlyModelViewSet', 'viewsets.ModelViewSet'],
  django: ['View'],
};
const MODEL_MIXINS = [
  'mixins.CreateModelMixin',
  'mixins.RetrieveModelMixin',
  'mixins.UpdateModelMixin',
  'mixins.DestroyModelMixin',
  'mixins.ListModelMixin',
];

/** Writes the classes of one project. */
export class ClassWriter {
  readonly #dice: Dice;
  readonly #policies: Policies;
  readonly #expressions: boolean;
  readonly #lineage = new Lineage();
  readonly #mixins: string[] = [];
  readonly #bases: Record<Kind, string[]> = { api: [], viewset: [], django: [] };
  readonly #decorators: string[] = [];
  readonly lines: string[] = [];
  readonly views: ViewClass[] = [];

  /** @param expressions whether look-ups and paths of actions may be regular expressions, which no router understands that writes paths */
  constructor(dice: Dice, policies: Policies, expressions: boolean) {
    this.#expressions = expressions;
    this.#dice = dice;
    this.#policies = policies;
  }

  write(): Views {
    const dice = this.#dice;
    this.#classDecorators();
    for (let i = 0; i < dice.int(1, 4); i++) this.#mixin(`Mixin${i}`);
    for (let i = 0; i < dice.int(0, 3); i++) this.#view(`Base${i}`, dice.pick(['api', 'viewset']), false);
    for (let i = 0; i < dice.int(1, 3); i++) this.#view(`Api${i}`, 'api', true);
    for (let i = 0; i < dice.int(1, 3); i++) this.#view(`Set${i}`, 'viewset', true);
    for (let i = 0; i < dice.int(0, 2); i++) this.#view(`Page${i}`, 'django', true);
    return { lines: this.lines, views: this.views };
  }

  #classDecorators(): void {
    const perms = permissionList(this.#dice, this.#policies);
    const all: Record<string, string[]> = {
      opened: ['def opened(cls):', `    cls.permission_classes = ${perms}`, '    return cls'],
      'guarded(IsAuthenticated)': [
        'def guarded(*classes):',
        '    def mark(cls):',
        '        cls.permission_classes = list(classes)',
        '        return cls',
        '    return mark',
      ],
      extended: ['def extended(cls):', '    class Extended(cls):', `        permission_classes = ${perms}`, '    return Extended'],
      rebuilt: ['def rebuilt(cls):', "    return type(cls.__name__, (cls,), {'throttle_classes': [Slow], '__module__': cls.__module__})"],
      counted: ['SEEN = []', 'def counted(cls):', '    SEEN.append(cls)', '    return cls'],
    };
    for (const name of this.#dice.some(Object.keys(all), 0, 3)) {
      this.lines.push(...all[name]!, '');
      this.#decorators.push(`@${name}`);
    }
    this.#decorators.push('@permission_classes([IsAuthenticated])', '@authentication_classes([TokenAuthentication])');
  }

  #mixin(name: string): void {
    const dice = this.#dice;
    const bases = dice.chance(0.3) && this.#mixins.length ? [dice.pick(this.#mixins)] : [];
    this.#lineage.add(name, bases.length ? bases : ['object']);
    const body = this.#policy();
    if (dice.chance(0.15)) body.push(...this.#extraAction(dice.pick(EXTRA)));
    if (dice.chance(0.15)) body.push(...handler(dice, dice.pick([...METHODS, ...ACTIONS])));
    this.#class(name, bases, body);
    this.#mixins.push(name);
  }

  #view(name: string, kind: Kind, routed: boolean): void {
    const dice = this.#dice;
    const bases = this.#basesOf(name, kind);
    const body = this.#policy(kind);
    const order = this.#lineage.orderOf(name);
    if (order.includes('generics.GenericAPIView')) body.push('queryset = User.objects.all()', 'serializer_class = UserSerializer');
    if (kind === 'viewset') {
      for (const action of dice.some(ACTIONS, order.includes('viewsets.GenericViewSet') ? 0 : 1, 3)) body.push(...handler(dice, action));
      for (const action of dice.some(EXTRA, 0, 2)) body.push(...this.#extraAction(action));
      if (dice.chance(0.15)) body.push(...handler(dice, dice.pick(EXTRA)));
      body.push(...this.#lookups());
    } else for (const method of dice.some(METHODS, order.length > 4 ? 0 : 1, 3)) body.push(...handler(dice, method));
    if (dice.chance(0.1)) body.push(`http_method_names = [${[...dice.some(METHODS, 1, 4), 'options'].map((m) => `'${m}'`).join(', ')}]`);
    const decorators = kind !== 'django' && dice.chance(0.15) ? [dice.pick(this.#decorators)] : [];
    if (dice.chance(0.07))
      decorators.push(
        `@method_decorator(${dice.pick(['login_required', 'csrf_exempt', 'user_passes_test(lambda user: user.is_staff)'])}, name='dispatch')`,
      );
    this.#class(name, bases, body, dice.shuffled(decorators));
    if (kind !== 'django') this.#afterwards(name);
    if (routed) this.views.push({ name, kind });
    else this.#bases[kind].push(name);
    if (routed && dice.chance(0.2)) this.#bases[kind].push(name);
  }

  #basesOf(name: string, kind: Kind): string[] {
    const dice = this.#dice;
    for (let tries = 0; tries < 20; tries++) {
      const main = this.#bases[kind].length && dice.chance(0.5) ? dice.pick(this.#bases[kind]) : dice.pick(LIBRARY_BASES[kind]);
      const around = dice.some(kind === 'django' ? [...this.#mixins, 'LoginRequiredMixin', 'UserPassesTestMixin'] : this.#mixins, 0, 2);
      if (this.#lineage.orderOf(main).includes('viewsets.GenericViewSet') && dice.chance(0.4))
        around.push(...dice.some(MODEL_MIXINS, 1, 2));
      if (kind !== 'django' && dice.chance(0.06)) around.push('LoginRequiredMixin');
      const bases = dice.shuffled([main, ...around]);
      // Most people write mixins on the left.
      if (dice.chance(0.5)) bases.sort((a, b) => Number(a === main) - Number(b === main));
      if (this.#lineage.add(name, bases)) return bases;
    }
    this.#lineage.add(name, [LIBRARY_BASES[kind][0]!]);
    return [LIBRARY_BASES[kind][0]!];
  }

  /** Attributes and hooks that decide who gets in. */
  #policy(kind: Kind | null = null): string[] {
    const dice = this.#dice;
    const policies = this.#policies;
    const others = this.views.map((view) => view.name).filter((name) => !name.startsWith('Page'));
    const out: string[] = [];
    if (kind === 'django') {
      if (dice.chance(0.4))
        out.push('def test_func(self):', `    return ${dice.pick(['self.request.user.is_staff', 'True', "self.request.method == 'GET'"])}`);
      if (dice.chance(0.2)) out.push('raise_exception = True');
      if (dice.chance(0.3)) out.push(...pipelineStep(dice, true));
      return out;
    }
    if (dice.chance(0.45)) out.push(`permission_classes${dice.chance(0.1) ? ': list' : ''} = ${permissionList(dice, policies, others)}`);
    else if (dice.chance(0.08))
      out.push(
        '@property',
        'def permission_classes(self):',
        `    return ${permissionList(dice, policies)}`,
        '@permission_classes.setter',
        'def permission_classes(self, value):',
        '    self.given = value',
      );
    if (dice.chance(0.3)) out.push(`authentication_classes = ${authenticatorList(dice, policies)}`);
    if (dice.chance(0.2)) out.push(`throttle_classes = ${throttleList(dice, policies)}`);
    if (dice.chance(0.25)) out.push(...getPermissions(dice, policies));
    if (dice.chance(0.06)) out.push(...getAuthenticators(dice, policies));
    if (dice.chance(0.06)) out.push(...getThrottles(dice, policies));
    if (dice.chance(0.08)) out.push(...pipelineStep(dice, false));
    return out;
  }

  #extraAction(name: string): string[] {
    const dice = this.#dice;
    const policies = this.#policies;
    const detail = dice.chance(0.5);
    const keywords = [`detail=${detail ? 'True' : 'False'}`];
    const methods = dice.some(METHODS, 1, 2);
    if (dice.chance(0.7)) keywords.push(`methods=[${methods.map((m) => `'${dice.chance(0.2) ? m.toUpperCase() : m}'`).join(', ')}]`);
    if (dice.chance(0.35))
      keywords.push(
        `url_path=${dice.pick(this.#expressions ? ["'go'", "'a-b/c'", "r'by/(?P<step>[0-9]+)'", "'x.y'", "r'(?P<year>\\d{4})/sum'", "r'opt(?:ion)?'"] : ["'go'", "'a-b/c'", "'by/<int:step>'", "'x.y'"])}`,
      );
    if (dice.chance(0.4)) keywords.push(`permission_classes=${permissionList(dice, policies)}`);
    if (dice.chance(0.15)) keywords.push(`authentication_classes=${authenticatorList(dice, policies)}`);
    if (dice.chance(0.1)) keywords.push(`throttle_classes=${throttleList(dice, policies)}`);
    if (dice.chance(0.1)) keywords.push("url_name='named'");
    const out = [`@action(${keywords.join(', ')})`];
    if (dice.chance(0.07)) out.push('@decorated_permissions([AllowAny])');
    if (dice.chance(0.05)) out.push('@method_decorator(csrf_exempt)');
    out.push(...handler(dice, name));
    if (dice.chance(0.25)) {
      const taken = keywords.some((k) => k.startsWith('methods')) ? methods : ['get'];
      const free = METHODS.filter((m) => !taken.includes(m));
      out.push(`@${name}.mapping.${dice.pick(free)}`, ...handler(dice, `${name}_more`));
    }
    return out;
  }

  #lookups(): string[] {
    const dice = this.#dice;
    const out: string[] = [];
    if (dice.chance(0.15)) out.push("lookup_field = 'username'");
    if (dice.chance(0.1)) out.push("lookup_url_kwarg = 'who'");
    if (this.#expressions && dice.chance(0.2))
      out.push(`lookup_value_regex = ${dice.pick(["r'[0-9]+'", "'[^/]+'", "r'[a-z]+(?:-[0-9]+)?'", "r'\\d{1,4}'", "'[0-9a-f]{4,8}'"])}`);
    if (!this.#expressions && dice.chance(0.3)) out.push(`lookup_value_converter = ${dice.pick(["'int'", "'slug'", "'four'"])}`);
    return out;
  }

  #afterwards(name: string): void {
    const dice = this.#dice;
    if (!dice.chance(0.1)) return;
    const list = permissionList(dice, this.#policies);
    this.lines.push(
      dice.pick([
        `${name}.permission_classes = ${list}`,
        `setattr(${name}, 'permission_classes', ${list})`,
        `if 'x' in 'xyz':\n    ${name}.permission_classes = ${list}`,
        `for attr in ('permission_classes',):\n    setattr(${name}, attr, ${list})`,
        `${name}.get_permissions = lambda self: [${dice.pick(this.#policies.operands.slice(0, 4))}()]`,
      ]),
      '',
    );
  }

  #class(name: string, bases: readonly string[], body: readonly string[], decorators: readonly string[] = []): void {
    const dice = this.#dice;
    const own = body.length ? body : ['pass'];
    if (dice.chance(0.03) && decorators.length === 0 && bases.length && !body.some((line) => /super\(\)/.test(line))) {
      this.lines.push(
        `def make_${name.toLowerCase()}():`,
        `    class ${name}(${bases.join(', ')}):`,
        ...indent(own, 8),
        `    return ${name}`,
        `${name} = make_${name.toLowerCase()}()`,
        '',
      );
      return;
    }
    this.lines.push(...decorators, `class ${name}${bases.length ? `(${bases.join(', ')})` : ''}:`, ...indent(own, 4), '');
  }
}

function indent(lines: readonly string[], by: number): string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => ' '.repeat(by) + line);
}

function handler(dice: Dice, name: string): string[] {
  const given = dice.pick(['request, *args, **kwargs', 'request, *args, **kwargs', 'request, pk=None, *args, **kwargs']);
  return [
    `def ${name}(self, ${given}):`,
    `    return HttpResponse(${dice.pick(["'[]'", "'ok', status=200", "'{}', content_type='application/json'"])})`,
  ];
}
