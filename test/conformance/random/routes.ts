/** The URLconf of a random project: paths, expressions, routers and includes that nest, overlap and hide each other. */
import type { Dice } from './dice.ts';
import { ACTIONS } from './hooks.ts';
import { type Policies, permissionList } from './policies.ts';
import type { ViewClass } from './views.ts';

const CONVERTERS = [
  'class FourDigits:',
  "    regex = '[0-9]{4}'",
  '    def to_python(self, value):',
  '        return int(value)',
  '    def to_url(self, value):',
  "        return '%04d' % value",
  '',
  'class Even(IntConverter):',
  '    def to_python(self, value):',
  '        if int(value) % 2:',
  "            raise ValueError('odd')",
  '        return int(value)',
  '',
  "register_converter(FourDigits, 'four')",
  "register_converter(Even, 'even')",
  "register_converter(type('Language', (StringConverter,), {'regex': 'en|de'}), 'lang')",
  '',
];

const WORDS = ['notes', 'items', 'a', 'b', 'v1', 'me'];
const CONVERTED = [
  '<int:pk>',
  '<pk>',
  '<str:pk>',
  '<slug:pk>',
  '<uuid:pk>',
  '<path:pk>',
  '<four:year>',
  '<even:pk>',
  '<lang:code>',
  '<int:year>-<int:month>',
];
const GROUPS = [
  String.raw`(?P<pk>\d+)`,
  '(?P<pk>[^/.]+)',
  String.raw`(\d+)`,
  '(?P<year>[0-9]{4})',
  '(?P<kind>a|b)',
  String.raw`(?P<name>[\w-]+)`,
  String.raw`(?:page-)?(?P<pk>\d+)`,
  String.raw`(?P<pk>\d+)(?:/(?P<part>\w+))?`,
  String.raw`(?:(?P<opt>\w+)/)?end`,
];

/** What a project does beside routing its views: one list of patterns, in Python. */
export class RouteWriter {
  readonly #dice: Dice;
  readonly #policies: Policies;
  readonly #paths: boolean;
  readonly lines: string[] = [...CONVERTERS];
  #count = 0;
  /** Routers that write paths, and those with an optional slash, which need a prefix. */
  readonly #plain = new Set<string>();
  readonly #prefixed = new Set<string>();

  /** @param paths whether routers write paths (DRF 3.15) */
  constructor(dice: Dice, policies: Policies, paths: boolean) {
    this.#dice = dice;
    this.#policies = policies;
    this.#paths = paths;
  }

  write(views: readonly ViewClass[], functions: readonly string[]): string[] {
    const dice = this.#dice;
    const entries: string[] = functions.map((name) => this.#leaf(name));
    const sets: string[] = [];
    for (const view of views) {
      if (view.kind === 'viewset' && dice.chance(0.8)) sets.push(view.name);
      else entries.push(this.#leaf(this.#asView(view)));
    }
    if (functions.length && dice.chance(0.2)) entries.push(this.#leaf(dice.pick(functions)));
    const pieces = dice.shuffled([...entries, ...this.#routers(sets)]);
    this.#assemble(pieces);
    return this.lines;
  }

  #name(what: string): string {
    this.#count += 1;
    return `${what}${this.#count}`;
  }

  #asView(view: ViewClass): string {
    const dice = this.#dice;
    const keywords: string[] = [];
    if (view.kind !== 'django' && dice.chance(0.15)) keywords.push(`permission_classes=${permissionList(dice, this.#policies)}`);
    if (view.kind === 'api' && dice.chance(0.1)) keywords.push('throttle_classes=[Slow]');
    // A view set without the action does not start.
    if (view.kind === 'viewset') {
      const actions = `{${dice
        .some(['get', 'post', 'delete'], 1, 2)
        .map((m) => `'${m}': '${dice.pick(ACTIONS)}'`)
        .join(', ')}}`;
      const name = this.#name('mapped');
      this.lines.push(
        `${name} = {m: a for m, a in ${actions}.items() if hasattr(${view.name}, a)}`,
        `${name} = ${view.name}.as_view(${[name, ...keywords].join(', ')}) if ${name} else View.as_view()`,
      );
      return name;
    }
    const call = `${view.name}.as_view(${keywords.join(', ')})`;
    return dice.chance(0.06)
      ? `${dice.pick(['login_required', 'csrf_exempt', 'never_cache', 'wrapped', 'bare', 'only_users'])}(${call})`
      : call;
  }

  /** One pattern to a view. */
  #leaf(view: string): string {
    const dice = this.#dice;
    const word = dice.pick(WORDS);
    const extra = dice.chance(0.1) ? `, {'extra': 1}` : '';
    if (dice.chance(0.65)) {
      const route = dice.pick([
        `${word}/`,
        `${word}/`,
        `${word}/${dice.pick(CONVERTED)}/`,
        `${word}/${dice.pick(CONVERTED)}`,
        `${dice.pick(CONVERTED)}/${word}/`,
        word,
        `${word}.html`,
        '',
      ]);
      return `path('${route}', ${view}${extra})`;
    }
    const group = dice.pick(GROUPS);
    const route = dice.pick([
      `^${word}/$`,
      `^${word}/${group}/$`,
      `^${word}/${group}$`,
      `${word}/${group}`,
      `^${group}/${word}/?$`,
      `^${word}`,
      String.raw`^${word}\.json$`,
    ]);
    return `re_path(r'${route}', ${view}${extra})`;
  }

  /** Routers with these view sets, as entries of a list of patterns. */
  #routers(sets: readonly string[]): string[] {
    const dice = this.#dice;
    const out: string[] = [];
    let rest = dice.shuffled(sets);
    while (rest.length) {
      const mine = rest.slice(0, dice.int(1, 3));
      rest = rest.slice(mine.length);
      const router = this.#name('router');
      this.#makeRouter(router);
      if (dice.chance(0.15) && mine.length > 1) {
        this.lines.push(
          `for prefix, cls in [${mine.map((set, i) => `('${dice.pick(WORDS)}${i}', ${set})`).join(', ')}]:`,
          `    ${router}.register(prefix, cls, basename='${router}-' + prefix)`,
        );
      } else
        for (const [index, set] of mine.entries()) {
          const prefix = dice.pick([
            ...WORDS,
            'x/y',
            ...(this.#prefixed.has(router) ? [] : ['']),
            ...(this.#plain.has(router) ? [] : ['(?P<org>\\d+)/all']),
          ]);
          this.lines.push(`${router}.register(r'${prefix}', ${set}, ${dice.chance(0.5) ? 'basename=' : ''}'${router}-${index}')`);
        }
      if (dice.chance(0.12)) {
        const other = this.#name('router');
        this.lines.push(
          `${other} = routers.${dice.pick(['SimpleRouter', 'DefaultRouter'])}(${this.#paths ? 'use_regex_path=False' : ''})`,
          `${other}.registry.extend(${router}.registry)`,
        );
        out.push(this.#mount(other));
      } else out.push(this.#mount(router));
    }
    return out;
  }

  #makeRouter(name: string): void {
    const dice = this.#dice;
    const kind = this.#paths ? 7 : dice.int(0, 6);
    if (kind < 2) this.lines.push(`${name} = routers.SimpleRouter(${dice.pick(['', '', 'trailing_slash=False'])})`);
    else if (kind < 4) this.lines.push(`${name} = routers.DefaultRouter(${dice.pick(['', '', 'trailing_slash=False'])})`);
    else if (kind === 4)
      this.lines.push(
        `class Own${name}(routers.DefaultRouter):`,
        `    ${dice.pick(['include_root_view = False', 'include_format_suffixes = False', "root_view_name = 'home'"])}`,
        `${name} = Own${name}()`,
      );
    else if (kind === 5) {
      this.#prefixed.add(name);
      this.lines.push(
        `class Own${name}(routers.SimpleRouter):`,
        '    def __init__(self):',
        '        super().__init__()',
        `        self.trailing_slash = '/?'`,
        ...(dice.chance(0.5)
          ? [
              "    def get_lookup_regex(self, viewset, lookup_prefix=''):",
              "        return super().get_lookup_regex(viewset, lookup_prefix).replace('[^/.]+', '[^/]+')",
            ]
          : []),
        `${name} = Own${name}()`,
      );
    } else if (kind === 6)
      this.lines.push(
        `class Own${name}(routers.SimpleRouter):`,
        '    routes = [',
        "        routers.Route(url=r'^{prefix}$', mapping={'get': 'list', 'post': 'create'}, name='{basename}-list', detail=False, initkwargs={'suffix': 'List'}),",
        "        routers.Route(url=r'^{prefix}/{lookup}$', mapping={'get': 'retrieve', 'delete': 'destroy'}, name='{basename}-detail', detail=True, initkwargs={" +
          (dice.chance(0.5) ? "'permission_classes': [IsAdminUser]" : '') +
          '}),',
        "        routers.DynamicRoute(url=r'^{prefix}/{lookup}/do/{url_path}$', name='{basename}-{url_name}', detail=True, initkwargs={}),",
        '    ]',
        `${name} = Own${name}()`,
      );
    else {
      this.#plain.add(name);
      this.lines.push(`${name} = routers.${dice.pick(['SimpleRouter', 'DefaultRouter'])}(use_regex_path=False)`);
    }
  }

  #mount(router: string): string {
    const dice = this.#dice;
    return dice.pick([
      `path('', include(${router}.urls))`,
      `path('${dice.pick(['api/', 'v2/', '<int:org>/', 'api/<slug:org>/'])}', include(${router}.urls))`,
      `re_path(r'^${dice.pick(['api/', 'v(?P<version>[12])/', ''])}', include(${router}.urls))`,
      `path('api/', include((${router}.urls, '${router}')))`,
      `*${router}.urls`,
    ]);
  }

  /** Puts the entries into one `urlpatterns`, through lists, functions and includes. */
  #assemble(pieces: readonly string[]): void {
    const dice = this.#dice;
    let left = [...pieces];
    for (let i = 0; i < dice.int(0, 3) && left.length > 1; i++) {
      const inner = left.slice(0, dice.int(1, Math.ceil(left.length / 2)));
      left = left.slice(inner.length);
      const name = this.#name('patterns');
      this.lines.push(`${name} = [`, ...inner.map((entry) => `    ${entry},`), ']');
      const target = dice.pick([name, name, `(${name}, '${name}')`, `(${name}, '${name}'), namespace='n${name}'`]);
      left.push(
        dice.pick([
          `path('${dice.pick(['in/', 'deep/', '<int:outer>/', ''])}', include(${target}))`,
          `re_path(r'^${dice.pick(['in/', String.raw`(?P<outer>\d+)/`, '(?:old/)?', ''])}', include(${target}))`,
          `path('${dice.pick(['in/', 'x'])}', include(${target}), {'given': True})`,
        ]),
      );
      left = dice.shuffled(left);
    }
    const late = dice.chance(0.4) ? left.splice(0, Math.floor(left.length / 2)) : [];
    this.lines.push('urlpatterns = [', ...left.map((entry) => `    ${entry},`), ']');
    for (const entry of late)
      this.lines.push(
        entry.startsWith('*')
          ? `urlpatterns += ${entry.slice(1)}`
          : dice.pick([
              `urlpatterns += [${entry}]`,
              `urlpatterns.append(${entry})`,
              `urlpatterns.insert(0, ${entry})`,
              `if not settings.DEBUG:\n    urlpatterns += [${entry}]`,
              `urlpatterns = urlpatterns + [${entry}]`,
            ]),
      );
    if (dice.chance(0.07)) this.lines.push(`urlpatterns = format_suffix_patterns(urlpatterns)`);
  }
}
