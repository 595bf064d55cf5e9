/** The security schemes that a document defines (OpenAPI 3: components/securitySchemes, 2.0: securityDefinitions). */
import type { Place } from '../model/place.ts';
import type { TokenWay } from '../model/witness.ts';
import type { Problems } from './problems.ts';
import { quote } from './problems.ts';
import type { Located, References } from './references.ts';
import { child, isMap, keyPlace, kindOf, placeOf, pointer, type TreeNode, textOf } from './tree.ts';

export interface SecurityScheme {
  readonly name: string;
  /** `undefined`: asked for but defined nowhere. `unreadable`: defined, but not in a way that says what it is. */
  readonly kind: 'http' | 'apiKey' | 'oauth2' | 'openIdConnect' | 'mutualTLS' | 'undefined' | 'unreadable';
  /** For `http`: the scheme word in lower case, e.g. `bearer`. */
  readonly word: string | null;
  /** For `apiKey`: where the key travels, and under which name. */
  readonly in: 'header' | 'query' | 'cookie' | null;
  readonly parameter: string | null;
  /** For an `apiKey` in `Authorization`: the word in front of the key, where the description names it. */
  readonly prefix: string | null;
  readonly place: Place | null;
  readonly pointer: string;
}

/** Reads all schemes by name. Wrong ones stay in the list as `unreadable`, since operations ask for them. */
export function readSchemes(root: TreeNode, isSwagger: boolean, references: References, problems: Problems): Map<string, SecurityScheme> {
  const schemes = new Map<string, SecurityScheme>();
  const parent = isSwagger ? root : child(root, 'components');
  const key = isSwagger ? 'securityDefinitions' : 'securitySchemes';
  const base = isSwagger ? '/securityDefinitions' : '/components/securitySchemes';
  if (!parent) return schemes;
  if (!isMap(parent)) {
    problems.add('error', `components is ${kindOf(parent)} where a map is expected: no security scheme is read`, placeOf(parent));
    return schemes;
  }
  const list = child(parent, key);
  if (!list) return schemes;
  if (!isMap(list)) {
    problems.add('error', `${key} is ${kindOf(list)} where a map is expected: no security scheme is read`, keyPlace(parent, key));
    return schemes;
  }
  for (const [name, entry] of list.entries) {
    const place = list.source.place(entry.key);
    schemes.set(name, readScheme(name, { node: entry.value, pointer: pointer(base, name) }, place, references, problems));
  }
  return schemes;
}

/** One scheme; `place` is where its name stands. */
export function readScheme(name: string, at: Located, place: Place, references: References, problems: Problems): SecurityScheme {
  const empty = { name, word: null, in: null, parameter: null, prefix: null, place, pointer: at.pointer };
  const node = references.follow(at)?.node ?? null;
  const unreadable = (why: string): SecurityScheme => {
    problems.add('error', `security scheme ${quote(name)} ${why}: what satisfies it is not known`, place);
    return { ...empty, kind: 'unreadable' };
  };
  if (!node) return { ...empty, kind: 'unreadable' };
  if (!isMap(node)) return unreadable(`is ${kindOf(node)} where a map is expected`);
  const type = textOf(child(node, 'type'));
  switch (type) {
    case 'http': {
      const word = textOf(child(node, 'scheme'));
      if (!word) return unreadable('is of type http and has no scheme');
      return { ...empty, kind: 'http', word: word.toLowerCase() };
    }
    case 'basic':
      return { ...empty, kind: 'http', word: 'basic' };
    case 'apiKey': {
      const where = textOf(child(node, 'in'));
      const parameter = textOf(child(node, 'name'));
      if (!parameter) return unreadable('is of type apiKey and has no name');
      if (where !== 'header' && where !== 'query' && where !== 'cookie')
        return unreadable('is of type apiKey and not in header, query or cookie');
      const isAuthorization = where === 'header' && parameter.toLowerCase() === 'authorization';
      const prefix = isAuthorization ? prefixIn(textOf(child(node, 'description'))) : null;
      return { ...empty, kind: 'apiKey', in: where, parameter, prefix };
    }
    case 'oauth2':
    case 'openIdConnect':
    case 'mutualTLS':
      return { ...empty, kind: type };
    case null:
      return unreadable('has no type');
    default:
      return unreadable(`has the unknown type ${quote(type)}`);
  }
}

/** The word in front of a key, from descriptions such as `... with required prefix "Token"` or `Token <key>`. */
function prefixIn(description: string | null): string | null {
  if (!description) return null;
  const text = description.slice(0, 2000);
  const match = /prefix\W{1,3}([A-Za-z][\w-]{0,30})/i.exec(text) ?? /\b(Bearer|Token|JWT)[ ]+[<{$"'[]/.exec(text);
  return match?.[1] ?? null;
}

/** How the token of a scheme travels; null where it is none (Basic, a certificate) or nobody says. */
export function wayOf(scheme: SecurityScheme | null): TokenWay | null {
  const inAuthorization: TokenWay = { place: 'header', name: 'Authorization', word: 'auto' };
  switch (scheme?.kind) {
    case 'http':
      return scheme.word === 'basic' || scheme.word === 'digest' ? null : inAuthorization;
    case 'oauth2':
    case 'openIdConnect':
      return inAuthorization;
    case 'apiKey':
      if (scheme.parameter!.toLowerCase() !== 'authorization') return { place: scheme.in!, name: scheme.parameter!, word: 'none' };
      return scheme.in === 'header' ? { ...inAuthorization, word: scheme.prefix ?? 'auto' } : null;
    default:
      return null;
  }
}

/** A scheme in a few words: `http bearer`, `API key in header X-Key`. */
export function schemeWords(scheme: SecurityScheme): string {
  switch (scheme.kind) {
    case 'http':
      return `http ${scheme.word}`;
    case 'apiKey':
      return `an API key in ${scheme.in} ${scheme.parameter}`;
    case 'undefined':
      return 'defined nowhere in the document';
    case 'unreadable':
      return 'not readable';
    case 'mutualTLS':
      return 'a client certificate (mutualTLS)';
    default:
      return scheme.kind;
  }
}
