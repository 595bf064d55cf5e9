/** Walks the URL tree that the project built: one leaf for each pattern, with path, callback and where it stands. */

import { type Possible, possibleElements } from '../../interpreter/possible.ts';
import { type PyInst, type PyUnknown, sameValue, tuple, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import type { Place } from '../../model/place.ts';
import { placeOf } from '../../python/parse.ts';
import type { Site } from '../../python/syntax.ts';
import { attempt } from './attempt.ts';
import { convertersOf } from './converters.ts';
import { EarlierRoutes, type Guards } from './earlier-routes.ts';
import { namedGroups } from './regex-examples.ts';
import { alternativesOf, escapeRegex, regexTemplate, routeRegex, routeTemplate } from './url-template.ts';

export interface Leaf {
  /** With `{name}` parameters, starting with a slash. */
  readonly path: string;
  readonly formatSuffix: boolean;
  /** Namespaced name, or null. */
  readonly name: string | null;
  readonly callback: Value;
  readonly place: Place | null;
  readonly site: Site | null;
  /** False where earlier patterns answer every path that this one takes, or it takes none. */
  readonly reachable: boolean;
  readonly appNames: readonly string[];
  /** Keyword arguments that the pattern passes to the view. */
  readonly defaults: Value | null;
  /** Parameter names of the path. */
  readonly parameters: readonly string[];
  /** Those of them that a match may leave out: the view does not get them then. */
  readonly optional: ReadonlySet<string>;
  /** Those of them whose value is true whenever it is there. */
  readonly filled: ReadonlySet<string>;
  /** Regular expression of its paths, from the root without the first slash. */
  readonly pattern: string;
  readonly guards: Guards;
  /** What has to hold for the route to exist. */
  readonly conditions: readonly string[];
  /** Set when a part of the tree is not known here: no callback. */
  readonly unknown: PyUnknown | null;
}

interface Prefix {
  readonly template: string;
  /** Regular expression of the whole way from the root. */
  readonly regex: string;
  readonly namespaces: readonly string[];
  readonly appNames: readonly string[];
  readonly defaults: readonly Value[];
  readonly conditions: readonly string[];
  readonly parameters: readonly string[];
  readonly optional: ReadonlySet<string>;
  readonly filled: ReadonlySet<string>;
  /** Converters that refuse some of what their group matches, by the name of the group. */
  readonly guards: Guards;
}

const NO_GUARDS: Guards = new Map();
const NOTHING: ReadonlySet<string> = new Set();
const MOST_LEAVES = 100_000;
const DEEPEST = 40;

/** The leaves below a list of patterns, in the order in which Django tries them. */
export function walkUrls(vm: VM, patterns: Value): Leaf[] {
  const leaves: Leaf[] = [];
  const earlier = new EarlierRoutes();
  let groups = 0;
  const start: Prefix = {
    template: '',
    regex: '',
    namespaces: [],
    appNames: [],
    defaults: [],
    conditions: [],
    parameters: [],
    optional: NOTHING,
    filled: NOTHING,
    guards: NO_GUARDS,
  };

  const walk = (list: Value, prefix: Prefix, depth: number): void => {
    if (depth > DEEPEST || leaves.length > MOST_LEAVES) return;
    for (const { value, conditions } of withoutUntold(vm, possibleElements(vm, urlpatternsOf(list)))) {
      const inner = withConditions(prefix, conditions);
      if (value.k === 'unknown') leaves.push(unknownLeaf(inner, value));
      else if (value.k === 'inst') entry(value, inner, depth);
      else if (value.k === 'list' || value.k === 'tuple') walk(value, inner, depth + 1);
    }
  };

  const entry = (item: PyInst, prefix: Prefix, depth: number): void => {
    for (const { pattern, conditions } of writtenPatterns(vm, item)) under(item, pattern, withConditions(prefix, conditions), depth);
  };

  const under = (item: PyInst, pattern: WrittenPattern | null, prefix: Prefix, depth: number): void => {
    const isResolver = vm.lookup(item.cls, 'url_patterns') !== null;
    const part = patternPart(vm, pattern, !isResolver, () => `guarded${groups++}`);
    const next: Prefix = {
      ...prefix,
      template: prefix.template + part.template,
      regex: prefix.regex + part.regex,
      parameters: [...prefix.parameters, ...part.parameters],
      optional: part.optional?.size ? new Set([...prefix.optional, ...part.optional]) : prefix.optional,
      filled: part.filled?.size ? new Set([...prefix.filled, ...part.filled]) : prefix.filled,
      guards: part.guards?.size ? new Map([...prefix.guards, ...part.guards]) : prefix.guards,
    };
    if (isResolver) {
      const below = attempt(vm, `patterns below ${next.template || '/'}`, () => vm.getAttr(item, 'url_patterns', null));
      const namespace = textAttr(vm, item, 'namespace');
      const appName = textAttr(vm, item, 'app_name');
      const kwargs = vm.findAttr(item, 'default_kwargs', null);
      if (below) {
        walk(
          below,
          {
            ...next,
            namespaces: namespace ? [...next.namespaces, namespace] : next.namespaces,
            appNames: appName ? [...next.appNames, appName] : next.appNames,
            defaults: kwargs ? [...next.defaults, kwargs] : next.defaults,
          },
          depth + 1,
        );
      }
      return;
    }
    const callback = vm.findAttr(item, 'callback', null);
    if (!callback) return;
    let path = next.template.startsWith('//') ? next.template : `/${next.template.replace(/^\/+/, '')}`;
    const formatSuffix = /\.\{format\}\/?$/.test(path);
    if (formatSuffix) path = path.replace(/\/+$/, '');
    // A `path()` route ends where it ends; a regular expression only at its own `$`.
    const ended = (regex: string) => (part.closed && !regex.endsWith('$') ? `${regex}$` : regex.replace(/\\Z$/, '$'));
    const whole = ended(next.regex);
    const reachable = !earlier.hides(whole, callback, next.guards);
    // A route that may not exist hides nothing.
    if (next.conditions.length === 0) earlier.add(whole, callback, next.guards);
    const name = textAttr(vm, item, 'name');
    const defaults = vm.findAttr(item, 'default_args', null);
    leaves.push({
      path,
      formatSuffix,
      name: name ? [...next.namespaces, name].join(':') : null,
      callback,
      place: item.site ? placeOf(item.site) : null,
      site: item.site ?? null,
      reachable,
      appNames: next.appNames,
      defaults:
        defaults?.k === 'dict' && defaults.entries.size ? defaults : (next.defaults.find((d) => d.k === 'dict' && d.entries.size) ?? null),
      parameters: next.parameters,
      optional: next.optional,
      filled: next.filled,
      pattern: whole,
      guards: next.guards,
      conditions: next.conditions,
      unknown: null,
    });
  };

  walk(patterns, start, 0);
  return leaves;
}

/** `include` takes modules as well as lists. */
export function urlpatternsOf(value: Value): Value {
  return value.k === 'module' ? (value.scope.vars.get('urlpatterns') ?? value) : value;
}

function unknownLeaf(prefix: Prefix, value: PyUnknown): Leaf {
  return {
    path: `/${prefix.template.replace(/^\/+/, '')}`,
    formatSuffix: false,
    name: null,
    callback: value,
    place: value.site ? placeOf(value.site) : null,
    site: value.site,
    reachable: true,
    appNames: prefix.appNames,
    defaults: null,
    parameters: prefix.parameters,
    optional: prefix.optional,
    filled: prefix.filled,
    pattern: prefix.regex,
    guards: prefix.guards,
    conditions: prefix.conditions,
    unknown: value,
  };
}

/** The text of an attribute; null for none, an empty one, and what is not known. */
export function textAttr(vm: VM, item: PyInst, name: string): string | null {
  const value = vm.findAttr(item, name, null);
  return value?.k === 'str' && value.v ? value.v : null;
}

interface Part {
  readonly template: string;
  readonly regex: string;
  readonly guards?: Guards;
  readonly optional?: ReadonlySet<string>;
  readonly filled?: ReadonlySet<string>;
  readonly parameters: readonly string[];
  /** Made by `path()`: as an endpoint it matches to the end. */
  readonly closed: boolean;
}

function withConditions(prefix: Prefix, conditions: readonly string[]): Prefix {
  return conditions.length ? { ...prefix, conditions: [...prefix.conditions, ...conditions] } : prefix;
}

/** A pattern, and what is written in it: the text of `path()` or `re_path()`. */
interface WrittenPattern {
  readonly inst: PyInst;
  readonly route: Value | null;
  readonly regex: Value | null;
}

/**
 * The texts that the pattern of an entry may have: a prefix that settings give may differ from deployment to deployment.
 * What is not known beside one that is tells of no other view, so it is left out. Null for an entry without a pattern.
 */
function writtenPatterns(vm: VM, item: PyInst): { readonly pattern: WrittenPattern | null; readonly conditions: readonly string[] }[] {
  const inst = vm.findAttr(item, 'pattern', null);
  if (inst?.k !== 'inst') return [{ pattern: null, conditions: [] }];
  const route = vm.findAttr(inst, '_route', null);
  const regex = route ? null : vm.findAttr(inst, '_regex', null);
  const written = route ?? regex;
  if (written?.k !== 'alt') return [{ pattern: { inst, route, regex }, conditions: [] }];
  const ways = possibleElements(vm, tuple([written]));
  const told = ways.filter(({ value }) => value.k !== 'unknown');
  const among = told.length ? told : ways.slice(0, 1);
  const distinct = among.filter(({ value }, i) => among.findIndex((other) => sameValue(other.value, value)) === i);
  return distinct.map(({ value, conditions }) => ({
    pattern: { inst, route: route && value, regex: regex && value },
    conditions: distinct.length > 1 ? conditions : [],
  }));
}

/**
 * Entries without those whose text is not known, where the same call has made one for the same view with a text that is: under the
 * other condition.
 */
function withoutUntold(vm: VM, entries: readonly Possible[]): readonly Possible[] {
  const perhaps = entries.filter(({ value, conditions }) => conditions.length > 0 && value.k === 'inst');
  const isTold = ({ value }: Possible) =>
    writtenPatterns(vm, value as PyInst).every(({ pattern }) => (pattern?.route ?? pattern?.regex)?.k !== 'unknown');
  const untold = perhaps.filter((one) => !isTold(one));
  if (untold.length === 0) return entries;
  const told = perhaps.filter((one) => !untold.includes(one));
  const dropped = new Set(untold.filter((one) => told.some((other) => areAlike(vm, one.value as PyInst, other.value as PyInst))));
  return entries.filter((one) => !dropped.has(one));
}

/** Whether two entries were made by one call for one view. */
function areAlike(vm: VM, one: PyInst, other: PyInst): boolean {
  if (!one.site || one.site.node !== other.site?.node || one.cls !== other.cls) return false;
  const [view, same] = [one, other].map((item) => vm.findAttr(item, 'callback', null));
  if (view === same) return true;
  if (view?.k !== 'func' || same?.k !== 'func' || view.code !== same.code) return false;
  return ['cls', 'view_class'].every((name) => view.attrs.get(name) === same.attrs.get(name));
}

/** Template and regular expression of one URLPattern (an endpoint) or URLResolver. */
function patternPart(vm: VM, written: WrittenPattern | null, isEndpoint: boolean, nameGroup: () => string): Part {
  if (!written) return { template: '', regex: '', parameters: [], closed: false };
  const { inst: pattern, route, regex } = written;
  const prefix = vm.lookup(pattern.cls, 'language_prefix');
  if (prefix) {
    const text = attempt(vm, 'language prefix', () => vm.getAttr(pattern, 'language_prefix', null));
    const shown = text?.k === 'str' ? text.v : '';
    return { template: shown, regex: escapeRegex(shown), parameters: [], closed: false };
  }
  if (route) {
    const shown = vm.display(route, null);
    const text = shown.k === 'str' ? shown.v : `{${shown.k === 'unknown' ? shown.symbol : '?'}}`;
    const template = routeTemplate(text);
    const converters = convertersOf(vm, pattern);
    const guards = new Map<string, (text: string) => boolean>();
    const regex = routeRegex(text, (parameter) => {
      const converter = converters.get(parameter);
      if (!converter?.takes) return converter ? `(?:${converter.regex})` : null;
      // Named, so that what stands there can be shown to `to_python`.
      const group = nameGroup();
      guards.set(group, converter.takes);
      return `(?<${group}>${converter.regex})`;
    });
    const filled = new Set([...converters].flatMap(([name, converter]) => (converter.filled ? [name] : [])));
    return { template, regex, guards, filled, parameters: parametersOf(template), closed: true };
  }
  const shown = regex ? vm.display(regex, null) : null;
  if (shown?.k === 'unknown') {
    // Which paths it takes is not known; none are taken away from later patterns.
    const text = `{${shown.symbol}}`;
    return { template: text, regex: escapeRegex(text), parameters: [], closed: false };
  }
  const text = shown?.k === 'str' ? shown.v : '';
  const template = regexTemplate(text);
  const named = namedGroups(text);
  return {
    template,
    optional: new Set(named.flatMap((group) => (group.optional ? [group.name] : []))),
    filled: new Set(named.flatMap((group) => (matchesNothing(group.source) ? [] : [group.name]))),
    regex: searchedRegex(text, isEndpoint),
    parameters: parametersOf(template),
    closed: false,
  };
}

/**
 * What a `re_path` takes from where it stands on: `RegexPattern.match` (django/urls/resolvers.py, 3.2 to 6.0) searches, so without
 * `^` it is found anywhere in what is left of the path; a view's pattern that ends in `$` has to match the whole.
 */
function searchedRegex(text: string, isEndpoint: boolean): string {
  const isWhole = isEndpoint && text.endsWith('$');
  const ways = alternativesOf(text).map((way) => {
    const regex = way.replace(/^(?:\^|\\A)/, '').replace(/\(\?P<\w+>/g, '(');
    return isWhole || regex === '' || /^(?:\^|\\A)/.test(way) ? regex : `.*?${regex}`;
  });
  return ways.length === 1 ? ways[0]! : `(?:${ways.join('|')})${isWhole ? '$' : ''}`;
}

/** Whether the group may match the empty text; so does one that JavaScript cannot say. */
function matchesNothing(source: string): boolean {
  try {
    return new RegExp(`^(?:${source.replace(/\(\?P</g, '(?<')})$`).test('');
  } catch {
    return true;
  }
}

function parametersOf(template: string): string[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map((m) => m[1]!);
}
