/** `urllib.parse`. */
import { builtin, bytes, derived, dict, keyOf, list, NONE, type PyStr, type PyUnknown, str, tuple, type Value } from '../values.ts';
import { asked, told } from '../watched.ts';
import { moduleOf, type Run, unknownAmong } from './helpers.ts';

/** Scheme, host, path, query and fragment (RFC 3986, appendix B). */
const URL_PARTS = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

/** `urlparse` and `urlsplit` of a known text: a tuple with named parts. */
function splitUrl(kind: 'ParseResult' | 'SplitResult', otherwise: Run): Run {
  return (vm, given, site) => {
    const url = vm.force(given.positional[0] ?? given.keywords.get('url') ?? NONE, site);
    if (url.k !== 'str') return otherwise(vm, given, site);
    const part = (index: number) => told([url], ([text]) => str(URL_PARTS.exec((text as PyStr).v)![index] ?? ''));
    const netloc = asked(url, (text) => URL_PARTS.exec(text)![2] ?? '');
    const at = netloc.lastIndexOf('@');
    const [, host, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(netloc.slice(at + 1)) ?? [];
    const [username, password] = at < 0 ? [] : netloc.slice(0, at).split(/:(.*)/s);
    const orNone = (text: string | undefined) => (text ? str(text) : NONE);
    const named: [string, Value][] = [
      ['scheme', told([part(1)], ([text]) => str((text as PyStr).v.toLowerCase()))],
      ['netloc', str(netloc)],
      ['path', part(3)],
      ...(kind === 'ParseResult' ? [['params', str('')] as [string, Value]] : []),
      ['query', part(4)],
      ['fragment', part(5)],
    ];
    const cls = vm.makeClass(kind, kind, [], new Map(), { module: 'urllib.parse', places: new Map(), site: null, own: false });
    if (cls.k !== 'class') return otherwise(vm, given, site);
    const made = vm.newInstance(cls, site);
    made.payload = tuple(named.map(([, value]) => value));
    for (const [name, value] of named) made.attrs.set(name, value);
    made.attrs.set('hostname', orNone(host?.replace(/^\[|\]$/g, '').toLowerCase()));
    made.attrs.set('port', port ? { k: 'num', v: Number(port), float: false } : NONE);
    made.attrs.set('username', orNone(username));
    made.attrs.set('password', orNone(password));
    made.attrs.set(
      'geturl',
      builtin('geturl', () => url),
    );
    return made;
  };
}

/** The pairs of a known query, text or bytes (Lib/urllib/parse.py, parse_qsl: blank values are left out unless they are asked for). */
function parsedQuery(otherwise: Run, made: (pairs: readonly [string, string][], text: (of: string) => Value) => Value): Run {
  return (vm, given, site) => {
    const query = vm.force(given.positional[0] ?? given.keywords.get('qs') ?? NONE, site);
    const blanks = given.positional[1] ?? given.keywords.get('keep_blank_values');
    if (
      (query.k !== 'str' && query.k !== 'bytes') ||
      [...given.keywords.keys()].some((name) => name !== 'qs' && name !== 'keep_blank_values')
    )
      return otherwise(vm, given, site);
    const keep = blanks ? vm.truth(blanks, site) : false;
    const text = (of: string) => (query.k === 'str' ? str(of) : bytes(Buffer.from(of, 'utf8').toString('latin1')));
    const pairs = [...new URLSearchParams(`&${query.v}`)].filter(([, value]) => keep || value !== '');
    return made(pairs, text);
  };
}

/** `urllib.parse` as far as settings and redirects use it. */
export function urlParseModule(): Map<string, Value> {
  const onText =
    (run: (text: string) => string): Run =>
    (vm, given, site) => {
      const shown = vm.display(given.positional[0] ?? NONE, site);
      return told([shown], ([value]) => (value!.k === 'str' ? str(run(value!.v)) : derived(value as PyUnknown, ':url')));
    };
  const opaque =
    (name: string): Run =>
    (vm, given, site) => {
      const blank = unknownAmong(vm, given, site);
      return blank ? derived(blank, `:${name}`) : vm.fresh('opaque', name, `urllib.parse.${name}`, site);
    };
  return moduleOf('urllib.parse', {
    quote: onText((t) => encodeURIComponent(t).replace(/%2F/g, '/')),
    quote_plus: onText((t) => encodeURIComponent(t).replace(/%20/g, '+')),
    unquote: onText((t) => t.replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))),
    unquote_plus: onText((t) =>
      t.replace(/\+/g, ' ').replace(/%([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    ),
    urljoin: (vm, given, site) => {
      const [base, url] = given.positional.map((v) => vm.display(v, site));
      if (base?.k !== 'str' || url?.k !== 'str') return opaque('urljoin')(vm, given, site);
      if (/^[a-z]+:\/\//i.test(url.v)) return url;
      try {
        return str(new URL(url.v, base.v).href);
      } catch {
        return str(url.v.startsWith('/') ? url.v : base.v.replace(/[^/]*$/, '') + url.v);
      }
    },
    urlparse: splitUrl('ParseResult', opaque('urlparse')),
    urlsplit: splitUrl('SplitResult', opaque('urlsplit')),
    urlunparse: opaque('urlunparse'),
    urlunsplit: opaque('urlunsplit'),
    urlencode: opaque('urlencode'),
    parse_qs: parsedQuery(opaque('parse_qs'), (pairs, text) => {
      const values = new Map<string, Value[]>();
      for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), text(value)]);
      const parsed = dict();
      for (const [name, all] of values) parsed.entries.set(keyOf(text(name)), { key: text(name), value: list(all) });
      return parsed;
    }),
    parse_qsl: parsedQuery(opaque('parse_qsl'), (pairs, text) => list(pairs.map(([name, value]) => tuple([text(name), text(value)])))),
    urldefrag: opaque('urldefrag'),
  });
}
