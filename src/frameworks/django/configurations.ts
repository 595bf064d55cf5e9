/** django-configurations: the settings are the attributes of a class, and DJANGO_CONFIGURATION names the class. */

import { args, list, type PyClass, type PyModule, str } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';

/** Classes by which the settings of a running service are mostly called, the foremost first. */
const USUAL = ['Production', 'Prod', 'Live', 'Base', 'Common', 'Default', 'Settings', 'Development', 'Dev', 'Local'];

/**
 * Puts the settings of the class into the module of the class, as the importer of the library does
 * (configurations/importer.py, ConfigurationLoader.load_module, 2.5.1). Nothing happens to a module without such classes.
 * @param named the value of DJANGO_CONFIGURATION; where it is not known, the class that sounds most like the running service
 */
export function configure(vm: VM, module: PyModule, named: string | null): void {
  const base = vm.modules.get('configurations.base');
  const root = base?.k === 'module' ? base.scope.vars.get('Configuration') : undefined;
  if (root?.k !== 'class') return;
  const found = [...module.scope.vars.values()].filter((value) => value.k === 'class' && value !== root && value.mro.includes(root));
  const cls = chosen(found as PyClass[], named);
  if (!cls) return;
  vm.callMethod(cls, 'pre_setup', args(), null);
  const names = namesOf(cls);
  vm.callMethod(cls, '_unlatched_setup', args(list(names.map((name) => str(name)))), null);
  const made = vm.call(cls, args(), null);
  for (const name of names) {
    const value = vm.callMethod(cls, '_unlatched_setting', args(made, str(name)), null);
    const site = cls.mro.map((one) => one.places.get(name)).find((place) => place !== undefined);
    module.scope.vars.set(name, value);
    if (site) module.scope.places?.set(name, site);
  }
  vm.callMethod(cls, 'post_setup', args(), null);
}

function chosen(classes: readonly PyClass[], named: string | null): PyClass | null {
  const byName = (name: string | null) => classes.find((cls) => cls.name === name);
  const usual = USUAL.find((name) => byName(name));
  return byName(named) ?? (usual ? byName(usual)! : (classes.at(-1) ?? null));
}

/** Names in capitals of the class and of what it derives from (configurations/utils.py, isuppercase). */
function namesOf(cls: PyClass): string[] {
  const names = cls.mro.flatMap((one) => [...one.attrs.keys()]);
  return [...new Set(names)].filter((name) => name === name.toUpperCase() && !name.startsWith('_') && name !== 'DOTENV_LOADED');
}
