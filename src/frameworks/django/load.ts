/** What Django does at start, in its order: settings, every installed app with its models, `ready()`, then the root URLconf. */

import { runStatements } from '../../interpreter/modules.ts';
import { possibleElements } from '../../interpreter/possible.ts';
import { args, type PyModule, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import type { EventSink } from '../../model/events.ts';
import { parseModule } from '../../python/parse.ts';
import { attempt } from './attempt.ts';
import { configure } from './configurations.ts';
import { installIntrinsics } from './intrinsics.ts';
import { type SettingsReader, settingsReader } from './settings.ts';
import { World } from './world.ts';

export interface DjangoRequest {
  readonly vm: VM;
  readonly settingsModule: string;
  /** The class of django-configurations that holds the settings, where something names it. */
  readonly configuration?: string | null;
  readonly djangoVersion: readonly number[];
  readonly drfVersion: readonly number[];
  /** Whether that is the project's word, and not the newest one for want of it. */
  readonly saysDrfVersion?: boolean;
  /** Version that the project has of another library; null where nothing says it. */
  libraryVersion?(distribution: string): readonly number[] | null;
  /** Whether the project asks for a library by this name, in whichever version. */
  requires?(distribution: string): boolean;
  /** Text of a file of the project, for `split_settings.include`. */
  readonly readFile: (path: string) => string | null;
  readonly emit: EventSink;
}

export interface LoadedDjango {
  readonly vm: VM;
  readonly world: World;
  readonly settings: SettingsReader;
  /** The root resolver's `urlpatterns`, or null when there is no root URLconf that could be loaded. */
  readonly root: Value | null;
  readonly rootName: string;
}

/** The most that `ready()` of one app may cost, modules that it imports aside. */
const STEPS_OF_READY = 3_000_000;
/** The tree of routes is put together whatever the apps have cost. */
const STEPS_OF_ROUTES = 5_000_000;

/** Loads a project. Never throws for what the project does. */
export function loadDjango(request: DjangoRequest): LoadedDjango {
  const { vm, settingsModule, emit } = request;
  const world = new World(vm);
  let apps: Value[] = [];
  let asked = false;
  const firstImport = (): Value | null => {
    if (asked) return null;
    asked = true;
    return vm.tryImport(settingsModule, null);
  };
  const module = (): PyModule | null => {
    // A package's `__init__.py` runs before its settings: who asks for one there makes Django load them, once.
    const value = vm.modules.get(settingsModule) ?? firstImport();
    return value?.k === 'module' ? value : null;
  };
  const includeFile = (file: Value, into: PyModule): void => {
    const name = vm.display(file, null);
    if (name.k !== 'str' || !into.file) return;
    const path = `${into.file.split('/').slice(0, -1).join('/')}/${name.v}`.replace(/^\//, '');
    const text = request.readFile(path);
    if (text === null) return;
    const parsed = parseModule(text, path, into.name);
    runStatements(vm, into, parsed);
  };
  const settings = settingsReader(vm, module, includeFile);
  installIntrinsics({
    vm,
    world,
    settings,
    djangoVersion: request.djangoVersion,
    drfVersion: request.drfVersion,
    saysDrfVersion: request.saysDrfVersion ?? true,
    libraryVersion: (distribution) => request.libraryVersion?.(distribution) ?? null,
    requires: (distribution) => request.requires?.(distribution) ?? false,
    installedApps: () => apps,
  });

  emit({ type: 'phase', witness: 'predicted', text: `settings ${settingsModule}` });
  attempt(vm, 'global settings', () => vm.importModule('django.conf.global_settings', null));
  attempt(vm, `settings ${settingsModule}`, () => {
    const made = vm.importModule(settingsModule, null);
    if (made.k === 'module') configure(vm, made, request.configuration ?? null);
    return made;
  });

  emit({ type: 'phase', witness: 'predicted', text: 'installed apps' });
  apps = populate(vm, settings);

  emit({ type: 'phase', witness: 'predicted', text: 'URLs' });
  const rootSetting = settings.get('ROOT_URLCONF');
  const rootName = rootSetting ? vm.repr(rootSetting).replace(/^'|'$/g, '') : '';
  let root: Value | null = null;
  if (!rootSetting) vm.problems.push({ severity: 'error', text: 'the settings name no ROOT_URLCONF, so there are no routes' });
  else {
    const urlpatterns = () => {
      const name = vm.force(rootSetting, null);
      return name.k === 'str'
        ? vm.getAttr(vm.importModule(name.v, null), 'urlpatterns', null)
        : vm.raise('ImportError', 'ROOT_URLCONF is not known', null);
    };
    root = vm.within(Math.max(STEPS_OF_ROUTES, vm.stepLimit - vm.steps), () => attempt(vm, `URLconf ${rootName}`, urlpatterns), 'anew');
  }
  return { vm, world, settings, root, rootName };
}

/** `apps.populate`: app configs, then models, then `ready()`; one broken app costs only itself. */
function populate(vm: VM, settings: SettingsReader): Value[] {
  const entries = settings.get('INSTALLED_APPS');
  if (!entries) return [];
  const registry = attempt(vm, 'django.apps', () => vm.getAttr(vm.importModule('django.apps', null), 'apps', null));
  const configClass = attempt(vm, 'django.apps', () => vm.getAttr(vm.importModule('django.apps', null), 'AppConfig', null));
  const create = configClass && attempt(vm, 'django.apps', () => vm.getAttr(configClass, 'create', null));
  if (!registry || !create || configClass?.k !== 'class') return [];
  const configs: Value[] = [];
  for (const { value: entry } of possibleElements(vm, entries)) {
    const isConfig = entry.k === 'inst' && vm.isSubclass(entry.cls, configClass) === true;
    if (entry.k !== 'str' && !isConfig) {
      vm.problems.push({
        severity: 'note',
        text: `an entry of INSTALLED_APPS is not known (${vm.repr(entry).slice(0, 80)}): its app is left out`,
      });
      continue;
    }
    const config = attempt(vm, `app ${vm.repr(entry)}`, () => {
      // An app config may also be made by the settings themselves.
      const made = isConfig ? entry : vm.force(vm.call(create, args(entry), null), null);
      if (made.k === 'inst') vm.callMethod(registry, '_unlatched_add', args(made), null);
      return made;
    });
    if (config?.k === 'inst') configs.push(config);
  }
  for (const config of configs) attempt(vm, `models of ${labelOf(vm, config)}`, () => vm.callMethod(config, 'import_models', args(), null));
  for (const config of configs)
    vm.within(STEPS_OF_READY, () => attempt(vm, `ready() of ${labelOf(vm, config)}`, () => vm.callMethod(config, 'ready', args(), null)));
  return configs;
}

function labelOf(vm: VM, config: Value): string {
  const name = config.k === 'inst' ? config.attrs.get('name') : null;
  return name ? vm.repr(name).replace(/^'|'$/g, '') : '?';
}
