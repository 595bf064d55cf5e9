/** The plan of a run: every request that may be sent, with its reason, and no value of a credential. */
import { FOREIGN_ORIGIN } from '../model/foreign-origin.ts';
import type { Probe } from '../model/probe.ts';
import type { ObserveRequest, PlannedRequest, Target, TokenWay } from '../model/witness.ts';
import { pointlessOptions } from './ask-options.ts';
import { naming } from './ask-override.ts';
import { pathUnder } from './asker.ts';
import {
  bindCredential,
  bindMaterial,
  type Credential,
  canBeTwice,
  carrierNames,
  EMPTY_AUTHORIZATION,
  inAuthorization,
  isRightful,
  makeMaterials,
  NO_CREDENTIAL,
  spellingsOf,
} from './credential.ts';
import { twinRequests } from './inert-twins.ts';
import { isOnThisMachine } from './key-listener.ts';
import { pointlessLow } from './low-role.ts';
import { pointlessLowToken } from './low-token.ts';
import { missingFor, needsKey, needsPublicKey } from './needs.ts';
import type { Origin } from './origin.ts';
import { userOf } from './own-user.ts';
import { inTurn, mayDiffer, partsOf } from './parts.ts';
import { wantedFile } from './public-file.ts';
import { standIn, wantsPublicKey } from './public-key.ts';
import { scopesOf } from './raised.ts';
import { isSecretHeader } from './record.ts';
import { concretePath, siblingPath, withQuery } from './request-path.ts';
import { variantsOf } from './request-variants.ts';
import { denialFolder, isDoorUnknown } from './run.ts';
import { mountOf, versionPathsOf } from './version-paths.ts';
import { WELL_KNOWN } from './well-known.ts';

const KEYS_WANTED = 'the keys that the server hands out to everybody: is a private one among them?';
const AT_THE_END = 'at the end as far as there is room, since only answers or document say that it is of a group';
const KEY_WANTED = 'With the one that verifies the token others are made';

/** Lists the requests in the order in which they would go out; those that depend on an answer say on which. */
export function planRequests(request: ObserveRequest, origin: Origin, targets: readonly Target[]): PlannedRequest[] {
  const keyAddress = !request.proxy && isOnThisMachine(origin) ? 'http://127.0.0.1:<port>/<random>' : null;
  const intrusion = request.allowIntrusion ? { keyAddress } : null;
  const wantsKey = wantsPublicKey(request.probes, request.token);
  const file = wantedFile(origin, request.staticFiles ?? []);
  const known = {
    scopes: scopesOf(targets),
    publicKey: wantsKey ? standIn(request.token!) : null,
    publicFile: file && { ...file, bytes: Buffer.alloc(1) },
    user: userOf(request),
  };
  const materials = makeMaterials(request.token, request.grants, request.probes, intrusion, known);
  const canFire = (probe: Probe): boolean => missingFor(probe, materials) === null;
  const parts = partsOf(request.probes);
  const plan: PlannedRequest[] = [];
  const prefixes = new Set<string>();
  const groups = new Set<string>();
  const own: [string, string][] = request.headers.map(([name, value]) => [name, isSecretHeader(name) ? '<secret>' : value]);

  const add = (target: Target, probe: Probe | null, why: string, path = concretePath(origin, target)!.path, method?: string): void => {
    const spellings = probe ? Math.max(1, spellingsOf(probe.sends, materials).length) : 1;
    for (let spelling = 0; spelling < spellings; spelling += 1) {
      const names = probe ? carrierNames(probe.sends, target) : [];
      const way = plannedWay(request, target);
      const credential = probe && bindCredential(probe.sends, names, way, materials, spelling);
      if (spelling > 0 && (credential === null || isRightful(credential, [way, ...(target.ways ?? [])], materials))) continue;
      const room = probe?.sends.also ? ', at the end of the run and as far as there is room' : '';
      const when = spelling === 0 ? '' : `; unless an earlier spelling got in${room}`;
      addWith(target, credential ?? NO_CREDENTIAL, `${why}${when}`, path, method ?? probe?.sends.method);
      const twin = probe && spellingsOf(probe.sends, materials)[spelling]?.twin;
      if (twin)
        addWith(target, bindMaterial(plannedWay(request, target), twin), `${why}; the control of a hit, which must not get in`, path);
    }
  };
  const addWith = (target: Target, credential: Credential, why: string, path: string, method?: string): void => {
    plan.push({
      method: method ?? (target.method === '*' ? 'GET' : target.method.toUpperCase()),
      url: `${origin.origin}${withQuery(path, Object.entries(target.query), credential.query, 'shape')}`,
      headers: [
        ['Accept', 'application/json'],
        ...(target.socket ? [['Upgrade', 'websocket'] as const] : []),
        ...own,
        ...credential.headers.map((carrier) => [carrier.name, carrier.shape] as const),
      ],
      why: target.socket
        ? `${why}; a WebSocket handshake, after which nothing is sent`
        : target.graphql && 'query' in target.query
          ? `${why}; the query asks for the name of the root type`
          : why,
    });
  };

  const lists = new Map(targets.map((target) => [concretePath(origin, target)!.path.replace(/\/+$/, ''), target]));
  const planSecondUser = (target: Target, probe: Probe): void => {
    const list = concretePath(origin, target)!.objects.flatMap((object) => lists.get(object.list.replace(/\/+$/, '')) ?? [])[0];
    if (!list) return;
    if (!groups.has(`second ${list.path}`)) add(list, probe, `the second user's own list, once for the objects below it${granted(probe)}`);
    groups.add(`second ${list.path}`);
    add(
      target,
      probe,
      `${target.id}: ${probe.id}, when the second user's list leaves out what the first one's holds; then both lists again${granted(probe)}`,
    );
  };

  const denials = new Set<string>();
  const versionsToPlan = (target: Target) => (target.doorsByDocument === false ? [] : versionPathsOf(origin, target, targets));
  const planVariants = (target: Target, probe: Probe): void => {
    const version = probe.sends.changes === 'version';
    const variants = version ? versionsToPlan(target) : variantsOf(probe, origin, target, null);
    const byName = probe.sends.changes === 'api-version';
    const folder = version ? mountOf(target) : byName ? target.path.replace(/\{[^{}/]*\}\/?$/, '') : denialFolder(target);
    if (variants.length === 0 || denials.has(`${probe.id} ${folder}`)) return;
    denials.add(`${probe.id} ${folder}`);
    const when = version
      ? 'when no-token is denied; once for each version, for two operations at the most while the path is not known there'
      : byName
        ? 'when no-token is denied; once for a list and its objects, as far as there is room'
        : 'when no-token is denied and not by an APIView; once for each folder and kind of refusal';
    for (const variant of variants) {
      const { path, query, accept, credential } = variant.change(concretePath(origin, target)!.path);
      const asked = query ? { ...target, query: { ...target.query, [query[0]]: query[1] } } : target;
      const why = `${probe.id}, ${variant.title}, ${when}`;
      addWith(asked, credential ?? NO_CREDENTIAL, `${why}; when it is let in, again, and a made-up path in the same way`, path);
      if (accept) plan.push(withAccept(plan.pop()!, accept));
    }
  };

  const planKeys = (): void => {
    const wanted = wantsKey ? `${KEYS_WANTED} ${KEY_WANTED}` : KEYS_WANTED;
    for (const [index, known] of targets.length > 0 && request.servedKeys === undefined ? WELL_KNOWN.entries() : []) {
      const path = pathUnder(origin, known)!;
      const when = index === 0 ? '' : ', unless the keys were there; then the address of the keys that it names, when it lies below --url';
      addWith({ ...targets[0]!, method: 'GET', query: {}, socket: false }, NO_CREDENTIAL, `${wanted}${when}`, path);
    }
  };
  const planOverrides = (target: Target, { id }: Probe): void => {
    for (const fact of target.overrides ?? [])
      for (const twin of twinRequests(origin, target)
        .filter(({ twin: kind }) => fact.twins.includes(kind))
        .slice(0, 2))
        for (const credential of [naming(fact, target.method), NO_CREDENTIAL]) {
          const control = credential === NO_CREDENTIAL ? ', the control of a hit, without the name' : '';
          const why = `${target.id}: ${id} as ${fact.as}, when no-token is denied, cannot take effect under either method (${twin.twin}: ${target.inert!.why})${control}`;
          addWith({ ...target, query: Object.fromEntries(twin.query) }, credential, why, twin.path, fact.as);
          plan.push({ ...plan.pop()!, body: `${twin.body.type}: ${twin.body.text}` });
        }
  };
  const planFile = (target: Target, { id }: Probe): void => {
    if (groups.has(id)) return;
    groups.add(id);
    const when = request.tokenToCome ? ', when the login gives a signed token' : '';
    const why = `the file whose bytes are the key of ${id}${when}: once, as far as there is room`;
    addWith({ ...target, method: 'GET', query: {}, socket: false }, NO_CREDENTIAL, why, file!.address);
    plan.push(withAccept(plan.pop()!, '*/*'));
  };
  if (wantsKey) planKeys();

  for (const target of targets) {
    if (!['*', 'GET', 'HEAD', 'OPTIONS'].includes(target.method.toUpperCase())) {
      for (const [index, twin] of twinRequests(origin, target).entries()) {
        const when = index === 0 ? '' : ', when the first one passed the gate';
        for (const probe of [parts.none, parts.garbage, parts.tampered, parts.valid]) {
          if (!probe || !canFire(probe)) continue;
          add(
            { ...target, query: Object.fromEntries(twin.query) },
            probe,
            `${target.id}: ${probe.id}, cannot take effect (${twin.twin}: ${target.inert!.why})${when}`,
            twin.path,
          );
          plan.push({ ...plan.pop()!, body: `${twin.body.type}: ${twin.body.text}` });
        }
      }
      if (parts.override && materials.valid) planOverrides(target, parts.override);
      for (const probe of parts.own.filter(
        (one) => one.sends.at && canFire(one) && pointlessLow(one, target, materials.low!.wire) === null,
      ))
        for (const twin of twinRequests(origin, target)) {
          const why = `${target.id}: ${probe.id}, since ${target.administration}, cannot take effect (${twin.twin}: ${target.inert!.why})${granted(probe)}`;
          add({ ...target, query: Object.fromEntries(twin.query) }, probe, why, twin.path);
          plan.push({ ...plan.pop()!, body: `${twin.body.type}: ${twin.body.text}` });
        }
      continue;
    }
    add(target, parts.none, `${target.id}: no-token, before the valid token`);
    if (parts.garbage) add(target, parts.garbage, `${target.id}: ${parts.garbage.id}`);
    if (parts.tampered && canFire(parts.tampered))
      add(target, parts.tampered, `${target.id}: ${parts.tampered.id}, unless a made-up token is let in`);
    if (materials.valid && parts.valid) {
      add(target, parts.valid, `${target.id}: ${parts.valid.id}, the positive control`);
      add(
        target,
        parts.none,
        `${target.id}: no-token again, for caches; with a cache-buster when it was let in, and then the valid token again`,
      );
    }
    if (materials.valid && parts.valid && !target.socket)
      addWith(
        target,
        EMPTY_AUTHORIZATION,
        `${target.id}: no-token with an empty header, where the answers say that something keeps them (Cache-Control, Age, X-Cache); with a cache-buster when it was let in, and then the valid token again`,
        concretePath(origin, target)!.path,
      );
    const { prefix, path } = siblingPath(concretePath(origin, target)!.path, 'unlatched-<random>');
    const asked = target.socket ? `socket ${prefix}` : prefix;
    if (!prefixes.has(asked)) {
      prefixes.add(asked);
      add(
        { ...target, query: {} },
        null,
        `how the server answers paths that do not exist; only when ${prefix} lets somebody in, or refuses and is no APIView`,
        path,
        'GET',
      );
    }
    if (!materials.valid) continue;
    if (target.method !== 'HEAD' && !target.socket)
      for (const probe of parts.method.filter(canFire))
        add(target, probe, `${target.id}: ${probe.id}, when GET is denied; once for a list and its objects`);
    if (['*', 'GET'].includes(target.method.toUpperCase()) && !target.socket)
      for (const probe of parts.variant.filter(canFire)) planVariants(target, probe);
    const group = target.authenticators.map((one) => one.name).join(' ');
    const first = !groups.has(group);
    groups.add(group);
    const shared = group === '' ? 'operations that deny alike' : 'operations with these authenticators';
    const { forged } = materials;
    const again = isDoorUnknown(target) ? AT_THE_END : null;
    if ((first || again) && forged?.same && !forged.proven && parts.other.some((probe) => needsKey(probe) && canFire(probe)))
      addWith(
        target,
        bindMaterial(plannedWay(request, target), forged.same),
        `the control of --signing-key, ${first ? `once for each group of ${shared}` : again}: where it is refused, no other token is signed`,
        concretePath(origin, target)!.path,
      );
    for (const probe of parts.raised.filter(canFire)) {
      const refusals = `${probe.id} ${target.scopes ? 'scopes' : ''} ${group}`;
      if (groups.has(refusals) || (probe.sends.made?.scope && pointlessLowToken(target, materials.valid.wire) !== null)) continue;
      groups.add(refusals);
      const control = forged?.proven ? '' : ', and so is the same token signed anew';
      add(
        target,
        probe,
        `${probe.id}, when the valid token is refused with 403${control}, once for each group of ${shared}${granted(probe)}`,
      );
    }
    for (const probe of parts.own.filter(canFire)) {
      if (probe.sends.material === 'second') planSecondUser(target, probe);
      else if (probe.sends.made) {
        if (target.scopes) add(target, probe, `${target.id}: ${probe.id}, since the document lists scopes${granted(probe)}`);
      } else if (pointlessLow(probe, target, materials.low!.wire) === null) {
        const since = probe.sends.at ? target.administration : 'the document lists scopes';
        add(target, probe, `${target.id}: ${probe.id}, since ${since}${granted(probe)}`);
      }
    }
    const filed = parts.other.find(({ sends }) => sends.made?.signed === 'public-file');
    if (filed && file && first && (request.tokenToCome || canFire(filed))) planFile(target, filed);
    for (const probe of inTurn(parts.other.filter((one) => canFire(one) && canBeTwice(one.sends, plannedWay(request, target))))) {
      if ((group === '' || target.doorsByDocument) && mayDiffer(probe, materials))
        add(target, probe, `${target.id}: ${probe.id}, when no-token is denied`);
      else if (first) add(target, probe, `${probe.id}, once for each group of ${shared}${granted(probe)}`);
      else if (again) add(target, probe, `${target.id}: ${probe.id}, ${again}${granted(probe)}`);
    }
  }
  const options =
    parts.options && materials.valid ? targets.filter((target) => target.method === 'GET' && pointlessOptions(target) === null) : [];
  for (const target of options) {
    const why = `${target.id}: ${parts.options!.id}, when no-token is denied, once for a list and its objects, as far as there is room; DRF itself answers`;
    add(target, parts.options, why);
  }
  if (!wantsKey) planKeys();
  if (materials.valid && parts.valid && targets.length > 0)
    add(
      targets[0]!,
      parts.valid,
      `the canary: during the run (every 50 requests) and at its end; the first time with Origin: ${FOREIGN_ORIGIN}, as a page of others would ask`,
    );
  return plan;
}

function withAccept(planned: PlannedRequest, accept: string): PlannedRequest {
  const headers = planned.headers.map(([name, value]) => [name, name === 'Accept' ? accept : value] as const);
  return { ...planned, headers };
}

/** The option that makes a probe possible. */
function granted(probe: Probe): string {
  if (needsPublicKey(probe)) return ' (when the server hands out the key that verifies the token, or --signing-key is its private half)';
  const needed = probe.needs.filter((need) => need !== 'token' && need !== 'signed-token');
  const given = [...needed, ...(probe.safety === 'intrusive' ? ['allow-writes'] : [])].map((option) => `--${option}`).join(', ');
  const address = probe.sends.made?.signed === 'sender-address' ? '; the server may then fetch a key from Unlatched on this machine' : '';
  return given === '' ? '' : ` (${given}${address})`;
}

/** The first way that would be tried. */
function plannedWay({ way, tokenScheme }: ObserveRequest, { ways, authenticators }: Target): TokenWay {
  if (way && way.word !== 'auto') return way;
  if (tokenScheme !== 'auto') return inAuthorization(tokenScheme);
  const [own] = ways ?? [];
  return own && own.word !== 'auto' ? own : inAuthorization(authenticators.flatMap(({ schemes }) => schemes)[0] ?? 'Bearer');
}
