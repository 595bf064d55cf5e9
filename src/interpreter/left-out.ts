/** Statements of modules and classes that cannot be followed to their end: what they would have set is unknown, the rest goes on. */
import { placeOf } from '../python/parse.ts';
import type { Node, Site, Unit } from '../python/syntax.ts';
import type { Ended } from './outcome.ts';
import { Bound, Infeasible, PyRaise } from './signals.ts';
import { derived, NONE, type Scope, unknown, type Value } from './values.ts';
import type { VM } from './vm.ts';

/**
 * The most that one statement may cost while a project is loaded, modules that it imports aside: one that explodes costs only itself,
 * and those after it may cost half as much, so that many of them leave something for the rest.
 */
export const STEPS_OF_A_STATEMENT = 4_000_000;
const FEWEST_STEPS = 250_000;

/**
 * Executes one statement of a module or class body.
 * - One that reaches a bound leaves the names that it would have set unknown.
 * - So does a module's statement that raises where nobody handles it, because a running server got past it; what it did before stays.
 *   The module of an installed library ends at a mistake, which is ours: the rest of it is unknown.
 *   A class may be made on one of several ways, of which one that raises is not taken: its statements raise as ever.
 */
export function executeOrLeaveOut(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  try {
    if (vm.firing) return vm.execute([node], scope, unit);
    return vm.within(vm.statementSteps, () => vm.execute([node], scope, unit));
  } catch (error) {
    const site = { unit, node };
    const { file, line } = placeOf(site);
    const loading = scope.kind === 'module' && !vm.firing;
    const { installed } = scope.module;
    if (error instanceof PyRaise && loading && installed && isMistake(error)) return breakOff(vm, error, scope, site);
    if (error instanceof PyRaise && loading && (unit.own || installed) && vm.handlers === 0) {
      const raised = raisedText(vm, error);
      const severity = installed ? 'note' : 'warning';
      vm.problems.push({ severity, text: `this statement raises ${raised}: it is left out`, file, line });
      leaveOut(vm, scope, site, `${file}:${line} raises ${raised}, which a running server does not`, true);
    } else if (isBound(error) && (loading || !(error instanceof Infeasible)) && vm.steps <= vm.stepLimit && !vm.firing) {
      vm.problems.push({ severity: 'warning', text: `stopped inside this statement: ${boundText(error)}`, file, line });
      if (error instanceof Bound) vm.statementSteps = Math.max(FEWEST_STEPS, vm.statementSteps >> 1);
      leaveOut(vm, scope, site, `${file}:${line} was not finished: ${boundText(error)}`, false);
    } else throw error;
    return { how: 'normal' };
  }
}

/** Errors that say that a program is wrong: an installed library has none of them while it is imported, so they are ours. */
const MISTAKES = new Set(['AssertionError', 'AttributeError', 'IndexError', 'KeyError', 'NameError', 'OSError', 'TypeError', 'ValueError']);

function isMistake({ value }: PyRaise): boolean {
  return isMistaken(value);
}

function isMistaken(value: Value): boolean {
  // Another one on each of the ways that lead there.
  if (value.k === 'alt') return value.options.every((option) => option.k === 'absent' || isMistaken(option));
  return value.k === 'inst' && value.cls.mro.some(({ module, name }) => module === 'builtins' && MISTAKES.has(name));
}

/** Ends a module; what it has not bound so far is unknown. */
function breakOff(vm: VM, error: PyRaise, scope: Scope, site: Site): Ended {
  const { file, line } = placeOf(site);
  const raised = raisedText(vm, error);
  vm.problems.push({
    severity: 'note',
    text: `this statement raises ${raised}: the rest of the module is taken as unknown`,
    file,
    line,
  });
  const reason = `${file}:${line} raises ${raised}, which an installed library does not`;
  if (!scope.module.fuzzy) vm.heap.setField(scope.module, 'fuzzy', unknown('opaque', scope.module.name, reason, site));
  return { how: 'return', value: NONE };
}

function isBound(error: unknown): error is Bound | Infeasible | RangeError {
  return error instanceof Bound || error instanceof Infeasible || error instanceof RangeError;
}

/** @param keep whether a name that has a value keeps it where only a branch of the statement sets it: that branch is not taken */
function leaveOut(vm: VM, scope: Scope, site: Site, reason: string, keep: boolean): void {
  const { node } = site;
  const kept = keep && ['If', 'For', 'Try', 'With'].includes(node.nodeType);
  const why = unknown('opaque', `${scope.module.name}@${placeOf(site).line}`, reason, site);
  for (const name of namesSetBy(node)) if (!(kept && scope.vars.has(name))) vm.heap.setMap(scope.vars, name, derived(why, `.${name}`));
  if (node.nodeType === 'ImportFrom' && (node.names as Node[]).some((alias) => alias.name === '*')) {
    if (!scope.module.fuzzy) vm.heap.setField(scope.module, 'fuzzy', why);
  }
}

/** What a loop leaves behind that goes round nobody knows how often. */
export function leaveRoundsOut(vm: VM, scope: Scope, site: Site): void {
  const { file, line } = placeOf(site);
  const why = unknown('opaque', `loop@${file}:${line}`, `how often the loop at ${file}:${line} goes round is not known`, site);
  const { node, unit } = site;
  for (const name of namesSetBy(node)) vm.assign({ ...node, nodeType: 'Name', id: name } as Node, derived(why, `.${name}`), scope, unit);
}

/** Class, first argument and place of a raised exception, in one line. */
export function raisedText(vm: VM, error: PyRaise): string {
  const raised = error.value;
  const value = raised.k === 'alt' ? raised.options[0]! : raised;
  const name = value.k === 'inst' ? value.cls.name : value.k;
  const held = value.k === 'inst' ? value.attrs.get('args') : null;
  const passed = held?.k === 'alt' ? held.options.find((o) => o.k !== 'absent') : held;
  const said = passed?.k === 'tuple' ? passed.items[0] : undefined;
  // A text as it stands, on one line: `repr` would escape the quotes around names.
  const message = said?.k === 'str' ? said.v.replace(/[\s\p{Cc}]+/gu, ' ') : said ? vm.repr(said) : '';
  const where = value.k === 'inst' && value.site ? ` (${placeOf(value.site).file}:${placeOf(value.site).line})` : '';
  return `${name}${message ? `: ${message}` : ''}${where}`;
}

/** What stopped, in a few words. */
export function boundText(error: Bound | Infeasible | RangeError): string {
  if (error instanceof Bound) return error.bound;
  return error instanceof RangeError ? 'too many calls inside one another' : 'no way through is possible';
}

/** The names that a statement may set, in whatever branch of it. */
function namesSetBy(node: Node): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (typeof value !== 'object' || value === null || !('nodeType' in value)) return;
    const at = value as Node;
    if (at.nodeType === 'FunctionDef' || at.nodeType === 'AsyncFunctionDef' || at.nodeType === 'ClassDef') {
      names.add(at.name);
      return;
    }
    if (at.nodeType === 'Lambda') return;
    if (at.nodeType === 'Alias') names.add(at.asname ?? (at.name as string).split('.')[0]!);
    if (at.nodeType === 'Assign') for (const target of at.targets as Node[]) targets(target);
    if (at.nodeType === 'AugAssign' || at.nodeType === 'AnnAssign' || at.nodeType === 'For') targets(at.target);
    for (const key in at) visit(at[key]);
  };
  const targets = (target: Node): void => {
    if (target.nodeType === 'Name') names.add(target.id);
    else if (target.nodeType === 'Tuple' || target.nodeType === 'List') for (const part of target.elts as Node[]) targets(part);
    else if (target.nodeType === 'Starred' || target.nodeType === 'Subscript' || target.nodeType === 'Attribute') targets(target.value);
  };
  visit(node);
  names.delete('*');
  return names;
}
