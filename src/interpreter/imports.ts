/** `import` and `from ... import` (Python reference 7.11). */
import type { Node, Site, Unit } from '../python/syntax.ts';
import { leftOut } from './attributes.ts';
import { type Ended, NORMAL } from './outcome.ts';
import { bindName } from './targets.ts';
import { derived, type Scope, unknown, type Value } from './values.ts';
import type { VM } from './vm.ts';

export function importFrom(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  const site = { unit, node };
  const base = absoluteName(scope, node.module as string | undefined, (node.level as number | undefined) ?? 0);
  if (base === null) return vm.raise('ImportError', 'attempted relative import beyond top-level package', site);
  const names = node.names as Node[];
  if (base === '__future__') return NORMAL;
  const module = vm.importModule(base, site);
  for (const alias of names) {
    if (alias.name === '*') {
      importStar(vm, module, scope, site);
      continue;
    }
    bindName(vm, scope, alias.asname ?? alias.name, importedName(vm, module, base, alias.name, site), {
      unit,
      node: alias.lineno ? alias : node,
    });
  }
  return NORMAL;
}

/** A name of a module for `from module import name`: an attribute, or else a sub-module. */
export function importedName(vm: VM, module: Value, base: string, name: string, site: Site | null): Value {
  if (module.k === 'unknown') return derived(module, `.${name}`);
  const own = module.k === 'module' ? module.scope.vars.get(name) : undefined;
  if (own && own.k !== 'absent') return own;
  if (module.k === 'module' && module.isPackage) {
    const found = vm.tryImport(`${base}.${name}`, site);
    if (found) return found;
  }
  const value = vm.findAttr(module, name, site);
  if (value) return value;
  const left = module.k === 'module' && !vm.loading.has(base) ? leftOut(vm, module, name, site) : null;
  if (left) return left;
  if (vm.modules.get(base) === module && vm.loading.has(base)) {
    return vm.raise('ImportError', `cannot import name '${name}' from partially initialized module '${base}'`, site);
  }
  if (vm.catching === 0 && module.k === 'module' && site) {
    // Nobody is ready for this to fail, so it does not: something that is not modelled puts the name there.
    const reason = `${base} does not show how ${name} comes to be`;
    vm.problems.push({
      severity: 'note',
      text: `${reason}: it is taken as unknown`,
      file: site.unit.file,
      line: site.node.lineno + site.unit.lineOffset,
    });
    return unknown('opaque', `${base}.${name}`, reason, site);
  }
  return vm.raise('ImportError', `cannot import name '${name}' from '${base}'`, site);
}

function importStar(vm: VM, module: Value, scope: Scope, site: Site): void {
  if (module.k === 'unknown') {
    if (scope.kind === 'module') vm.heap.setField(scope.module, 'fuzzy', module);
    return;
  }
  if (module.k !== 'module') return;
  const all = module.scope.vars.get('__all__');
  const names = all && (all.k === 'list' || all.k === 'tuple') && !(all.k === 'list' && all.fuzzy) ? all.items : null;
  if (names) {
    for (const name of names) {
      if (name.k === 'str')
        bindName(vm, scope, name.v, importedName(vm, module, module.name, name.v, site), module.scope.places?.get(name.v) ?? site);
    }
  } else {
    for (const [name, value] of module.scope.vars) {
      if (!name.startsWith('_')) bindName(vm, scope, name, value, module.scope.places?.get(name) ?? site);
    }
  }
  if (module.fuzzy && scope.kind === 'module') vm.heap.setField(scope.module, 'fuzzy', module.fuzzy);
}

/** The absolute name that `from ...x import` means in this scope, or null beyond the top. */
function absoluteName(scope: Scope, module: string | undefined, level: number): string | null {
  if (level === 0) return module ?? '';
  const parts = scope.module.name.split('.');
  if (!scope.module.isPackage) parts.pop();
  const up = level - 1;
  if (up > parts.length - 1 && up > 0) return null;
  const base = parts.slice(0, parts.length - up).join('.');
  if (!base) return null;
  return module ? `${base}.${module}` : base;
}
