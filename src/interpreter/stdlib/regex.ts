/** `re`: regular expressions of Python as those of JavaScript. */
import { openText } from '../gaps.ts';
import { tellSpelt, textsSpelt } from '../meetings.ts';
import {
  type Args,
  args,
  bytes,
  derived,
  dict,
  int,
  list,
  NONE,
  type PyUnknown,
  plain,
  str,
  TRUE,
  tuple,
  unknown,
  type Value,
} from '../values.ts';
import type { VM } from '../vm.ts';
import { told } from '../watched.ts';
import { argument, moduleOf, type Run, textOf, unknownAmong } from './helpers.ts';

const LONGEST_SUBJECT = 20_000;

type How = 'match' | 'search' | 'fullmatch';

/** A Python regular expression as a JavaScript one, or null when it uses what JavaScript does not have. */
export function translateRegex(pattern: string, flags: number): RegExp | null {
  let text = pattern;
  let letters = 'd';
  const inline = /^\(\?([aiLmsux]+)\)/.exec(text);
  if (inline) text = text.slice(inline[0].length);
  const has = (letter: string, bit: number) => (flags & bit) !== 0 || (inline?.[1]?.includes(letter) ?? false);
  if (has('x', 64)) text = text.replace(/\\.|\[(?:\\.|[^\]])*\]|#.*$|\s+/gm, (all) => (all.startsWith('#') || /^\s/.test(all) ? '' : all));
  if (has('i', 2)) letters += 'i';
  if (has('m', 8)) letters += 'm';
  if (has('s', 16)) letters += 's';
  text = text
    .replace(/\(\?P<(\w+)>/g, '(?<$1>')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replace(/\(\?#[^)]*\)/g, '');
  text = text
    .replace(/\\A/g, '^')
    .replace(/\\Z/g, '$')
    .replace(/\(\?([ims]+):/g, '(?:');
  // Quantifiers that could take exponential time on hostile text are left to "unknown".
  if (/\([^()]*[+*][^()]*\)[+*]/.test(text.replace(/\\./g, ''))) return null;
  try {
    return new RegExp(text, letters);
  } catch {
    return null;
  }
}

/** What a caller would try to have found: what a pattern spells out, alone, behind something and all together. */
function tries(pattern: string): readonly string[] {
  const runs = textsSpelt(pattern);
  const written = [...runs, ...runs.map((run, i) => run + (runs[i + 1] ?? '')), runs.join('')];
  return [...written, ...written.map((text) => `x${text}`)];
}

/** `$` of Python also matches before a last newline; only `\Z` does not. */
function matchAt(regex: RegExp, subject: string, how: How): RegExpExecArray | null {
  if (subject.length > LONGEST_SUBJECT) return null;
  if (how === 'search') return new RegExp(regex.source, regex.flags.replace('g', '')).exec(subject);
  const source = how === 'fullmatch' ? `(?:${regex.source})$` : regex.source;
  return new RegExp(source, `${regex.flags.replace(/[gy]/g, '')}y`).exec(subject);
}

/** A limit of `sub` and `split`, 0 for none; null when it is not known. */
function limitOf(vm: VM, given: Value | undefined, site: Parameters<Run>[2]): number | null {
  if (!given) return 0;
  const value = vm.force(given, site);
  return value.k === 'num' ? value.v : null;
}

/** A replacement with its `\\1` and `\\g<name>` filled in. */
function filledIn(text: string, found: RegExpExecArray): string {
  return text.replace(/\\g<(\w+)>|\\(\d)/g, (_all, name: string | undefined, digit: string | undefined) => {
    const key = name ?? digit!;
    return (/^\d+$/.test(key) ? found[Number(key)] : found.groups?.[key]) ?? '';
  });
}

/**
 * What a text with gaps gives: the share of its texts that match, the groups and those with names, each open where the texts differ.
 * None for a text without gaps.
 */
function matchOfGaps(
  vm: VM,
  regex: RegExp | null,
  subject: Value,
  how: 'match' | 'search' | 'fullmatch',
  about: (text: string) => PyUnknown,
): Value {
  const text = textOf(subject);
  if (text === null || !regex) return NONE;
  const texts = vm.hooks.textsOf?.(text, { source: regex.source, how, holds: (one) => matchAt(regex, one, how) !== null });
  if (!texts) return NONE;
  const matches = texts.map((one) => matchAt(regex, one, how)).filter((found) => found !== null);
  const [first] = matches;
  const common = (name: string | number, of: (found: RegExpExecArray) => string | undefined): Value => {
    if (!matches.every((found) => of(found) === of(first!))) return about(`group ${name}`);
    const own = of(first!);
    return own === undefined ? NONE : str(own);
  };
  const groups = first ? [...first].map((_group, i) => common(i, (found) => found[i])) : [];
  const named = Object.keys(first?.groups ?? {}).map((name) => [name, common(name, (found) => found.groups![name])] as const);
  return tuple([{ k: 'num', v: matches.length / texts.length, float: true }, tuple(groups), dict(named)]);
}

/** The `re` module; patterns and matches are instances of two small classes. */
export function reModule(vm: VM): Map<string, Value> {
  const makeClass = (name: string) => vm.makeClass(name, name, [], new Map(), { module: 're', places: new Map(), site: null, own: false });
  const patternClass = makeClass('Pattern');
  const matchClass = makeClass('Match');
  const errorClass = vm.makeClass('error', 'error', [vm.builtins.get('Exception')!], new Map(), {
    module: 're',
    places: new Map(),
    site: null,
    own: false,
  });
  if (patternClass.k !== 'class' || matchClass.k !== 'class') return new Map();

  const method = (
    cls: typeof patternClass,
    name: string,
    run: (vm: VM, self: Value & { k: 'inst' }, given: Args, site: Parameters<Run>[2]) => Value,
  ) => {
    cls.attrs.set(name, {
      k: 'builtin',
      name: `re.${cls.name}.${name}`,
      attrs: new Map([['binds', TRUE]]),
      call: (v, given, site) =>
        run(v, given.positional[0] as Value & { k: 'inst' }, { ...given, positional: given.positional.slice(1) }, site),
    });
  };
  const flagsOf = (value: Value) => (value.k === 'num' ? value.v : 0);
  const patternOf = (v: VM, value: Value, flags: number): (Value & { k: 'inst' }) | PyUnknown => {
    if (value.k === 'inst') return value;
    if (value.k === 'unknown') return value;
    const made = v.newInstance(patternClass, null);
    made.attrs.set('pattern', value);
    made.attrs.set('flags', int(flags));
    return made;
  };
  const regexOf = (pattern: Value & { k: 'inst' }): RegExp | null => {
    const text = textOf(pattern.attrs.get('pattern') ?? NONE);
    return text === null ? null : translateRegex(text, flagsOf(pattern.attrs.get('flags') ?? NONE));
  };
  const makeMatch = (v: VM, found: RegExpExecArray, asBytes: boolean): Value => {
    const made = v.newInstance(matchClass, null);
    const text = (value: string | undefined): Value => (value === undefined ? NONE : asBytes ? bytes(value) : str(value));
    made.attrs.set('_all', tuple([...found].map(text)));
    made.attrs.set('_names', dict(Object.entries(found.groups ?? {}).map(([k, value]) => [k, text(value)] as const)));
    made.attrs.set('_span', tuple([int(found.index), int(found.index + found[0].length)]));
    made.attrs.set('lastindex', found.length > 1 ? int(found.length - 1) : NONE);
    made.attrs.set('string', text(found.input));
    return made;
  };
  /**
   * Behind some texts stands what the caller writes: a class of texts names the mark between them (`_unlatched_behind`). Whether a pattern
   * can be met there is tried with what it spells out.
   */
  const matchBehind = (v: VM, text: string, regex: RegExp, how: How, shown: string, whole: Value, site: Parameters<Run>[2]): Value => {
    const mark = whole.k === 'inst' ? textOf(v.findAttr(whole, '_unlatched_behind', site) ?? NONE) : null;
    if (mark === null || !tries(regex.source).some((one) => matchAt(regex, text + mark + one, how))) return NONE;
    const about = unknown('attacker', `${how}(${shown}, what stands behind ${text})`, 'chosen by whoever sends the request', site);
    return v.fork(about, '', [`${about.symbol} finds nothing`, `${about.symbol} finds something`]) === 1 ? about : NONE;
  };
  const run = (v: VM, how: How, pattern: Value, whole: Value, site: Parameters<Run>[2]): Value => {
    const subject = plain(whole);
    if (pattern.k === 'unknown') return derived(pattern, `.${how}()`);
    if (pattern.k !== 'inst') return v.raise('TypeError', 'first argument must be string or compiled pattern', site);
    const regex = regexOf(pattern);
    const shown = v.repr(pattern.attrs.get('pattern') ?? NONE);
    if (v.hooks.textsMeet) tellSpelt(v, shown, subject);
    if (subject.k === 'unknown') {
      const symbol = `${how}(${shown}, ${subject.symbol})`;
      const way = v.fork(unknown(subject.origin, symbol, subject.reason, site), '', [
        `${subject.symbol} does not match ${shown}`,
        `${subject.symbol} matches ${shown}`,
      ]);
      return way === 1 ? unknown(subject.origin, symbol, subject.reason, site) : NONE;
    }
    const about = (text: string) => openText(v, `${how}(${shown}) ${text}`);
    const open = told([subject], ([given]) => matchOfGaps(v, regex, given!, how, about));
    if (open.k === 'tuple') {
      const [share, groups, names] = open.items as [Value & { k: 'num' }, Value, Value];
      const ways = [`the path does not match ${shown}`, `the path matches ${shown}`];
      if (share.v === 0 || (share.v < 1 && v.fork(about('of the path'), '', ways) === 0)) return NONE;
      const made = v.newInstance(matchClass, null);
      const span = tuple([about('start'), about('end')]);
      for (const [name, value] of Object.entries({
        _all: groups,
        _names: names,
        _span: span,
        lastindex: about('last index'),
        string: subject,
      }))
        made.attrs.set(name, value);
      return made;
    }
    return told([subject], ([given]) => {
      const text = textOf(given!);
      if (text === null) return v.raise('TypeError', 'expected string or bytes-like object', site);
      if (!regex || text.length > LONGEST_SUBJECT) return v.fresh('opaque', how, `the pattern ${shown} is not modelled`, site);
      const found = matchAt(regex, text, how);
      if (found) return makeMatch(v, found, subject.k === 'bytes');
      return matchBehind(v, text, regex, how, shown, whole, site);
    });
  };
  const both = (
    name: string,
    act: (v: VM, pattern: Value, rest: readonly Value[], given: Args, site: Parameters<Run>[2]) => Value,
    functions: Record<string, Run>,
  ) => {
    method(patternClass, name, (v, self, given, site) =>
      act(
        v,
        self,
        given.positional.map((x) => v.force(x, site)),
        given,
        site,
      ),
    );
    functions[name] = (v, given, site) => {
      const rest = given.positional.slice(1).map((x) => v.force(x, site));
      const flags = given.keywords.get('flags') ?? (/^subn?$/.test(name) ? rest[3] : name === 'split' ? rest[2] : rest[1]);
      return act(v, patternOf(v, argument(v, given, 0, 'pattern', site), flagsOf(flags ? v.force(flags, site) : NONE)), rest, given, site);
    };
  };
  const functions: Record<string, Run> = {
    compile: (v, given, site) => {
      const pattern = argument(v, given, 0, 'pattern', site);
      return patternOf(v, pattern, flagsOf(argument(v, given, 1, 'flags', site)));
    },
    escape: (v, given, site) => {
      const text = textOf(argument(v, given, 0, 'pattern', site));
      return text === null ? (unknownAmong(v, given, site) ?? str('')) : str(text.replace(/[^\w]/g, (c) => `\\${c}`));
    },
    purge: () => NONE,
  };
  for (const how of ['match', 'search', 'fullmatch'] as const)
    both(how, (v, pattern, rest, _given, site) => run(v, how, pattern, rest[0] ?? NONE, site), functions);
  const all = (v: VM, pattern: Value, subject: Value): RegExpExecArray[] | null => {
    const regex = pattern.k === 'inst' ? regexOf(pattern) : null;
    const text = textOf(subject);
    void v;
    return regex && text !== null && text.length <= LONGEST_SUBJECT
      ? [...text.matchAll(new RegExp(regex.source, `${regex.flags}g`))]
      : null;
  };
  both(
    'findall',
    (v, pattern, rest, _given, site) => {
      const found = all(v, pattern, plain(rest[0] ?? NONE));
      if (!found) return v.fresh('opaque', 'findall', 'findall of something unknown', site);
      return list(
        found.map((m) => (m.length > 2 ? tuple([...m].slice(1).map((g) => str(g ?? ''))) : str(m.length === 2 ? (m[1] ?? '') : m[0]))),
      );
    },
    functions,
  );
  both(
    'finditer',
    (v, pattern, rest, _given, site) => {
      const found = all(v, pattern, plain(rest[0] ?? NONE));
      return found ? list(found.map((m) => makeMatch(v, m, false))) : v.fresh('opaque', 'finditer', 'finditer of something unknown', site);
    },
    functions,
  );
  /** The text with its matches replaced, and how many there were; null when that is not known. */
  const replaced = (v: VM, pattern: Value, rest: readonly Value[], given: Args, site: Parameters<Run>[2]): [string, number] | null => {
    const [replacement, subject] = rest;
    const regex = pattern.k === 'inst' ? regexOf(pattern) : null;
    const text = textOf(plain(subject ?? NONE));
    const most = limitOf(v, rest[2] ?? given.keywords.get('count'), site);
    if (!regex || text === null || most === null || text.length > LONGEST_SUBJECT) return null;
    const by = textOf(replacement ?? NONE);
    if (by === null && (!replacement || replacement.k === 'unknown')) return null;
    let out = '';
    let at = 0;
    let count = 0;
    for (const found of text.matchAll(new RegExp(regex.source, `${regex.flags}g`))) {
      if (most > 0 && count === most) break;
      const made =
        by === null ? textOf(plain(v.force(v.call(replacement!, args(makeMatch(v, found, false)), site), site))) : filledIn(by, found);
      if (made === null) return null;
      out += text.slice(at, found.index) + made;
      at = found.index + found[0].length;
      count++;
    }
    return [out + text.slice(at), count];
  };
  both(
    'sub',
    (v, pattern, rest, given, site) => {
      const made = replaced(v, pattern, rest, given, site);
      const [, subject] = rest;
      if (made) return subject?.k === 'bytes' ? bytes(made[0]) : str(made[0]);
      return subject?.k === 'unknown' ? derived(subject, ':sub') : v.fresh('opaque', 'sub', 're.sub of something unknown', site);
    },
    functions,
  );
  both(
    'subn',
    (v, pattern, rest, given, site) => {
      const made = replaced(v, pattern, rest, given, site);
      return made ? tuple([str(made[0]), int(made[1])]) : v.fresh('opaque', 'subn', 're.subn of something unknown', site);
    },
    functions,
  );
  both(
    'split',
    (v, pattern, rest, given, site) => {
      const regex = pattern.k === 'inst' ? regexOf(pattern) : null;
      const text = textOf(plain(rest[0] ?? NONE));
      const most = limitOf(v, rest[1] ?? given.keywords.get('maxsplit'), site);
      if (!regex || text === null || most === null) return v.fresh('opaque', 'split', 're.split of something unknown', site);
      const parts: Value[] = [];
      let at = 0;
      for (const found of text.matchAll(new RegExp(regex.source, `${regex.flags}g`))) {
        if (most > 0 && parts.length >= most * found.length) break;
        parts.push(str(text.slice(at, found.index)), ...found.slice(1).map((part) => (part === undefined ? NONE : str(part))));
        at = found.index + found[0].length;
      }
      return list([...parts, str(text.slice(at))]);
    },
    functions,
  );

  const group = (v: VM, self: Value & { k: 'inst' }, key: Value, site: Parameters<Run>[2]): Value => {
    const groups = self.attrs.get('_all');
    const names = self.attrs.get('_names');
    if (key.k === 'num' && groups?.k === 'tuple') return groups.items[key.v] ?? v.raise('IndexError', 'no such group', site);
    if (key.k === 'str' && names?.k === 'dict')
      return names.entries.get(`s:${key.v}`)?.value ?? v.raise('IndexError', 'no such group', site);
    return v.fresh('opaque', 'group', 'a group with a computed name', site);
  };
  method(matchClass, 'group', (v, self, given, site) => {
    const keys = given.positional.map((x) => v.force(x, site));
    return keys.length > 1 ? tuple(keys.map((key) => group(v, self, key, site))) : group(v, self, keys[0] ?? int(0), site);
  });
  method(matchClass, '__getitem__', (v, self, given, site) => group(v, self, v.force(given.positional[0] ?? int(0), site), site));
  method(matchClass, 'groups', (_v, self) => {
    const groups = self.attrs.get('_all');
    return tuple(groups?.k === 'tuple' ? groups.items.slice(1) : []);
  });
  method(matchClass, 'groupdict', (_v, self) => self.attrs.get('_names') ?? dict());
  method(matchClass, 'start', (_v, self) => (self.attrs.get('_span') as Value & { k: 'tuple' }).items[0]!);
  method(matchClass, 'end', (_v, self) => (self.attrs.get('_span') as Value & { k: 'tuple' }).items[1]!);
  method(matchClass, 'span', (_v, self) => self.attrs.get('_span')!);

  const flags = {
    A: 256,
    ASCII: 256,
    I: 2,
    IGNORECASE: 2,
    L: 4,
    M: 8,
    MULTILINE: 8,
    S: 16,
    DOTALL: 16,
    U: 32,
    UNICODE: 32,
    X: 64,
    VERBOSE: 64,
    NOFLAG: 0,
  };
  const values: Record<string, Value> = { Pattern: patternClass, Match: matchClass, error: errorClass, RegexFlag: int(0) };
  for (const [name, bit] of Object.entries(flags)) values[name] = int(bit);
  return moduleOf('re', functions, values);
}
