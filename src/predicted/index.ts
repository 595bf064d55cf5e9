/** The predicted witness: load the source, bind every route, fire probes at it. Nothing of the project is imported or run. */

import { socketsOf } from '../frameworks/channels/sockets.ts';
import { type LoadedDjango, loadDjango } from '../frameworks/django/load.ts';
import { chosenInPath, PathExamples, valueOfParameter } from '../frameworks/django/path-examples.ts';
import { walkUrls } from '../frameworks/django/routes.ts';
import { createVM } from '../interpreter/interpreter.ts';
import { installStandardLibrary } from '../interpreter/stdlib/index.ts';
import type { EventSink } from '../model/events.ts';
import { isLoginName } from '../model/login-address.ts';
import type { SourceOperation } from '../model/matrix.ts';
import type { Probe } from '../model/probe.ts';
import type { Problem } from '../model/problem.ts';
import { unknownVerdict, type Verdict } from '../model/verdict.ts';
import type { PredictedWitness } from '../model/witness.ts';
import { PROBES } from '../probes/index.generated.ts';
import { openProject } from '../project/project.ts';
import type { Versions } from '../project/versions.ts';
import { type BoundRow, bindRows, bindSockets } from './bind.ts';
import { CallLog } from './call-log.ts';
import { sourceFacts } from './facts.ts';
import { judged } from './judged.ts';
import { Afterwards } from './lasting.ts';
import { moduleSource } from './module-source.ts';

export interface LoadSourceOptions {
  /** PATH as the user typed it. */
  readonly root: string;
  readonly settings?: string;
  readonly pythonPath?: readonly string[];
  /** Values for `os.environ` and friends; the real environment is never read. */
  readonly env?: Readonly<Record<string, string>>;
  readonly venv?: string;
  /** Texts of files (relative to the project's root) that are judged in place of what is on the disk. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** No probe will be fired: what only requests need may stay unread. */
  readonly unjudged?: boolean;
  readonly emit?: EventSink;
}

/** Whatever the start has cost, its routes are walked. */
const STEPS_OF_A_WALK = 5_000_000;

/** The newest versions that the stubs describe; used when the project does not say. */
const NEWEST_DJANGO = [5, 2, 8];
const NEWEST_DRF = [3, 18, 3];

/**
 * Loads and binds a project.
 * @throws UsageError when there is no project, several, or no settings module
 */
export function loadSource(options: LoadSourceOptions): PredictedWitness {
  const emit = options.emit ?? (() => {});
  const project = openProject({
    path: options.root,
    settings: options.settings ?? null,
    pythonPath: options.pythonPath ?? [],
    venv: options.venv ?? null,
    ...(options.overlay ? { overlay: options.overlay } : {}),
  });
  const vm = createVM(moduleSource(project));
  const env = options.env ?? {};
  installStandardLibrary(vm, { get: (name) => env[name] });
  const calls = new CallLog(vm);
  const django: LoadedDjango = loadDjango({
    vm,
    settingsModule: project.settings,
    configuration: env.DJANGO_CONFIGURATION ?? project.configuration,
    djangoVersion: versionOf(project.versions.django, NEWEST_DJANGO),
    drfVersion: versionOf(project.versions.drf, NEWEST_DRF),
    saysDrfVersion: project.versions.drf !== null,
    libraryVersion: (distribution) => {
      const known = project.versions.distributions.get(distribution);
      if (known?.exact) return versionOf(known.version, NEWEST_DJANGO);
      // What is installed is mostly the newest that a range allows.
      return known?.below ? lastBefore(versionOf(known.below, NEWEST_DJANGO)) : null;
    },
    requires: (distribution) => project.versions.required.has(distribution),
    readFile: (path) => project.read(path),
    emit,
  });
  django.world.hide(Object.values(env));
  emit({ type: 'phase', witness: 'predicted', text: 'policies' });
  const { root } = django;
  const leaves = root ? vm.within(STEPS_OF_A_WALK, () => walkUrls(vm, root), 'anew') : [];
  django.world.leaves = leaves;
  vm.loaded = true;
  const http = bindRows(django, leaves);
  const sockets = socketsOf(vm, django.settings.get('ASGI_APPLICATION'), project.settings);
  const rows = [...http, ...bindSockets(sockets, http.length)];
  const paths = new PathExamples(leaves);
  vm.hooks.valueOfGap = valueOfParameter;
  vm.hooks.openText = chosenInPath;
  vm.hooks.textsOf = (text, test) => paths.of(text, test);
  const byOperation = new Map<SourceOperation, BoundRow>(rows.map((row) => [row.operation, row]));
  const requests = PROBES.filter((probe) => probe.required && probe.needs.length === 0);
  const logins = rows.filter(({ operation: { name, view } }) => [name, view].some((one) => one !== null && isLoginName(one)));
  django.world.loginPaths = new Set(logins.map(({ operation }) => operation.path));
  const firing = new Afterwards(django, rows, requests);
  // What is wrong with the middleware belongs to the problems.
  if (!options.unjudged) firing.start();
  const problems: Problem[] = [
    ...oldVersions(project.versions),
    ...project.problems,
    ...vm.problems.map((p) =>
      p.file ? { severity: p.severity, text: p.text, place: { file: p.file, line: p.line ?? 1 } } : { severity: p.severity, text: p.text },
    ),
  ];
  const judge = (operation: SourceOperation, probe: Probe): Verdict => {
    const row = byOperation.get(operation);
    if (probe.cannot?.predicted) return unknownVerdict(probe.cannot.predicted);
    return row ? judged(firing, row, probe) : unknownVerdict('the source has no such operation');
  };
  return {
    info: {
      root: options.root,
      settings: project.settings,
      settingsFrom: project.settingsFrom,
      django: project.versions.django,
      drf: project.versions.drf,
      versionsFrom: project.versions.from,
    },
    operations: rows.map((row) => row.operation),
    problems,
    facts: sourceFacts({ django, rows, firing, calls, project }),
    judge,
    firstPass: () => firing.prepare(),
  };
}

/** The oldest versions that the stubs describe. */
const OLDEST = [
  { name: 'Django', of: 'django', distribution: 'django', version: '3.2' },
  { name: 'Django REST framework', of: 'drf', distribution: 'djangorestframework', version: '3.14' },
] as const;

/** What is judged as a newer version would be. A range without an end is met by the newest as well. */
function oldVersions({ distributions, ...versions }: Versions): Problem[] {
  return OLDEST.flatMap(({ name, of, distribution, version }) => {
    const found = versions[of];
    const range = distributions.get(distribution);
    const endless = range !== undefined && !range.exact && range.below === undefined;
    if (found === null || endless || !isOlder(versionOf(found, []), versionOf(version, []))) return [];
    return [
      {
        severity: 'warning',
        text: `${name} ${found} is older than ${version}, the oldest that is known here: judged as ${version} would be`,
      },
    ];
  });
}

/** The newest version before another: 0.7.x for 0.8. */
function lastBefore(version: readonly number[]): readonly number[] {
  const at = version.findLastIndex((part) => part > 0);
  return version.map((part, i) => (i < at ? part : i === at ? part - 1 : Number.MAX_SAFE_INTEGER));
}

function isOlder(a: readonly number[], b: readonly number[]): boolean {
  const differs = a.findIndex((part, i) => part !== b[i]);
  return differs >= 0 && a[differs]! < b[differs]!;
}

function versionOf(text: string | null, otherwise: readonly number[]): readonly number[] {
  const parts = text?.match(/\d+/g)?.slice(0, 3).map(Number);
  return parts?.length ? [...parts, 0, 0].slice(0, 3) : otherwise;
}
