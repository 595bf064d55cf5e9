/** What a document says that is weak in itself: plain http, HTTP Basic, keys in the query string, no security at all. */
import { hostOf, isLocalHost } from '../model/local-host.ts';
import type { DocumentRemark } from '../model/matrix.ts';
import type { ReadOperation } from './operations.ts';
import type { Security } from './security.ts';
import type { SecurityScheme } from './security-schemes.ts';
import { child, isList, isMap, keyPlace, type MapNode, placeOf, pointer, textOf } from './tree.ts';

/** Remarks of one kind; more say nothing new. */
const MOST = 20;

export interface RemarksInput {
  readonly root: MapNode;
  readonly isSwagger: boolean;
  readonly operations: readonly ReadOperation[];
  readonly documentSecurity: Security | null;
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  readonly isSilent: boolean;
  /** What made the document, or null. */
  readonly generator: string | null;
}

export function remarksOf(input: RemarksInput): readonly DocumentRemark[] {
  return [...silent(input), ...plainHttp(input), ...weakSchemes(input)];
}

function silent({ root, isSilent, operations }: RemarksInput): readonly DocumentRemark[] {
  if (!isSilent || operations.length === 0) return [];
  const key = root.entries.has('openapi') ? 'openapi' : 'swagger';
  const place = { ...keyPlace(root, key), pointer: pointer('', key) };
  return [{ kind: 'silent', subject: 'the document', place, operations: operations.length }];
}

function plainHttp({ root, isSwagger, operations }: RemarksInput): readonly DocumentRemark[] {
  if (isSwagger) return swaggerHttp(root, operations.length);
  const servers = child(root, 'servers');
  if (!isList(servers)) return [];
  const urls = servers.items.slice(0, 100).map((server) => textOf(child(server, 'url'))?.trim() ?? null);
  // A plain twin beside https is usually a redirect or the machine of a developer: still an address that a client may take.
  return urls
    .flatMap((url, index): DocumentRemark[] => {
      if (url === null || !/^http:\/\//i.test(url) || isLocalHost(hostOf(url))) return [];
      const server = servers.items[index]!;
      const place = { ...(isMap(server) ? keyPlace(server, 'url') : placeOf(server)), pointer: pointer('/servers', index, 'url') };
      return [{ kind: 'plain-http', subject: url.slice(0, 200), place, operations: operations.length }];
    })
    .slice(0, MOST);
}

/** OpenAPI 2.0: `schemes` without https for a host that is not local. */
function swaggerHttp(root: MapNode, operations: number): readonly DocumentRemark[] {
  const schemes = child(root, 'schemes');
  const host = textOf(child(root, 'host'));
  if (!isList(schemes) || host === null || isLocalHost(hostOf(`http://${host}`))) return [];
  const words = schemes.items.flatMap((item) => textOf(item)?.toLowerCase() ?? []);
  if (!words.includes('http')) return [];
  const place = { ...keyPlace(root, 'schemes'), pointer: '/schemes' };
  return [{ kind: 'plain-http', subject: `http://${host.slice(0, 200)}`, place, operations }];
}

function weakSchemes({ operations, documentSecurity, schemes, generator }: RemarksInput): readonly DocumentRemark[] {
  const uses = new Map<string, number>();
  for (const operation of operations) {
    const security = operation.security ?? documentSecurity;
    const names = (security?.alternatives ?? []).flatMap(({ requirements }) => requirements ?? []).map(({ scheme }) => scheme.name);
    for (const name of new Set(names)) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  return [...schemes.values()]
    .flatMap((scheme): DocumentRemark[] => {
      const used = uses.get(scheme.name) ?? 0;
      const kind =
        scheme.kind === 'http' && scheme.word === 'basic'
          ? 'basic'
          : scheme.kind === 'apiKey' && scheme.in === 'query'
            ? 'key-in-query'
            : null;
      // drf-yasg writes a definition "Basic" that no project asked for (SECURITY_DEFINITIONS in drf_yasg/app_settings.py).
      if (generator === 'drf-yasg' && kind === 'basic') return [];
      if (used === 0 || kind === null || scheme.place === null) return [];
      return [{ kind, subject: scheme.name.slice(0, 200), place: { ...scheme.place, pointer: scheme.pointer }, operations: used }];
    })
    .slice(0, 2 * MOST);
}
