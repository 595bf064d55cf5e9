/** Reads `security`: a list of alternatives (OR), each a set of schemes that must all be met (AND). */

import { nearestName } from '../model/nearest-name.ts';
import type { Place } from '../model/place.ts';
import { LIMITS } from './limits.ts';
import type { Problems } from './problems.ts';
import { quote } from './problems.ts';
import type { References } from './references.ts';
import { readScheme, type SecurityScheme } from './security-schemes.ts';
import { isList, isMap, keyPlace, kindOf, type MapNode, placeOf, pointer, type TreeNode, textOf } from './tree.ts';

export interface Requirement {
  readonly scheme: SecurityScheme;
  readonly scopes: readonly string[];
}

export interface Alternative {
  /** Null when it cannot be read: then it could be anything. An empty list is `{}`, the alternative of no credential. */
  readonly requirements: readonly Requirement[] | null;
  readonly place: Place;
  readonly pointer: string;
}

export interface Security {
  /** Null when the whole list cannot be read. An empty list is `security: []`. */
  readonly alternatives: readonly Alternative[] | null;
  readonly level: 'operation' | 'document';
  readonly place: Place;
  readonly pointer: string;
}

/** The scopes of each alternative; null where one asks for none, or cannot be read. */
export function scopesOf(security: Security | null): readonly (readonly string[])[] | null {
  const lists = security?.alternatives?.map(({ requirements }) => requirements?.flatMap(({ scopes }) => scopes) ?? []) ?? [];
  return lists.length > 0 && lists.every((scopes) => scopes.length > 0) ? lists : null;
}

export class SecurityReader {
  readonly #schemes: Map<string, SecurityScheme>;
  readonly #references: References;
  readonly #problems: Problems;
  readonly #used = new Set<string>();
  /** Lists that were read: with YAML aliases, thousands of operations may share one. */
  readonly #lists = new Map<TreeNode, readonly Alternative[]>();
  readonly #undefined = new Map<string, SecurityScheme>();

  constructor(schemes: Map<string, SecurityScheme>, references: References, problems: Problems) {
    this.#schemes = schemes;
    this.#references = references;
    this.#problems = problems;
  }

  /** The `security` of a map (document or operation), or null when it has none. */
  read(owner: MapNode, level: Security['level'], base: string): Security | null {
    const entry = owner.entries.get('security');
    if (!entry) return null;
    const place = keyPlace(owner, 'security');
    const at = pointer(base, 'security');
    const node = entry.value;
    if (!isList(node)) {
      this.#problems.add('error', `security is ${kindOf(node)} where a list is expected: what it asks for is not known`, place);
      return { alternatives: null, level, place, pointer: at };
    }
    const known = this.#lists.get(node);
    if (known) return { alternatives: known, level, place, pointer: at };
    const alternatives: Alternative[] = [];
    this.#lists.set(node, alternatives);
    for (const [index, item] of node.items.entries()) {
      if (index >= LIMITS.alternatives) {
        this.#problems.add('warning', `security has more than ${LIMITS.alternatives} alternatives: the others are left out`, place);
        alternatives.push({ requirements: null, place, pointer: at });
        break;
      }
      alternatives.push(this.#alternative(item, pointer(at, index)));
    }
    return { alternatives, level, place, pointer: at };
  }

  /** Schemes that are defined and that no `security` asks for. */
  unused(): readonly SecurityScheme[] {
    return [...this.#schemes.values()].filter((scheme) => !this.#used.has(scheme.name));
  }

  #alternative(node: TreeNode, at: string): Alternative {
    const place = placeOf(node);
    if (!isMap(node)) {
      this.#problems.add(
        'error',
        `an alternative of security is ${kindOf(node)} where a map is expected: it could ask for anything`,
        place,
      );
      return { requirements: null, place, pointer: at };
    }
    if (node.entries.size > LIMITS.alternatives) {
      this.#problems.add(
        'warning',
        `an alternative of security asks for more than ${LIMITS.alternatives} schemes: it is not judged`,
        place,
      );
      return { requirements: null, place, pointer: at };
    }
    const requirements = [...node.entries].map(([name, entry]) => {
      const where = node.source.place(entry.key);
      if (!isList(entry.value)) {
        const text = `the scopes of ${quote(name)} are ${kindOf(entry.value)} where a list is expected: read as no scopes`;
        this.#problems.addOfKind(`scopes:${name}`, 'warning', text, where);
      }
      const scopes = isList(entry.value) ? entry.value.items.slice(0, 100).flatMap((scope) => textOf(scope) ?? []) : [];
      return { scheme: this.#scheme(name, node, where), scopes };
    });
    return { requirements, place, pointer: at };
  }

  #scheme(name: string, node: MapNode, place: Place): SecurityScheme {
    this.#used.add(name);
    const known = this.#schemes.get(name);
    if (known) return known;
    const reported = this.#undefined.get(name);
    if (!reported && /[#/]/.test(name)) {
      // OpenAPI 3.2: a requirement may name a scheme by URI reference.
      const target = this.#references.lookUp(name, node.source);
      if (typeof target !== 'string') {
        const scheme = readScheme(name, target, place, this.#references, this.#problems);
        const local = [...this.#schemes.values()].find((one) => one.pointer === target.pointer);
        if (local) this.#used.add(local.name);
        this.#schemes.set(name, scheme);
        return scheme;
      }
    }
    // Only the first few get a suggestion: comparing thousands of names with thousands would take minutes.
    const nearest = this.#undefined.size < 50 && this.#schemes.size < 1000 ? nearestName(name, this.#schemes.keys()) : null;
    const hint = nearest ? `: did you mean ${quote(nearest)}?` : ': no credential can be known to satisfy it';
    this.#problems.addOfKind(`undefined:${name}`, 'error', `security asks for ${quote(name)}, which is defined nowhere${hint}`, place);
    if (reported) return reported;
    const scheme: SecurityScheme = {
      name,
      kind: 'undefined',
      word: null,
      in: null,
      parameter: null,
      prefix: null,
      place: null,
      pointer: '',
    };
    this.#undefined.set(name, scheme);
    return scheme;
  }
}
