/** The settings of the project as Django would see them: the settings module over the global defaults, with where each stands. */

import { ABSENT, derived, NONE, type PyFunc, type PyModule, str, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import type { Place } from '../../model/place.ts';
import { placeOf } from '../../python/parse.ts';
import type { Site } from '../../python/syntax.ts';

export interface SettingsReader {
  /** Value of a setting, or null when neither the project nor Django has it. */
  get(name: string): Value | null;
  /** True when the project itself sets it. */
  isSet(name: string): boolean;
  site(name: string): Site | null;
  place(name: string): Place | null;
  names(): readonly string[];
  /** False while the settings module runs. */
  complete(): boolean;
  /** `split_settings.include(...)`: runs other files in the namespace of the settings module. */
  include(files: readonly Value[], caller: PyFunc | null, site: Site | null): Value;
}

/** Reads settings from a loaded module. `module()` is asked late, so that settings can be read while they are made. */
export function settingsReader(
  vm: VM,
  module: () => PyModule | null,
  includeFile: (file: Value, into: PyModule, site: Site | null) => void,
): SettingsReader {
  const defaults = () => {
    const value = vm.modules.get('django.conf.global_settings');
    return value?.k === 'module' ? value : null;
  };
  const own = (name: string): Value | null => {
    const value = module()?.scope.vars.get(name);
    if (!value || value.k === 'absent') return null;
    if (value.k === 'alt' && value.options.every((o) => o.k === 'absent')) return null;
    return value;
  };
  return {
    get(name) {
      if (!/^[A-Z][A-Z0-9_]*$/.test(name)) return null;
      const made = module();
      if (name === 'SETTINGS_MODULE' && made) return str(made.name);
      const value = own(name);
      const fallback = defaults()?.scope.vars.get(name) ?? null;
      if (value?.k === 'alt' && value.options.includes(ABSENT)) {
        return fallback ? { ...value, options: value.options.map((o) => (o.k === 'absent' ? fallback : o)) } : value;
      }
      if (value) return value;
      if (fallback) return fallback;
      const blank = module()?.fuzzy;
      return blank ? derived(blank, `.${name}`) : null;
    },
    isSet: (name) => own(name) !== null,
    site: (name) => module()?.scope.places?.get(name) ?? null,
    place(name) {
      const site = module()?.scope.places?.get(name);
      return site ? placeOf(site) : null;
    },
    complete() {
      const made = module();
      return made !== null && !vm.loading.has(made.name);
    },
    names: () => [...(module()?.scope.vars.keys() ?? [])].filter((n) => /^[A-Z][A-Z0-9_]*$/.test(n)),
    include(files, _caller, site) {
      const target =
        [...vm.modules.values()].find(
          (m): m is PyModule => m.k === 'module' && vm.loading.has(m.name) && m.scope.vars === module()?.scope.vars,
        ) ?? module();
      if (target) for (const file of files) includeFile(file, target, site);
      return NONE;
    },
  };
}
