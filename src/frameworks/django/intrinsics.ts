/** `_unlatched`: what the stubs of Django and the libraries ask of the world, the settings and the import system. */

import { ownSite } from '../../interpreter/calls.ts';
import { neverNone } from '../../interpreter/comparison.ts';
import { Infeasible, PyRaise } from '../../interpreter/signals.ts';
import { argument, moduleOf, type Run, textOf } from '../../interpreter/stdlib/helpers.ts';
import {
  bool,
  derived,
  dict,
  int,
  keyOf,
  list,
  NONE,
  type Origin,
  type PyClass,
  plain,
  str,
  TRUE,
  tuple,
  unknown,
  type Value,
} from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import { asked } from '../../interpreter/watched.ts';
import type { Site } from '../../python/syntax.ts';
import { isReference, isTypedByHand, mayBe, mayHold } from './columns.ts';
import { type Filter, readFilters, waysToMeet } from './conditions.ts';
import { credentialHandedOver, isAuthenticator, mayRefuse } from './foreign-checks.ts';
import { membersWith, missingFields, ownMembersWith } from './members.ts';
import { namedRoutes } from './named-routes.ts';
import { routesAlike } from './other-routes.ts';
import { type MapKind, makeRequestMap } from './request-map.ts';
import { CACHED, isSecretName } from './secret-columns.ts';
import { isText } from './sent.ts';
import type { SettingsReader } from './settings.ts';
import { refuseStranger } from './strangers.ts';
import type { World } from './world.ts';

export interface IntrinsicContext {
  readonly vm: VM;
  readonly world: World;
  readonly settings: SettingsReader;
  readonly djangoVersion: readonly number[];
  readonly drfVersion: readonly number[];
  readonly saysDrfVersion: boolean;
  /** Version that the project has of another library; null where nothing says it. */
  libraryVersion(distribution: string): readonly number[] | null;
  /** Whether the project asks for a library by this name, in whichever version. */
  requires(distribution: string): boolean;
  /** AppConfig instances, in the order of INSTALLED_APPS. */
  installedApps(): readonly Value[];
}

/** Stands for the version of a library whose version nothing says: a new installation takes the newest. */
const NEWEST = [9999, 0, 0];

/** Makes the module `_unlatched` importable. */
export function installIntrinsics(context: IntrinsicContext): void {
  const { vm, world } = context;
  vm.hooks.unknownEqual = (about, other) => world.equal(about, other);
  vm.hooks.unknownContains = (about, piece) => world.contains(about, piece);
  vm.hooks.isThere = (about) => isText(about.symbol);
  vm.hooks.standsForToken = (text) => world.texts.standsForToken(text);
  vm.hooks.namesUser = (text) => world.texts.namesUser(text);
  vm.hooks.otherLength = (text) => world.texts.otherLength(text);
  vm.hooks.unknownOrder = (left, right) => world.order(left, right);
  vm.hooks.unknownTruth = (about) => world.truth(about);
  vm.hooks.mayRefuse = (callee, given) => mayRefuse(world.texts, callee, given, vm.stack.some(isAuthenticator));
  let fixed: ReadonlySet<Value | null> | null = null;
  vm.hooks.isFixed = (value) => {
    // Asked first when requests are answered: then all settings are there.
    fixed ??= new Set(context.settings.names().map((name) => context.settings.get(name)));
    return fixed.has(value);
  };
  vm.hooks.parsedJson = (text) => {
    if (world.texts.namesUser(text)) return unknown('attacker', 'JSON of the token', 'chosen by whoever sends the request', null);
    const claims = world.claimsIn(text);
    return claims && claimsValue(claims);
  };
  vm.hooks.likelyBase = (bases, attrs) => enumerationOf(vm, bases) ?? modelOf(vm, bases, attrs);
  vm.hooks.keyedDigest = (text, key) => world.signatureOf(text, key);
  vm.hooks.digested = (text, digest) => world.texts.digested(text, digest);
  vm.intrinsics.set('_unlatched', () => names(context));
}

/** An enumeration, where a base that is not here calls itself one (`aenum.Enum`, `named_enum.ExtendedEnum`): its texts are members. */
function enumerationOf(vm: VM, bases: readonly PyClass[]): PyClass | null {
  if (!bases.some((base) => base.unknown && /(?:^|\.|[a-z])Enum$/.test(base.unknown.symbol))) return null;
  const made = vm.getAttr(vm.importModule('enum', null), '_UnlatchedForeign', null);
  return made.k === 'class' ? made : null;
}

/** `Model`, where the body of a class holds fields of models or managers: those work in models alone. */
function modelOf(vm: VM, bases: readonly PyClass[], attrs: ReadonlyMap<string, Value>): PyClass | null {
  // What Django has for models is known here: its forms and the like are something else.
  const missing = bases.flatMap((base) => base.mro.flatMap((c) => (c.unknown ? [c.unknown.symbol] : [])));
  if (missing.some((symbol) => /^(django|rest_framework)\./.test(symbol))) return null;
  const isPart = (value: Value) =>
    value.k === 'inst' &&
    value.cls.mro.some(
      (c) =>
        (c.name === 'Field' && c.module === 'django.db.models.fields') ||
        (c.name === 'BaseManager' && c.module === 'django.db.models.manager'),
    );
  if (![...attrs.values()].some(isPart)) return null;
  const models = vm.modules.get('django.db.models.base');
  const model = models?.k === 'module' ? models.scope.vars.get('Model') : undefined;
  return model?.k === 'class' ? model : null;
}

function names({
  vm,
  world,
  settings,
  djangoVersion,
  drfVersion,
  saysDrfVersion,
  libraryVersion,
  requires,
  installedApps,
}: IntrinsicContext): Map<string, Value> {
  const made =
    (origin: Origin, why: string): Run =>
    (v, given, site) => {
      const name = argument(v, given, 0, 'name', site);
      const text = textOf(name) ?? v.repr(name);
      return unknown(origin, text, `${text} ${why}`, site);
    };
  const requestMap = makeRequestMap(vm, world);
  return moduleOf(
    '_unlatched',
    {
      opaque: made('opaque', 'is not modelled'),
      world: made('world', 'is decided by data or time'),
      /** The same value, of which is known what the field says of its column: whether it is None or no text at all. */
      in_column: (v, given, site) => {
        const value = v.force(given.positional[0] ?? NONE, site);
        const field = given.positional[1];
        if (value.k !== 'unknown' || !field) return value;
        if (/code$/i.test(value.symbol) && isTypedByHand(v, field)) world.typed.add(value);
        // NOT NULL, as every primary key is.
        if (mayHold(v, field, 'null')) return value;
        neverNone.add(value);
        if (!mayHold(v, field, 'blank')) world.neverBlank.add(value);
        return value;
      },
      /** What stands in a column of a model: whether no text at all does is asked of columns that hold secrets. */
      secret_of: (v, given, site) => {
        const [model, name, value] = [0, 1, 2].map((i) => v.force(given.positional[i] ?? NONE, site)) as [Value, Value, Value];
        const path = textOf(name);
        if (
          path !== null &&
          value.k === 'unknown' &&
          isSecretName(path) &&
          !mayBe(v, model, 'blank', path) &&
          !mayBe(v, model, 'null', path)
        )
          world.neverBlank.add(value);
        return value;
      },
      attacker: made('attacker', 'is chosen by whoever sends the request'),
      secret: made('secret', 'is not known to an attacker'),
      deployment: made('deployment', 'is a matter of the installation'),
      /** The classes of an MRO of which there is a body here. */
      known_mro: (v, given, site) => {
        const cls = v.force(given.positional[0] ?? NONE, site);
        return tuple(cls.k === 'class' ? cls.mro.filter((c) => !c.unknown) : []);
      },
      own_members_with: (v, given, site) => {
        const cls = v.force(given.positional[0] ?? NONE, site);
        return list(
          cls.k === 'class' ? ownMembersWith(cls, textOf(argument(v, given, 1, 'name', site)) ?? '').map((name) => str(name)) : [],
        );
      },
      own_missing_fields: (v, given, site) => {
        const cls = v.force(given.positional[0] ?? NONE, site);
        return list(cls.k === 'class' ? missingFields(cls).map((name) => str(name)) : []);
      },
      members_with: (v, given, site) => {
        const cls = v.force(given.positional[0] ?? NONE, site);
        if (cls.k !== 'class' || cls.open) return v.fresh('opaque', 'members', 'the members of a class with a base that is not here', site);
        return list(membersWith(cls, textOf(argument(v, given, 1, 'name', site)) ?? '').map((name) => str(name)));
      },
      has_unknown_base: (v, given, site) => {
        const cls = v.force(given.positional[0] ?? NONE, site);
        return bool(cls.k === 'class' && cls.open);
      },
      is_known: (v, given, site) => {
        const value = v.force(given.positional[0] ?? NONE, site);
        return bool(value.k !== 'unknown' && !(value.k === 'inst' && (value.fuzzy !== undefined || value.cls.open)));
      },
      // What code that is not there gave; not a value that such code may have changed.
      is_missing: (v, given, site) => {
        const value = v.force(given.positional[0] ?? NONE, site);
        return bool(value.k === 'unknown' && value.origin === 'opaque');
      },
      update_function: (v, given, site) => updateFunction(v, given.positional, site),
      library_of: (v, given, site) => {
        const func = argument(v, given, 0, 'func', site);
        return func.k === 'func' && !func.unit.own ? str(func.unit.module.split('.')[0]!) : NONE;
      },
      awaited: (v, given, site) => v.awaited(argument(v, given, 0, 'value', site), site),
      settings_get: (v, given, site) => {
        const name = textOf(argument(v, given, 0, 'name', site)) ?? '';
        return settings.get(name) ?? v.raise('AttributeError', `the settings have no ${name}`, site);
      },
      settings_complete: () => bool(settings.complete()),
      settings_include: (v, given, site) => settings.include(given.positional, v.stack.at(-1) ?? null, site),
      import_module: (v, given, site) => {
        const name = argument(v, given, 0, 'name', site);
        // Code of the project that names a module is not ready for it to be missing, unless it says so.
        const asker = given.keywords.has('for_project') ? ownSite(v, site) : site;
        return name.k === 'str'
          ? v.importModule(name.v, asker)
          : name.k === 'unknown'
            ? derived(name, ':module')
            : v.raise('ImportError', 'the name of a module must be text', site);
      },
      import_string: (v, given, site) => importString(v, argument(v, given, 0, 'path', site), site),
      installed_apps: () => list([...installedApps()]),
      db_found: (v, given, site) => {
        const model = argument(v, given, 0, 'model', site);
        return bool(waysToMeet(v, given.positional[1], site).some((way) => isFound(v, world, model, readFilters(v, way, site), site)));
      },
      /** The conditions without alternatives among them: those that a row meets. */
      conditions_met: (v, given, site) => {
        const model = argument(v, given, 0, 'model', site);
        const ways = waysToMeet(v, given.positional[1], site);
        const met = ways.length > 1 ? ways.find((way) => isFound(v, world, model, readFilters(v, way, site), site)) : undefined;
        return list([...(met ?? ways[0] ?? [])]);
      },
      refers_to: (v, given, site) => {
        const value = argument(v, given, 0, 'value', site);
        refuseStranger(v, value, () => true, site);
        return value;
      },
      db_instance: (v, given, site) => dbInstance(v, world, argument(v, given, 0, 'model', site), given.positional[1], site),
      row_found: (v, given, site) => {
        if (!v.firing) return NONE;
        const row = argument(v, given, 0, 'row', site);
        const filters = readFilters(v, v.iterate(given.positional[1] ?? tuple([]), site).items, site);
        if (row.k !== 'inst') return NONE;
        world.fixField(
          row,
          filters.map(({ value }) => value),
        );
        noteRow(v, world, row, row.cls.name, filters, site);
        return NONE;
      },
      mails: (v, given, site) => {
        const texts = v.firing ? v.iterate(argument(v, given, 0, 'texts', site), site).items.map((text) => v.force(text, site)) : [];
        if (texts.some((text) => text.k === 'unknown' && isHostLink(text.symbol)))
          v.explorer.note({ kind: 'note', text: 'mails a link', site: ownSite(v, null), data: { mailsHost: true } });
        return NONE;
      },
      gives_away: (v, given, site) => {
        if (v.firing && holdsResetToken(v, argument(v, given, 0, 'data', site)))
          v.explorer.note({ kind: 'note', text: 'the answer holds a reset token', site: ownSite(v, null), data: { gives: true } });
        return NONE;
      },
      // True for the right credential, False for another one, None where a service elsewhere is handed none.
      handed_over: (v, given, site) => {
        const kind = v.firing ? credentialHandedOver(world.texts, argument(v, given, 0, 'given', site)) : null;
        if (kind !== null) world.rests('hands the token to another service');
        return kind === null ? NONE : bool(kind === 'right');
      },
      cache_found: (v, given, site) => bool(world.cached(plain(argument(v, given, 0, 'key', site)))),
      cached_value: (v, given, site) =>
        unknown('world', `${CACHED}${v.repr(plain(argument(v, given, 0, 'key', site)))}`, 'is decided by data or time', site),
      effect: (v, given, site) => {
        if (v.firing) {
          const kind = textOf(argument(v, given, 0, 'kind', site)) ?? '';
          const text = textOf(argument(v, given, 1, 'text', site)) ?? '';
          v.explorer.note({ kind: 'effect', text: `${kind} ${text}`.trim(), site, data: { effect: kind } });
        }
        return NONE;
      },
      version_of: (v, given, site) => {
        const known = libraryVersion(textOf(argument(v, given, 0, 'distribution', site)) ?? '');
        return tuple((known ?? NEWEST).map(int));
      },
      // Tells two distributions of one package apart.
      is_required: (v, given, site) => bool(requires(textOf(argument(v, given, 0, 'distribution', site)) ?? '')),
      // A counter of attempts: who counts, how many a period, and (for a throttle that keeps its key) what tells callers apart.
      counts_attempts: (v, given, site) => {
        if (!v.firing) return NONE;
        const text = textOf(argument(v, given, 0, 'name', site)) ?? '';
        const rate = textOf(plain(argument(v, given, 1, 'rate', site)));
        const key = textOf(argument(v, given, 2, 'key', site)) ?? '';
        v.explorer.note({ kind: 'note', text, site, data: { counter: { name: text, rate, key } } });
        return NONE;
      },
      check_password: (v, given, site) => {
        const raw = argument(v, given, 0, 'raw', site);
        if (raw.k === 'str' && world.texts.materialIn(raw.v) === 'valid') return TRUE;
        return raw.k === 'unknown' && raw.origin !== 'attacker' ? derived(raw, ':checked') : bool(false);
      },
      constant_time_compare: (v, given, site) => bool(v.equal(argument(v, given, 0, 'a', site), argument(v, given, 1, 'b', site), site)),
      jwt_verify: (v, given, site) => {
        const token = argument(v, given, 0, 'token', site);
        const answer = world.verifyToken(
          plain(token),
          plain(argument(v, given, 1, 'key', site)),
          plain(argument(v, given, 2, 'algorithms', site)),
        );
        if (answer !== null) return str(answer);
        const about = token.k === 'unknown' ? token : unknown('opaque', 'token', 'a token', site);
        if (about.origin === 'attacker') {
          // Whoever calls this has to have been given a token: nobody can guess a signature.
          world.secretAsked ??= { site: ownSite(v, null) };
          return str('bad-signature');
        }
        const way = v.fork(about, 'is a signed token', [`${about.symbol} is not signed rightly`, `${about.symbol} is signed rightly`]);
        return str(way === 1 ? 'ok' : 'bad-signature');
      },
      jwt_header: (v, given, site) => {
        const token = plain(argument(v, given, 0, 'token', site));
        if (!world.claims(token)) return NONE;
        const header = dict([
          ['alg', str(world.algorithmOf(token))],
          ['typ', str('JWT')],
        ]);
        return header;
      },
      jwt_payload: (v, given, site) => {
        const claims = world.claims(plain(argument(v, given, 0, 'token', site)));
        return claims ? claimsValue(claims) : NONE;
      },
      request_map: (v, given, site) =>
        requestMap(textOf(argument(v, given, 0, 'kind', site)) as MapKind, given.positional[1] && v.force(given.positional[1], site)),
      request_body: () =>
        world.hasForm ? requestMap('form') : unknown('attacker', 'body', 'body is chosen by whoever sends the request', null),
      request_method: () => world.method ?? str(world.request?.method ?? 'GET'),
      request_path: () => world.path ?? str(world.request?.path ?? '/'),
      judged_route: (v, given, site) => {
        const path = plain(argument(v, given, 0, 'path', site));
        const own = path === world.path || (path.k === 'str' && path.v === world.request?.path);
        return own ? (world.match ?? NONE) : NONE;
      },
      leads_alike: (v, given, site) => {
        const path = world.path ?? str(world.request?.path ?? '/');
        if (!v.firing || path.k !== 'str') return TRUE;
        const { otherRoutes } = world;
        if (!otherRoutes.areFollowed) {
          otherRoutes.wereLeft = true;
          return bool(false);
        }
        return bool(asked(path, routesAlike(v, world.leaves, argument(v, given, 0, 'patterns', site))));
      },
      elsewhere: (v) => {
        if (v.firing) throw new Infeasible();
        return NONE;
      },
      remembered: remembered(),
      named_routes: (v, given, site) => namedRoutes(v, argument(v, given, 0, 'patterns', site)),
      assume: (v, given, site) => {
        const text = textOf(argument(v, given, 0, 'text', site)) ?? '';
        if (v.firing) v.explorer.note({ kind: 'note', text, site, data: { assumes: text } });
        return NONE;
      },
    },
    {
      DJANGO_VERSION: tuple(djangoVersion.map(int)),
      DRF_VERSION: tuple(drfVersion.map(int)),
      DRF_VERSION_IS_SAID: bool(saysDrfVersion),
    },
  );
}

/**
 * Calls a function whose answer for the same arguments never changes once the project is loaded (fields of a model, the patterns
 * of a URLconf): from then on it is computed once, outside of any path, and kept.
 */
function remembered(): Run {
  const answers = new Map<string, Value | PyRaise>();
  return (vm, given, site) => {
    // The arguments of this path: outside of it their alternatives would be open.
    const [func, ...rest] = given.positional.map((value) => vm.force(value, site)) as [Value, ...Value[]];
    const call = () => vm.call(func, { ...given, positional: rest }, site);
    if (!(vm.firing || vm.loaded) || given.keywords.size > 0) return call();
    const key = [func, ...rest].map(keyOf).join();
    const known = answers.get(key);
    if (known instanceof PyRaise) throw known;
    if (known) return known;
    let answer: Value;
    try {
      answer = vm.explorer.apart(call);
    } catch (error) {
      if (error instanceof PyRaise) answers.set(key, error);
      throw error;
    }
    // Outside of any path there is no telling which of several answers holds.
    if (answer.k === 'alt') return call();
    answers.set(key, answer);
    return answer;
  };
}

/** Tells that a row was found by something that the caller chose, or by a mailed token. `row` is None where it was only asked whether there is one. */
function noteRow(
  vm: VM,
  world: World,
  row: Value,
  model: string,
  filters: readonly { readonly path: string; readonly value: Value }[],
  site: Site | null,
): void {
  if (!vm.firing) return;
  const by = filters.map(({ path, value }) => ({ path, ...chooserOf(world, value) }));
  if (by.some(({ who }) => who === 'caller' || who === 'token'))
    vm.explorer.note({ kind: 'note', text: `finds a ${model}`, site, data: { row, model, by } });
}

/** Who chose a value that a row was looked up by: the caller, the token that he was mailed, the code, or data. */
function chooserOf(world: World, value: Value): { readonly who: 'caller' | 'token' | 'code' | 'data'; readonly symbol: string } {
  if (value.k === 'unknown') return { who: value.origin === 'attacker' ? 'caller' : 'data', symbol: value.symbol };
  if (world.materialOf(value) === 'valid') return { who: 'token', symbol: '' };
  return { who: value.k === 'str' || value.k === 'bool' || value.k === 'num' || value.k === 'none' ? 'code' : 'data', symbol: '' };
}

/** Whether a text holds the host that the request names beside something that looks like a token. */
function isHostLink(symbol: string): boolean {
  return /header:host/i.test(symbol) && /token|secret|random string|uuid|code|\bkey\b/i.test(symbol.replace(/header:host/gi, ''));
}

/** Whether a value, or one in it, is a token of Django's generator for resets. */
function holdsResetToken(vm: VM, given: Value, depth = 0): boolean {
  const value = vm.force(given, null);
  if (value.k === 'unknown') return value.origin === 'secret' && value.symbol.includes('a password reset token');
  if (depth > 3) return false;
  if (value.k === 'dict') return [...value.entries.values()].some((entry) => holdsResetToken(vm, entry.value, depth + 1));
  return (value.k === 'list' || value.k === 'tuple') && value.items.some((item) => holdsResetToken(vm, item, depth + 1));
}

/** The claims of a token as a dictionary; what is not known of it is told by `others`. */
function claimsValue({ known, others }: NonNullable<ReturnType<World['claims']>>): Value {
  const payload = dict(known);
  payload.fuzzy = others;
  return payload;
}

/**
 * `functools.update_wrapper` for the most usual case: from one function, or a method, to another, nothing of it uncertain. Decorators
 * are so many that the loops in Python were a twentieth of reading a project. Gives the wrapper; None when it is another case, and
 * nothing was done.
 */
function updateFunction(vm: VM, [wrapper, wrapped, assigned]: readonly Value[], site: Site | null): Value {
  // The attributes of a method are those of its function.
  const source = wrapped?.k === 'method' ? wrapped.func : wrapped;
  if (wrapper?.k !== 'func' || !wrapped || source?.k !== 'func' || assigned?.k !== 'tuple') return NONE;
  const own = [...source.attrs];
  if (own.some(([, value]) => value.k === 'alt' || value.k === 'absent')) return NONE;
  for (const name of assigned.items) {
    const value = name.k === 'str' ? vm.findAttr(wrapped, name.v, site) : null;
    if (value && name.k === 'str') vm.setAttr(wrapper, name.v, value, site);
  }
  for (const [name, value] of own) vm.setAttr(wrapper, name, value, site);
  vm.setAttr(wrapper, '__wrapped__', wrapped, site);
  return wrapper;
}

/** Django's `import_string`: a dotted path to an attribute of a module. */
export function importString(vm: VM, path: Value, site: Site | null): Value {
  if (path.k === 'unknown') return derived(path, ':imported');
  if (path.k !== 'str') return path;
  const dot = path.v.lastIndexOf('.');
  if (dot < 0) return vm.raise('ImportError', `${path.v} doesn't look like a module path`, site);
  const module = vm.importModule(path.v.slice(0, dot), site);
  const name = path.v.slice(dot + 1);
  if (module.k === 'unknown') return derived(module, `.${name}`);
  const value = vm.findAttr(module, name, site) ?? vm.tryImport(path.v, site);
  return value ?? vm.raise('ImportError', `Module "${path.v.slice(0, dot)}" does not define a "${name}" attribute/class`, site);
}

/** Whether the database has a row of a model that meets conditions. */
function isFound(vm: VM, world: World, model: Value, filters: readonly Filter[], site: Site | null): boolean {
  for (const { path, value } of filters) refuseStranger(vm, value, () => isReference(vm, model, path), site);
  const [name, table] = model.k === 'class' ? [model.name, `${model.module}.${model.qualname}`] : [vm.repr(model), vm.identified(model)];
  const found = world.found(name, filters, (what, field) => mayBe(vm, model, what, field), table);
  if (found && model.k === 'class') noteRow(vm, world, NONE, model.name, filters, site);
  return found;
}

/** A row of the database: its fields are the world's, but for those that an exact filter fixed. */
function dbInstance(vm: VM, world: World, model: Value, filters: Value | undefined, site: Site | null): Value {
  if (model.k !== 'class') return unknown('world', `row of ${vm.repr(model)}`, 'a row of the database', site);
  const instance = vm.newInstance(model, site);
  const fixed = new Map<string, Value>();
  const values: Value[] = [];
  for (const item of filters ? vm.iterate(filters, site).items : []) {
    const [path, lookup, value] = vm.iterate(item, site).items;
    if (value) values.push(vm.force(value, site));
    if (path?.k === 'str' && lookup?.k === 'str' && lookup.v === 'exact' && value && !path.v.includes('__')) fixed.set(path.v, value);
  }
  for (const [name, value] of fixed) vm.heap.setMap(instance.attrs, name, value);
  vm.heap.setField(instance, 'fuzzy', unknown('world', `${model.name}#${instance.id}`, `a row of ${model.name}`, site));
  world.fixField(instance, values);
  return instance;
}
