/** The import system: finds, parses and runs modules once, each apart from whatever path asked for it. */
import { PythonSyntaxError, parseModule } from '../python/parse.ts';
import type { ParsedModule, Site } from '../python/syntax.ts';
import { boundText, executeOrLeaveOut } from './left-out.ts';
import { Bound, Infeasible, PyRaise } from './signals.ts';
import { nextId, type PyModule, type PyUnknown, type Scope, str, unknown, type Value } from './values.ts';
import type { FoundModule, VM } from './vm.ts';

/** Imports a module and its parents; raises ImportError when it is certain that there is none. */
export function importModule(vm: VM, name: string, site: Site | null): Value {
  const module = tryImport(vm, name, site);
  if (module) return module;
  if (vm.catching === 0 && site?.unit.own) {
    // A file that is generated when the project is built; nobody is ready for it to be missing.
    vm.problems.push({
      severity: 'note',
      text: `there is no module ${name}: it is taken as unknown`,
      file: site.unit.file,
      line: site.node.lineno + site.unit.lineOffset,
    });
    const value = unknown('opaque', name, `there is no module ${name} in the project`, site);
    vm.modules.set(name, value);
    return value;
  }
  return notFound(vm, name, site);
}

/** Raises ModuleNotFoundError with the name of the module, as the import system does (Python 3.11, importlib/_bootstrap.py). */
function notFound(vm: VM, name: string, site: Site | null): never {
  try {
    return vm.raise('ModuleNotFoundError', `No module named '${name}'`, site);
  } catch (error) {
    if (error instanceof PyRaise && error.value.k === 'inst') vm.heap.setMap(error.value.attrs, 'name', str(name));
    throw error;
  }
}

/** Like importModule, but null when there is certainly no such module. */
export function tryImport(vm: VM, name: string, site: Site | null): Value | null {
  const known = vm.modules.get(name);
  if (known) return known;
  const dot = name.lastIndexOf('.');
  if (dot > 0) {
    const parent = tryImport(vm, name.slice(0, dot), site);
    if (!parent) return null;
    const again = vm.modules.get(name);
    if (again) return again;
    if (parent.k === 'unknown') return remember(vm, name, parent);
  }
  const intrinsic = vm.intrinsics.get(name);
  if (intrinsic) return intrinsicModule(vm, name, intrinsic());
  const found = vm.source.find(name);
  if (found) return loadModule(vm, name, found, site);
  if (dot > 0) {
    const parent = vm.modules.get(name.slice(0, dot));
    if (parent?.k === 'module' && parent.scope.vars.has('__getattr__') && !parent.own) {
      const value = vm.findAttr(parent, name.slice(dot + 1), site);
      if (value?.k === 'unknown') return remember(vm, name, value);
    }
  }
  if (vm.source.missing(name, vm.guards > 0) === 'absent') return null;
  return remember(vm, name, null);
}

function remember(vm: VM, name: string, parent: PyUnknown | null): PyUnknown {
  const value = unknown(
    'opaque',
    name,
    parent?.reason ?? `${name.split('.')[0]} is not in the project, the stubs or a virtual environment`,
    null,
  );
  vm.modules.set(name, value);
  return value;
}

function intrinsicModule(vm: VM, name: string, vars: Map<string, Value>): PyModule {
  const module = emptyModule(name, { text: '', file: '', isPackage: true, own: false });
  for (const [key, value] of vars) module.scope.vars.set(key, value);
  // What the table lacks exists all the same, and is opaque.
  if (!name.startsWith('_')) module.fuzzy = unknown('opaque', name, `a part of ${name} that is not modelled`, null);
  vm.modules.set(name, module);
  bindToParent(vm, name, module);
  return module;
}

function emptyModule(name: string, found: FoundModule): PyModule {
  const module = {
    k: 'module' as const,
    id: nextId(),
    name,
    file: found.file || null,
    isPackage: found.isPackage,
    folders: found.isPackage && found.file ? [found.file.replace(/\/?__init__\.py$/, '')] : [],
    own: found.own,
    installed: found.installed === true,
    attrs: new Map(),
    scope: null as unknown as Scope,
  };
  const scope: Scope = {
    kind: 'module',
    vars: new Map(),
    places: new Map(),
    parent: null,
    module,
    classCell: null,
    code: null,
    self: null,
    name,
  };
  (module as { scope: Scope }).scope = scope;
  return module;
}

function loadModule(vm: VM, name: string, found: FoundModule, site: Site | null): Value {
  const module = emptyModule(name, found);
  vm.modules.set(name, module);
  bindToParent(vm, name, module);
  if (!found.text) return module;
  let parsed: ReturnType<typeof parseModule>;
  try {
    parsed = parseModule(found.text, found.file, name, found.own);
  } catch (error) {
    if (!(error instanceof PythonSyntaxError)) throw error;
    vm.problems.push({
      severity: 'error',
      text: `${error.message}: the module is left out`,
      file: error.place.file,
      line: error.place.line,
    });
    return replaceByUnknown(vm, name, `${found.file}:${error.place.line} does not parse`);
  }
  vm.onModule?.(module, parsed);
  const { depth, guards, catching, asking, steps, stepLimit } = vm;
  vm.loading.add(name);
  try {
    vm.depth = 0;
    vm.guards = 0;
    vm.catching = 0;
    vm.asking = 0;
    // What a module costs is no matter of the statement that is the first to import it.
    if (!vm.firing) vm.stepLimit = Math.max(stepLimit, vm.limits.steps);
    vm.explorer.apart(() => runStatements(vm, module, parsed));
  } catch (error) {
    if (error instanceof PyRaise) {
      vm.modules.delete(name);
      unbindFromParent(vm, name);
      throw error;
    }
    if (!(error instanceof Bound || error instanceof Infeasible || error instanceof RangeError)) throw error;
    const bound = boundText(error);
    vm.problems.push({ severity: 'warning', text: `stopped inside this module: ${bound}`, file: found.file, line: 1 });
    module.fuzzy ??= unknown('opaque', name, `${found.file} was not finished: ${bound}`, site);
  } finally {
    vm.loading.delete(name);
    vm.depth = depth;
    vm.guards = guards;
    vm.catching = catching;
    vm.asking = asking;
    if (!vm.firing) vm.stepLimit = stepLimit + vm.steps - steps;
  }
  return vm.modules.get(name) ?? module;
}

/** The statements of a module in order. One that cannot be followed to its end costs only the names that it would have set. */
export function runStatements(vm: VM, module: PyModule, parsed: ParsedModule): void {
  for (const node of parsed.body) {
    if (executeOrLeaveOut(vm, node, module.scope, parsed.unit).how !== 'normal') return;
  }
}

function replaceByUnknown(vm: VM, name: string, reason: string): PyUnknown {
  const value = unknown('opaque', name, reason, null);
  vm.modules.set(name, value);
  bindToParent(vm, name, value);
  return value;
}

function parentOf(vm: VM, name: string): { parent: PyModule; last: string } | null {
  const dot = name.lastIndexOf('.');
  const parent = dot > 0 ? vm.modules.get(name.slice(0, dot)) : null;
  return parent?.k === 'module' ? { parent, last: name.slice(dot + 1) } : null;
}

function bindToParent(vm: VM, name: string, module: PyModule | PyUnknown): void {
  const at = parentOf(vm, name);
  if (at && !at.parent.scope.vars.has(at.last)) at.parent.scope.vars.set(at.last, module);
}

function unbindFromParent(vm: VM, name: string): void {
  const at = parentOf(vm, name);
  if (at?.parent.scope.vars.get(at.last)?.k === 'module') at.parent.scope.vars.delete(at.last);
}
