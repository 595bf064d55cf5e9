/** The same request in other words: paths and representations that a check in front of the view may not know (catalogue R15, R38). */
import type { Probe } from '../model/probe.ts';
import type { NamedVersion, Target } from '../model/witness.ts';
import { type Credential, shellText } from './credential.ts';
import type { Gate } from './operation-log.ts';
import type { Origin } from './origin.ts';

/** One other way to ask for a path. */
export interface Variant {
  /** Changes the end of the path alone: a gate in front of a whole folder is not led around like this. */
  readonly atEnd?: true;
  /** What is changed, as it reads after "no token, ". */
  readonly title: string;
  /** The request for a path: the operation's own or a made-up one beside it. */
  change(path: string): {
    readonly path: string;
    readonly query?: readonly [string, string];
    readonly accept?: string;
    readonly credential?: Credential;
  };
}

/**
 * The variants of a probe for one operation. Only what the template says literally is spelt otherwise: neither the prefix of the
 * server's URL nor the name of an object is touched, and no variant leads up (`..`).
 * @param gate where the operation refuses; null leaves it open. What stands behind the routes cares for no media type
 */
export function variantsOf({ sends }: Probe, origin: Origin, target: Target, gate: Gate | null): readonly Variant[] {
  if (sends.changes === 'api-version') return (target.versions ?? []).map(inVersion);
  if (sends.changes === 'representation') return gate === 'behind' ? [] : REPRESENTATIONS;
  if (sends.changes !== 'path') return [];
  const fixed = target.path.split('{', 1)[0]!;
  const from = origin.prefix.split('/').length;
  const upTo = from + fixed.split('/').length - (fixed === target.path ? 1 : 2);
  const spelt = (how: (letter: string) => string) => (path: string) => ({
    path: path
      .split('/')
      .map((part, at) => (at >= from && at < upTo ? part.replace(/^[A-Za-z]/, how) : part))
      .join('/'),
  });
  const all: readonly Variant[] = [
    { title: 'with the suffix .json', atEnd: true, change: (path) => ({ path: `${path.replace(/\/$/, '')}.json` }) },
    {
      title: target.path.endsWith('/') ? 'without the final slash' : 'with a final slash',
      atEnd: true,
      change: (path) => ({ path: path.endsWith('/') ? path.slice(0, -1) : `${path}/` }),
    },
    { title: 'with capital letters', change: spelt(otherCase) },
    { title: 'with a letter of each name percent-encoded', change: spelt((letter) => `%${letter.charCodeAt(0).toString(16)}`) },
    { title: 'with two slashes in front', change: (path) => ({ path: `${origin.prefix}/${path.slice(origin.prefix.length)}` }) },
  ];
  const asIs = `${origin.prefix}${target.path}`;
  return all.filter((variant) => {
    const { path } = variant.change(asIs);
    return path !== asIs && path.length > 1 && !(gate === 'front' && variant.atEnd);
  });
}

function inVersion({ place, name, value, after = '' }: NamedVersion): Variant {
  if (place === 'accept') {
    const accept = `${name}${value}${after}`;
    return { title: `as ${accept}`, change: (path) => ({ path, accept }) };
  }
  if (place === 'query') return { title: `with ?${name}=${value}`, change: (path) => ({ path, query: [name, value] }) };
  const header = { name, wire: value, shell: shellText(value), shape: value };
  return { title: `with ${value} as ${name}`, change: (path) => ({ path, credential: { headers: [header], query: [] } }) };
}

const REPRESENTATIONS: readonly Variant[] = [
  { title: 'as HTML', change: (path) => ({ path, accept: 'text/html' }) },
  // DRF's name for its browsable pages (renderers.py, `BrowsableAPIRenderer.format`), which must be acceptable besides (negotiation.py).
  { title: 'with ?format=api', change: (path) => ({ path, query: ['format', 'api'], accept: '*/*' }) },
];

function otherCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter ? letter.toLowerCase() : upper;
}
