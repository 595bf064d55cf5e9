/** The root cause of an `admits`: the statement or setting that decided on the way that gets in. */

import { dottedName } from '../frameworks/django/names.ts';
import { namesMethod, type ReadKind } from '../frameworks/django/sent.ts';
import { API_VIEW, classNamed } from '../frameworks/drf/policy.ts';
import { optionsThere } from '../interpreter/presence.ts';
import type { PyClass, Value } from '../interpreter/values.ts';
import type { CauseFact } from '../model/facts.ts';
import { operationId, SAFE_METHODS } from '../model/operation.ts';
import type { Place } from '../model/place.ts';
import type { Probe } from '../model/probe.ts';
import { placeOf } from '../python/parse.ts';
import type { Site } from '../python/syntax.ts';
import type { BoundRow } from './bind.ts';
import type { Ending } from './ending.ts';
import type { Shooter } from './fire.ts';
import { letsReadsIn } from './lets-reads-in.ts';
import type { HookCall } from './trace.ts';

/** The cause, or null when the probe does not get in. */
export function causeOf(firing: Shooter, row: BoundRow, probe: Probe, baseline: Probe | null): CauseFact | null {
  const shot = firing.shoot(row, probe);
  const ending = shot.deciding;
  if (!ending || shot.verdict.verdict !== 'admits' || probe.secure === 'admits') return null;
  const base = {
    operation: operationId(row.operation.method, row.operation.path),
    probe: probe.id,
    reads: unique(ending.trace.reads.map((r) => r.name)),
    handlerReads: unique(ending.trace.handlerReads.map((r) => r.name).filter(isCredentialRead)),
    reasons: ending.trace.steps,
  };
  const withCredential = probe.sends.material !== 'none';
  const bare = withCredential && baseline ? firing.shoot(row, baseline) : null;
  if (withCredential) {
    const accepted = acceptedBy(ending);
    if (accepted)
      return {
        ...base,
        ...authenticatorCause(accepted, ending, probe),
        ...principalOf(firing, accepted),
        ...tokenKeyOf(firing, probe, ending),
      };
    const library = probe.sends.made || probe.sends.owner ? firstTaken(ending) : null;
    if (library)
      return { ...base, ...libraryCause(row, library, probe), ...principalOf(firing, library), ...tokenKeyOf(firing, probe, ending) };
    const believed = probe.sends.material === 'identity' ? identityRead(ending) : null;
    if (believed) return { ...base, ...believed };
    if (bare && bare.verdict.verdict !== 'admits') {
      const passed = letPass(ending);
      if (passed) return { ...base, ...authenticatorCause(passed, ending, probe) };
    }
    const branch = unlockingBranch(firing, row, probe, baseline);
    if (branch)
      return {
        ...base,
        ...policyCause(firing, row, probe, ending),
        place: placeOf(branch),
        text: 'the handler answers more when a credential is sent',
      };
  }
  return { ...base, ...((probe.sends.override && overrideRead(ending)) || policyCause(firing, row, probe, ending)) };
}

type Core = Pick<CauseFact, 'kind' | 'symbol' | 'place' | 'text' | 'implicit' | 'origin'>;

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

function isCredentialRead(name: string): boolean {
  return /(authori[sz]ation|token|key|secret|jwt|cookie)/i.test(name);
}

/** The authenticator whose answer was taken: the first that gave something. */
function firstTaken(ending: Ending): HookCall | null {
  const calls = ending.trace.hooks.filter((h) => h.name === 'authenticate' && isAuthenticator(h.self));
  return calls.find((h) => h.value !== null && h.value.k !== 'none' && !h.raised) ?? null;
}

/** The same where it is the project's own code. */
function acceptedBy(ending: Ending): HookCall | null {
  const calls = ending.trace.hooks.filter((h) => h.name === 'authenticate' && isAuthenticator(h.self));
  return calls.find((h) => h.value !== null && h.value.k !== 'none' && !h.raised && hasOwnCode(h)) ?? null;
}

/** An authenticator of a library took the credential: what can be mended is where the project chose or configured it. */
function libraryCause(row: BoundRow, call: HookCall, probe: Probe): Core {
  const cls = (call.self as Value & { k: 'inst' }).cls;
  const chosen = [...(row.policy?.authenticators.origin ?? [])].reverse().find((link) => link.place)?.place;
  const place = chosen ?? row.operation.place ?? row.operation.routePlace ?? { file: '?', line: 1 };
  return { kind: 'authenticator', symbol: dottedName(cls), place, text: `${cls.name} ${whyTaken(probe)}`, implicit: true };
}

/** DRF's authenticators give a pair, Ninja's the caller alone. */
function principalOf(firing: Shooter, { value }: HookCall): Pick<CauseFact, 'principal'> {
  const who = value?.k === 'tuple' ? value.items[0] : value;
  const isOwner = (one: Value | null | undefined): boolean => {
    if (one?.k === 'alt') return optionsThere(one).some(isOwner);
    if (one?.k === 'inst') return firing.django.world.switchedOff.has(one) || one.cls.mro.some((c) => c.name === 'TokenUser');
    return one?.k === 'unknown' && /user/i.test(one.symbol);
  };
  return { principal: isOwner(who) ? 'owner' : 'other' };
}

/** Where the name of a user was read that a proxy is believed to have written. */
function identityRead(ending: Ending): Core | null {
  const read = ending.trace.reads.find((r) => r.site && isIdentityRead(r.name));
  if (!read?.site) return null;
  return {
    kind: 'authenticator',
    symbol: read.name,
    place: placeOf(read.site),
    text: `believes ${headerWords(read.name)}`,
    implicit: true,
  };
}

/** The statement that takes the method from a header or field. */
function overrideRead(ending: Ending): Core | null {
  for (const { name, site } of ending.trace.reads) {
    const [kind, key = null] = name.split(':', 2);
    if (!site || !namesMethod(kind as ReadKind, key)) continue;
    return {
      kind: 'no-gate',
      symbol: name,
      place: placeOf(site),
      text: `the method is taken from the ${name.replace(':', ' ')}`,
      implicit: true,
    };
  }
  return null;
}

const isIdentityRead = (name: string) => /^header:\S*(user(?!-agent)|email|principal|identity|subject)/i.test(name);
const headerWords = (name: string) => `the header ${name.slice('header:'.length)}`;

/** What was wrong with the token that was taken, or with its owner. */
function whyTaken({ sends }: Probe): string {
  const { made } = sends;
  if (sends.owner === 'inactive') return 'takes the token of a user who was switched off';
  if (made?.signed === 'nobody') return 'takes a token that nobody signed';
  if (made?.signed === 'public-key') return 'takes a token that is signed with the public key';
  if (made?.signed === 'known-secret') return 'verifies with a key that stands in the source';
  if (made?.expiry === 'past') return 'takes a token whose time is over';
  if (made?.expiry === 'none') return 'takes a token that never ends';
  if (made?.audience) return 'takes a token that was issued for another service';
  if (made?.issuer) return 'takes a token of another issuer';
  return 'takes a refresh token in the place of an access token';
}

/** Whose key verified the token, and where it is written down. */
function tokenKeyOf(firing: Shooter, probe: Probe, ending: Ending): Partial<CauseFact> {
  const { key } = ending.trace;
  if (key === null) return {};
  if (probe.sends.made?.signed !== 'known-secret' || key.text === null) return { tokenKey: key.kind };
  const { vm, settings } = firing.django;
  const holds = (value: Value | null): boolean =>
    value?.k === 'str' ? value.v === key.text : value?.k === 'dict' && [...value.entries.values()].some((entry) => holds(entry.value));
  const name = settings.names().find((one) => holds(settings.get(one) && vm.force(settings.get(one)!, null)));
  const place = name ? settings.place(name) : null;
  if (!name || !place) return { tokenKey: key.kind };
  return { tokenKey: key.kind, symbol: name, place, text: `${name} holds the signing key as text` };
}

function isAuthenticator(self: Value): boolean {
  return self.k === 'inst' && !self.cls.mro.some((c) => c.module === 'django.contrib.auth.backends');
}

/** Written in the project, at least in part. */
function hasOwnCode(call: HookCall): boolean {
  return call.self.k === 'inst' && call.self.cls.own;
}

/** An authenticator of the project that found the credential wanting and went on as if there were none. */
function letPass(ending: Ending): HookCall | null {
  const calls = ending.trace.hooks.filter((h) => h.name === 'authenticate' && hasOwnCode(h) && !h.raised && h.value?.k === 'none');
  return calls.find((h) => h.caught) ?? calls.at(-1) ?? null;
}

function authenticatorCause(call: HookCall, ending: Ending, probe: Probe): Core {
  const cls = (call.self as Value & { k: 'inst' }).cls;
  const method = cls.mro.find((c) => c.attrs.has('authenticate'))?.attrs.get('authenticate');
  const definition: Site | null = method?.k === 'func' ? { unit: method.unit, node: method.node } : cls.site;
  const read = ending.trace.reads.find((r) => r.site && r.name.startsWith(`${probe.sends.place}:`) && !/authorization/i.test(r.name));
  let site: Site | null = call.returned ?? definition;
  let text = `${cls.name}.authenticate takes the credential without checking it`;
  const identity = probe.sends.material === 'identity' ? ending.trace.reads.find((r) => r.site && isIdentityRead(r.name)) : undefined;
  if (identity?.site) {
    site = identity.site;
    text = `${cls.name}.authenticate believes ${headerWords(identity.name)}`;
  } else if (probe.sends.made || probe.sends.owner) {
    site = (probe.sends.made && ending.trace.claims) || site;
    text = `${cls.name}.authenticate ${whyTaken(probe)}`;
  } else if (probe.sends.material === 'tampered' && ending.trace.claims) {
    site = ending.trace.claims;
    text = 'the claims are read from a token whose signature was not verified';
  } else if (probe.sends.material === 'valid' && read?.site) {
    site = read.site;
    text = `${cls.name}.authenticate takes the token from the ${probe.sends.place}`;
  } else if (call.value?.k === 'none') text = `${cls.name}.authenticate gives None for a credential that it found wanting`;
  return { kind: 'authenticator', symbol: dottedName(cls), place: placeOrClass(site, cls), text, implicit: true };
}

function placeOrClass(site: Site | null, cls: PyClass): Place {
  return site ? placeOf(site) : cls.site ? placeOf(cls.site) : { file: '?', line: 1 };
}

/** What the policy of a row did: nothing, or too little. */
function policyCause(firing: Shooter, row: BoundRow, probe: Probe, ending: Ending): Core {
  const { operation, view, policy } = row;
  const here = operation.place ?? operation.routePlace ?? { file: '?', line: 1 };
  const symbol = operation.view ?? operation.path;
  if (row.declaredOpen)
    return { kind: 'no-permission', symbol, place: here, text: 'auth=None lets everybody in', implicit: false, origin: 'decorator' };
  if (!policy || !view)
    return { kind: 'no-gate', symbol, place: here, text: 'nothing in front of the handler asks who is calling', implicit: true };
  const skipped = gateSkipped(view.cls, ending);
  if (skipped)
    return {
      kind: 'no-gate',
      symbol: dottedName(view.cls),
      place: skipped,
      text: 'the view overrides a step of the pipeline that asks for authentication and permission',
      implicit: true,
    };
  const asked = ending.trace.hooks.filter((h) => h.name === 'has_permission' && h.self.k === 'inst');
  const own = asked.find((h) => h.self.k === 'inst' && h.self.cls.own && h.value?.k !== 'none');
  if (own?.self.k === 'inst') {
    const cls = own.self.cls;
    const definer = cls.mro.find((c) => c.attrs.has('has_permission'));
    const method = definer?.attrs.get('has_permission');
    const isRead = operation.method === 'GET' && !probe.sends.method;
    // Said in so many words: to everybody who reads, or by the class of a library that it is derived from.
    const named = definer?.own
      ? isRead && method?.k === 'func' && own.returned !== null && letsReadsIn(method, own.returned)
      : definer?.name !== 'BasePermission';
    const site = own.returned ?? (method?.k === 'func' && method.unit.own ? { unit: method.unit, node: method.node } : null);
    return {
      kind: 'permission',
      symbol: dottedName(cls),
      place: placeOrClass(site, cls),
      text: `${cls.name}.has_permission lets ${named && isRead ? 'everybody read' : 'the request in'}`,
      implicit: !named,
      origin: 'class',
    };
  }
  return userGiven(row, probe, ending) ?? listCause(firing, row, ending);
}

/** The authenticator that gives a user to whoever sends no credential, where the permissions ask for one. */
function userGiven({ operation }: BoundRow, probe: Probe, ending: Ending): Core | null {
  const isOpen = (name: unknown) =>
    typeof name === 'string' && (name.endsWith('.AllowAny') || (SAFE_METHODS.has(operation.method) && /Or(Anon)?ReadOnly$/.test(name)));
  const call = (operation.permissions ?? []).every(isOpen) ? null : acceptedBy(ending);
  if (!call || probe.sends.material !== 'none') return null;
  const cause = authenticatorCause(call, ending, probe);
  return { ...cause, text: `${cause.symbol.split('.').at(-1)}.authenticate gives a user to whoever sends no credential` };
}

/** The policy list itself is open: by a setting, a default, a class, a route, a hook. */
function listCause(firing: Shooter, row: BoundRow, ending: Ending): Core {
  const { vm, settings } = firing.django;
  const { operation, policy, view } = row;
  const names = operation.permissions ?? [];
  const links = policy!.permissions.origin;
  const last = links.at(-1);
  const place = [...links].reverse().find((l) => l.place)?.place ?? operation.place ?? { file: '?', line: 1 };
  const readOnly = names.length > 0 && names.some((n) => typeof n !== 'string' || !n.endsWith('.AllowAny'));
  const kind = readOnly ? ('permission' as const) : ('no-permission' as const);
  const text =
    names.length === 0
      ? 'the list of permissions is empty'
      : `${names.map((n) => (typeof n === 'string' ? n.split('.').at(-1) : 'a combination')).join(', ')} lets everybody in`;
  const symbol = operation.view ?? operation.path;
  const hooks = ending.trace.hooks.filter((h) => h.name === 'get_permissions');
  const hook = hooks.find((h) => h.own);
  // Without a call of the original hook the list is the project's own, whatever the settings say.
  if (hook?.returned && !hooks.some((h) => !h.own)) {
    return { kind, symbol, place: placeOf(hook.returned), text: `get_permissions ends here: ${text}`, implicit: false, origin: 'method' };
  }
  if (last?.text.startsWith('the default of DRF')) {
    const site = settings.place('REST_FRAMEWORK');
    return {
      kind,
      symbol: 'REST_FRAMEWORK',
      place: site ?? settings.place('INSTALLED_APPS') ?? place,
      text: 'no permission is set, neither here nor in the settings: the default of DRF is AllowAny',
      implicit: true,
      origin: 'default',
    };
  }
  if (last?.text.startsWith('REST_FRAMEWORK'))
    return { kind, symbol: 'REST_FRAMEWORK', place, text: `the settings say so: ${text}`, implicit: false, origin: 'settings' };
  if (last?.text.includes('of the route')) return { kind, symbol, place, text, implicit: names.length === 0, origin: 'route' };
  const owner = view!.cls.mro.find((c) => c.attrs.has('permission_classes'));
  if (row.func) return { kind, symbol, place: decoratorPlace(row) ?? place, text, implicit: names.length === 0, origin: 'decorator' };
  if (owner && owner !== view!.cls && owner !== classNamed(vm, API_VIEW)) {
    return {
      kind,
      symbol: dottedName(owner),
      place,
      text: `inherited from ${owner.name}: ${text}`,
      implicit: names.length === 0,
      origin: 'inherited',
    };
  }
  return { kind, symbol, place, text, implicit: names.length === 0, origin: 'class' };
}

/** The line of `@permission_classes(...)` above a function view. */
function decoratorPlace(row: BoundRow): Place | null {
  const func = row.func!;
  const decorators = (func.node.decorator_list ?? []) as { func?: { id?: string; attr?: string } }[];
  const node = decorators.find((d) => d.func?.id === 'permission_classes' || d.func?.attr === 'permission_classes');
  return node ? placeOf({ unit: func.unit, node: node as unknown as Site['node'] }) : null;
}

/** Where the gate was left out: the override on whose way permissions were never asked for. */
function gateSkipped(cls: PyClass, ending: Ending): Place | null {
  if (ending.trace.hooks.some((h) => h.name === 'check_permissions')) {
    const owner = cls.mro.find((c) => c.attrs.has('check_permissions'));
    const asked = ending.trace.hooks.some((h) => h.name === 'get_permissions');
    if (!owner?.own || asked) return null;
  }
  for (const name of ['dispatch', 'initial', 'check_permissions']) {
    const owner = cls.mro.find((c) => c.attrs.has(name));
    const func = owner?.own ? owner.attrs.get(name) : null;
    if (func?.k === 'func') return placeOf({ unit: func.unit, node: func.node });
  }
  return null;
}

/** The branch of the handler that a credential takes and a bare request does not, when the two end in different answers. */
export function unlockingBranch(firing: Shooter, row: BoundRow, probe: Probe, baseline: Probe | null): Site | null {
  if (!baseline || probe === baseline) return null;
  const bare = firing.shoot(row, baseline).deciding;
  const full = firing.shoot(row, probe).deciding;
  if (!bare || !full || bare.kind !== 'admits' || full.kind !== 'admits') return null;
  const there = bare.trace.handlerReturn;
  const here = full.trace.handlerReturn;
  if (!there || !here || there.node === here.node) return null;
  if (!full.trace.handlerReads.some((r) => isCredentialRead(r.name))) return null;
  const other = new Map(bare.trace.handlerBranches.map((b) => [b.site.node, b.taken]));
  return full.trace.handlerBranches.find((b) => other.get(b.site.node) !== undefined && other.get(b.site.node) !== b.taken)?.site ?? null;
}
