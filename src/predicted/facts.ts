/** Source facts for rules, from what was loaded and fired. */

import type { LoadedDjango } from '../frameworks/django/load.ts';
import { dottedName } from '../frameworks/django/names.ts';
import { staticFiles } from '../frameworks/django/static-files.ts';
import type { Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { AuthenticatorFact, CauseFact, EntranceFact, FactValue, InertFact, SettingFact, SourceFacts } from '../model/facts.ts';
import { operationId } from '../model/operation.ts';
import type { Probe } from '../model/probe.ts';
import { PROBES } from '../probes/index.generated.ts';
import type { Project } from '../project/project.ts';
import { placeOf } from '../python/parse.ts';
import type { BoundRow } from './bind.ts';
import type { CallLog } from './call-log.ts';
import { causeOf } from './causes.ts';
import { describesItself } from './describes.ts';
import { entranceOf } from './entrance.ts';
import type { Shooter } from './fire.ts';
import { servesGraphql } from './graphql.ts';
import { inertFact } from './inert.ts';
import { overridesOf } from './overrides.ts';
import { resetsOf } from './resets.ts';
import { tokenReads } from './token-reads.ts';
import { getWrites } from './writes.ts';

export interface FactSources {
  readonly django: LoadedDjango;
  readonly rows: readonly BoundRow[];
  readonly firing: Shooter;
  readonly calls: CallLog;
  readonly project: Project;
}

export function sourceFacts({ django, rows, firing, calls, project }: FactSources): SourceFacts {
  const byOperation = new Map<string, BoundRow>();
  for (const row of rows) {
    const id = operationId(row.operation.method, row.operation.path);
    if (row.operation.reachable && !row.operation.formatSuffix && !byOperation.has(id)) byOperation.set(id, row);
  }
  const probes = new Map<string, Probe>(PROBES.map((probe) => [probe.id, probe]));
  const causes = new Map<string, CauseFact | null>();
  const entrances = new Map<string, EntranceFact | null>();
  let authenticators: readonly AuthenticatorFact[] | null = null;
  const besideOf = (row: BoundRow): BoundRow[] => [...byOperation.values()].filter((other) => other !== row && other.leaf === row.leaf);
  const inert = (row: BoundRow): InertFact | null => inertFact(django.vm, row, () => firing.shoot(row, probes.get('no-token')!).verdict);
  return {
    settingsModule: project.settings,
    settingsPlace: project.settingsFrom,
    setting: (name) => settingFact(django, name),
    classesOf: (base) => classesOf(django.vm, base),
    callsOf: (name) => calls.named(name),
    cause(operation, probeId) {
      const key = `${operation} ${probeId}`;
      let cause = causes.get(key);
      if (cause === undefined) {
        const row = byOperation.get(operation);
        const probe = probes.get(probeId);
        cause = row && probe ? causeOf(firing, row, probe, probes.get('no-token') ?? null) : null;
        causes.set(key, cause);
      }
      return cause;
    },
    inert(operation) {
      const row = byOperation.get(operation);
      return row ? inert(row) : null;
    },
    describesItself(operation) {
      const row = byOperation.get(operation);
      return row ? describesItself(django.vm, row) : false;
    },
    overrides(operation) {
      const row = byOperation.get(operation);
      return row ? overridesOf(firing, row, probes.get('method-override')!, besideOf(row), inert) : [];
    },
    getWrites(operation) {
      const row = byOperation.get(operation);
      return row ? getWrites(django.vm, row) : false;
    },
    entrance(operation) {
      let entrance = entrances.get(operation);
      if (entrance === undefined) {
        const row = byOperation.get(operation);
        entrance = row ? entranceOf(firing, row, besideOf(row)) : null;
        entrances.set(operation, entrance);
      }
      return entrance;
    },
    resets(operation) {
      const row = byOperation.get(operation);
      return row ? resetsOf(firing, row) : [];
    },
    graphql(operation) {
      const row = byOperation.get(operation);
      return row ? servesGraphql(row) : false;
    },
    tokenReads(operation) {
      const row = byOperation.get(operation);
      return row ? tokenReads(firing, row) : [];
    },
    staticFiles: () => staticFiles(django.vm, django.settings, project),
    get authenticators() {
      authenticators ??= authenticatorFacts(django, rows);
      return authenticators;
    },
    sourceLines: (file) => project.read(file)?.split(/\r\n|\n|\r/) ?? null,
  };
}

function settingFact(django: LoadedDjango, name: string): SettingFact | null {
  const value = django.settings.get(name);
  return value ? { name, value: factOf(django.vm, value), place: django.settings.place(name) } : null;
}

/** A value as rules see it. */
function factOf(vm: VM, value: Value, depth = 0): FactValue {
  switch (value.k) {
    case 'none':
      return { kind: 'constant', value: null };
    case 'bool':
    case 'num':
    case 'str':
      return { kind: 'constant', value: value.v };
    case 'list':
    case 'tuple':
      if (depth > 6 || (value.k === 'list' && value.fuzzy)) return { kind: 'unknown', reason: 'not all elements are known' };
      return { kind: 'list', items: value.items.map((item) => factOf(vm, item, depth + 1)) };
    case 'dict':
      if (depth > 6 || value.fuzzy) return { kind: 'unknown', reason: 'not all entries are known' };
      return {
        kind: 'dict',
        entries: [...value.entries.values()].map((e) => ({
          key: factOf(vm, e.key, depth + 1),
          value: factOf(vm, e.value, depth + 1),
          ...(e.site?.unit.own ? { place: placeOf(e.site) } : {}),
        })),
      };
    case 'unknown':
      return { kind: 'unknown', reason: value.reason };
    case 'alt':
      return { kind: 'unknown', reason: 'it depends on a condition' };
    case 'inst': {
      const seconds = value.cls.module === 'datetime' && value.cls.name === 'timedelta' ? value.attrs.get('_seconds') : undefined;
      return seconds?.k === 'num' ? { kind: 'duration', seconds: seconds.v } : { kind: 'object', name: vm.describe(value) };
    }
    default:
      return { kind: 'object', name: vm.describe(value) };
  }
}

function classesOf(vm: VM, base: string) {
  const found = new Map<string, { name: string; bases: readonly string[]; place: ReturnType<typeof placeOf> | null }>();
  for (const module of vm.modules.values()) {
    if (module.k !== 'module' || !module.own) continue;
    for (const value of module.scope.vars.values()) {
      if (value.k !== 'class' || !value.own) continue;
      if (!value.mro.slice(1).some((c) => dottedName(c) === base)) continue;
      found.set(dottedName(value), {
        name: dottedName(value),
        bases: value.bases.map(dottedName),
        place: value.site ? placeOf(value.site) : null,
      });
    }
  }
  return [...found.values()];
}

/** One fact for each authenticator class in use: which operations it guards, which scheme words it takes, whether its tokens are signed. */
function authenticatorFacts(django: LoadedDjango, rows: readonly BoundRow[]): readonly AuthenticatorFact[] {
  const found = new Map<
    string,
    { name: string; place: AuthenticatorFact['place']; schemes: Set<string>; operations: Set<string>; signed: boolean }
  >();
  for (const { operation, policy } of rows) {
    for (const instance of policy?.authenticators.instances ?? []) {
      if (instance.k !== 'inst') continue;
      const name = dottedName(instance.cls);
      let fact = found.get(name);
      if (!fact) {
        const keyword = django.vm.lookup(instance.cls, 'keyword');
        const schemes = new Set<string>(keyword?.k === 'str' ? [keyword.v] : []);
        // Signed tokens are what the JWT libraries make; an authenticator that derives from one of theirs, or imports one, takes them.
        const signed = instance.cls.mro.some((c) => /jwt/i.test(c.module)) || importsJwt(instance.cls.module, django.vm);
        fact = { name, place: instance.cls.site ? placeOf(instance.cls.site) : null, schemes, operations: new Set(), signed };
        found.set(name, fact);
      }
      fact.operations.add(operationId(operation.method, operation.path));
    }
  }
  return [...found.values()].map((fact) => ({ ...fact, schemes: [...fact.schemes], operations: [...fact.operations] }));
}

function importsJwt(module: string, vm: VM): boolean {
  const loaded = vm.modules.get(module);
  if (loaded?.k !== 'module' || !loaded.own) return false;
  return [...loaded.scope.vars.values()].some(
    (v) =>
      (v.k === 'module' && /^(jwt|jose)$/.test(v.name)) ||
      (v.k === 'unknown' && /^(jwt|jose|authlib)/.test(v.symbol)) ||
      (v.k === 'class' && v.module.startsWith('rest_framework_simplejwt')),
  );
}
