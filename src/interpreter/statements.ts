/** Statements: one function for each node type; each ends in a completion record. */
import { nodesIn } from '../python/nodes.ts';
import type { Node, Site, Unit } from '../python/syntax.ts';
import { evaluateArgs } from './expressions.ts';
import { docstringOf, makeFunction } from './functions.ts';
import { gatheredBy, isNeverEmpty, moreRounds, widen } from './gathered.ts';
import { importFrom } from './imports.ts';
import { executeOrLeaveOut, leaveRoundsOut } from './left-out.ts';
import { DUNDERS } from './operators.ts';
import { type Ended, NORMAL } from './outcome.ts';
import { matchPattern } from './patterns.ts';
import { mayBeAbsent, presence } from './presence.ts';
import { Bound, Infeasible, PyRaise } from './signals.ts';
import { assign, bindName, targetScope } from './targets.ts';
import { args, Cells, derived, dict, keyOf, NONE, type PyInst, type PyUnknown, type Scope, str, type Value } from './values.ts';
import type { StepNote, VM } from './vm.ts';

const BREAK: Ended = { how: 'break' };

const CONTINUE: Ended = { how: 'continue' };

type Executor = (vm: VM, node: Node, scope: Scope, unit: Unit) => Ended;

/**
 * Runs statements in order; each is an exploration of its own, so forks inside it are joined behind it.
 * @param explored the body as a whole is run by an exploration, which serves a single statement as well as one of its own
 */
export function execute(vm: VM, body: readonly Node[], scope: Scope, unit: Unit, explored = false): Ended {
  const alone = explored && isSingle(body);
  for (const node of body) {
    const executor = EXECUTORS[node.nodeType];
    if (!executor) continue;
    vm.tick();
    const ended = alone || isSimple(node) ? executor(vm, node, scope, unit) : explore(vm, executor, node, scope, unit);
    if (ended.how !== 'normal') return ended;
  }
  return NORMAL;
}

/** A function of its own, so that simple statements make no closure. */
function explore(vm: VM, executor: Executor, node: Node, scope: Scope, unit: Unit): Ended {
  return vm.explorer.run(() => executor(vm, node, scope, unit));
}

const SIMPLE = new Set(['Pass', 'Break', 'Continue', 'Global', 'Nonlocal', 'Import', 'ImportFrom']);

/** Statements that hardly ever fork themselves, and make no object that a replay would make anew. */
function isSimple(node: Node): boolean {
  switch (node.nodeType) {
    case 'Return':
    case 'Expr':
      return !node.value || isPlain(node.value);
    case 'Assign':
      return isPlain(node.value) && node.targets.length === 1 && isPlainTarget(node.targets[0]);
    default:
      return SIMPLE.has(node.nodeType);
  }
}

function isPlain(node: Node): boolean {
  return node.nodeType === 'Name' || node.nodeType === 'Constant';
}

function isPlainTarget(node: Node): boolean {
  return node.nodeType === 'Name' || (node.nodeType === 'Attribute' && node.value.nodeType === 'Name');
}

function isSingle(body: readonly Node[]): boolean {
  let count = 0;
  for (const node of body) if (!isSimple(node) && ++count > 1) return false;
  return true;
}

/** One round of a loop. After `continue` it goes on as after the last statement, so that both are one way. */
function loopRound(vm: VM, body: readonly Node[], scope: Scope, unit: Unit): Ended {
  return vm.explorer.run(() => {
    const ended = vm.execute(body, scope, unit, true);
    return ended.how === 'continue' ? NORMAL : ended;
  });
}

function classDef(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  const site = { unit, node };
  const given = evaluateArgs(vm, node.bases, node.keywords, scope, unit);
  const prefix = scope.kind === 'module' ? '' : scope.kind === 'class' ? `${scope.name}.` : `${scope.name}.<locals>.`;
  const cell: { cls: (Value & { k: 'class' }) | null } = { cls: null };
  const inner: Scope = {
    kind: 'class',
    vars: new Cells(),
    places: new Cells(),
    parent: scope,
    module: scope.module,
    classCell: cell,
    code: null,
    self: null,
    name: prefix + node.name,
  };
  const doc = docstringOf(node.body);
  if (doc.k === 'str') inner.vars.set('__doc__', doc);
  for (const statement of node.body as Node[]) executeOrLeaveOut(vm, statement, inner, unit);
  const bases = given.fuzzy ? [...given.positional, given.fuzzy] : given.positional;
  let value = vm.makeClass(node.name, prefix + node.name, bases, inner.vars, {
    module: scope.module.name,
    places: inner.places!,
    site,
    own: scope.module.own,
    keywords: given.keywords,
  });
  if (value.k === 'class') vm.heap.setField(cell, 'cls', value);
  for (const decorator of (node.decorator_list as Node[]).toReversed()) {
    const callee = vm.evaluate(decorator, scope, unit);
    const result = vm.call(callee, args(value), { unit, node: decorator });
    // A class decorator that we do not have nearly always gives the class back: keep it, and say that it may have changed.
    value = result.k === 'unknown' && value.k === 'class' ? vm.decoratedByUnknown(value, result, { unit, node: decorator }) : result;
  }
  bindName(vm, scope, node.name, value, site);
  return NORMAL;
}

function functionDef(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  let value: Value = makeFunction(vm, node, scope, unit, node.name);
  for (const decorator of (node.decorator_list as Node[]).toReversed()) {
    const site = { unit, node: decorator };
    const callee = vm.evaluate(decorator, scope, unit);
    value = vm.call(callee, args(value), site);
  }
  bindName(vm, scope, node.name, value, { unit, node });
  return NORMAL;
}

function augmented(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  const site = { unit, node };
  const current = vm.evaluate({ ...node.target, ctx: { nodeType: 'Load' } }, scope, unit);
  const value = vm.evaluate(node.value, scope, unit);
  const forced = vm.force(current, site);
  if (forced.k === 'list' && node.op.nodeType === 'Add') {
    // In place, as Python's list.__iadd__: other names of the list see it too.
    const more = vm.openElements(value, site);
    for (const item of more.items) vm.heap.append(forced, item);
    if (more.fuzzy) vm.heap.setField(forced, 'fuzzy', more.fuzzy);
    assign(vm, node.target, forced, scope, unit);
    return NORMAL;
  }
  if (forced.k === 'dict' && node.op.nodeType === 'BitOr') {
    vm.updateDict(forced, value, site);
    return NORMAL;
  }
  if (forced.k === 'set' && !forced.frozen && node.op.nodeType === 'BitOr') {
    const more = vm.iterate(value, site);
    for (const item of more.items) vm.heap.setMap(forced.entries, keyOf(item), item);
    if (more.fuzzy) vm.heap.setField(forced, 'fuzzy', more.fuzzy);
    assign(vm, node.target, forced, scope, unit);
    return NORMAL;
  }
  const changed = forced.k === 'inst' ? changedInPlace(vm, node.op.nodeType, forced, value, site) : null;
  assign(vm, node.target, changed ?? vm.binary(node.op.nodeType, forced, value, site), scope, unit);
  return NORMAL;
}

/** What `__iadd__` and its like give; null where the class has none, or leaves it to the plain operator. */
function changedInPlace(vm: VM, operator: string, self: PyInst, value: Value, site: Site): Value | null {
  const name = DUNDERS[operator]?.[0].replace('__', '__i');
  const method = name ? vm.lookup(self.cls, name) : null;
  if (!method || method.k === 'unknown') return null;
  const result = vm.call({ k: 'method', func: method, self }, args(value), site);
  return result.k === 'unknown' && result.symbol === 'NotImplemented' ? null : result;
}

/** The exception value that `raise X` raises: a class is called without arguments. */
function exceptionOf(vm: VM, value: Value, site: Site): Value {
  const forced = vm.force(value, site);
  return forced.k === 'class' ? vm.call(forced, args(), site) : forced;
}

function matchesHandler(vm: VM, raised: Value, handler: Node, scope: Scope, unit: Unit): boolean {
  if (!handler.type) return vm.classOf(raised).mro.includes(vm.types.BaseException);
  const site = { unit, node: handler };
  const wanted = vm.force(vm.evaluate(handler.type, scope, unit), site);
  const classes = wanted.k === 'tuple' || wanted.k === 'list' ? wanted.items : [wanted];
  return classes.some((cls) => vm.isInstance(raised, cls, site));
}

/** What a missing module, attribute and key may be taken as. */
const IMPORT_ERRORS: ReadonlySet<string> = new Set(['ImportError', 'ModuleNotFoundError', 'Exception']);
const ATTRIBUTE_ERRORS: ReadonlySet<string> = new Set(['AttributeError', 'Exception', 'BaseException']);

const KEY_ERRORS: ReadonlySet<string> = new Set(['KeyError', 'LookupError', 'Exception', 'BaseException']);

/** Whether a handler takes exceptions of one of these names. */
function takes(handler: Node, names: ReadonlySet<string>): boolean {
  if (!handler.type) return true;
  const types = handler.type.nodeType === 'Tuple' ? (handler.type.elts as Node[]) : [handler.type as Node];
  return types.some((t) => t.nodeType === 'Name' && names.has(t.id));
}

function tryStatement(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  let ended: Ended = NORMAL;
  let pending: PyRaise | null = null;
  // A library's own `except ImportError` says nothing about what the project can do without.
  const catching = (node.handlers as Node[]).some((handler) => takes(handler, IMPORT_ERRORS)) ? 1 : 0;
  const guard = unit.own ? catching : 0;
  const handlers = node.handlers?.length ? 1 : 0;
  vm.guards += guard;
  vm.catching += catching;
  const asking = (node.handlers as Node[]).some((handler) => takes(handler, ATTRIBUTE_ERRORS)) ? 1 : 0;
  vm.handlers += handlers;
  vm.asking += asking;
  const keyless = (node.handlers as Node[]).some((handler) => takes(handler, KEY_ERRORS)) ? 1 : 0;
  vm.keyless += keyless;
  try {
    try {
      ended = vm.explorer.run(() => vm.execute(node.body, scope, unit, true));
    } finally {
      vm.handlers -= handlers;
      vm.asking -= asking;
      vm.keyless -= keyless;
      vm.guards -= guard;
      vm.catching -= catching;
    }
    if (ended.how === 'normal' && node.orelse?.length) ended = vm.execute(node.orelse, scope, unit);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    pending = error;
    for (const handler of node.handlers as Node[]) {
      if (!matchesHandler(vm, error.value, handler, scope, unit)) continue;
      pending = null;
      if (handler.name) bindName(vm, scope, handler.name, error.value, { unit, node: handler });
      if (vm.firing && unit.own)
        vm.explorer.note({
          kind: 'branch',
          text: 'the exception is caught',
          site: { unit, node: handler },
          data: { caught: error.value },
        } satisfies StepNote);
      vm.handling.push(error.value);
      try {
        ended = vm.explorer.run(() => vm.execute(handler.body, scope, unit, true));
      } catch (inner) {
        if (!(inner instanceof PyRaise)) throw inner;
        pending = inner;
      } finally {
        vm.handling.pop();
      }
      break;
    }
  }
  if (node.finalbody?.length) {
    const last = vm.execute(node.finalbody, scope, unit);
    // A completion of `finally` overrides whatever was on its way, exceptions included.
    if (last.how !== 'normal') return last;
  }
  if (pending) throw pending;
  return ended;
}

function withStatement(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  return withItem(vm, node, 0, scope, unit);
}

/** The managers of a `with` from one on, each around the next, the body innermost. */
function withItem(vm: VM, node: Node, index: number, scope: Scope, unit: Unit): Ended {
  const item = (node.items as Node[])[index];
  if (!item) return vm.explorer.run(() => vm.execute(node.body, scope, unit, true));
  const inner = () => withItem(vm, node, index + 1, scope, unit);
  const site = { unit, node: item.context_expr as Node };
  const manager = vm.force(vm.evaluate(item.context_expr, scope, unit), site);
  if (manager.k === 'unknown') {
    if (item.optional_vars) assign(vm, item.optional_vars, derived(manager, '.__enter__()'), scope, unit);
    return inner();
  }
  const around = manager.k === 'inst' && manager.cls.module === 'contextlib' ? vm.findAttr(manager, '_unlatched_generator', site) : null;
  const generator = around ? vm.force(vm.call(around, args(), site), site) : null;
  if (generator?.k === 'inst' && generator.cls === vm.types.generator) {
    // The body takes the place of the `yield`: what it raises, the generator may catch.
    return vm.runAround(
      generator,
      (yielded) => {
        if (item.optional_vars) assign(vm, item.optional_vars, yielded, scope, unit);
        return inner();
      },
      site,
    );
  }
  const enter = vm.findAttr(manager, '__enter__', site);
  const entered = enter ? vm.call(enter, args(), site) : manager;
  const leave = (raised: Value | null): boolean => {
    const exit = vm.findAttr(manager, '__exit__', site);
    if (!exit) return false;
    const given = raised ? [vm.classOf(raised), raised, NONE] : [NONE, NONE, NONE];
    const result = vm.call(exit, args(...given), site);
    return raised !== null && vm.truth(result, site);
  };
  let ended: Ended;
  try {
    ended = vm.explorer.run(() => {
      if (item.optional_vars) assign(vm, item.optional_vars, entered, scope, unit);
      return inner();
    });
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    if (leave(error.value)) return NORMAL;
    throw error;
  }
  leave(null);
  return ended;
}

function forStatement(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  const site = { unit, node: node.iter as Node };
  const { items, fuzzy } = vm.openElements(vm.evaluate(node.iter, scope, unit), site);
  let rounds = 0;
  const round = (item: Value): Ended | null => {
    if (++rounds > vm.limits.rounds) throw new Bound(`more than ${vm.limits.rounds} rounds of one loop`);
    const ended = mayBeAbsent(item) ? roundIfThere(item) : roundWith(item);
    return ended.how === 'break' || ended.how === 'return' ? ended : null;
  };
  const roundWith = (element: Value): Ended => {
    assign(vm, node.target, element, scope, unit);
    return loopRound(vm, node.body, scope, unit);
  };
  // Both ways are joined before the next round: else there would be as many as subsets of the elements.
  const roundIfThere = (item: Value): Ended =>
    vm.explorer.run(() => {
      const element = presence(vm, item);
      return element ? roundWith(element) : NORMAL;
    });
  for (const item of items) {
    const ended = round(item);
    if (ended) return ended.how === 'break' ? NORMAL : ended;
  }
  if (fuzzy && (isNeverEmpty(fuzzy) || vm.fork(fuzzy, 'has elements', ['it is empty', 'it has an element']) === 1)) {
    const gathered = vm.firing ? gatheredBy(vm, node, scope) : null;
    const ended = round(derived(fuzzy, '[*]')) ?? (gathered && moreRounds(vm, gathered, fuzzy, (item) => round(item)));
    if (ended) return ended.how === 'break' ? NORMAL : ended;
    if (gathered) widen(vm, gathered, fuzzy, scope);
  }
  return node.orelse?.length ? vm.execute(node.orelse, scope, unit) : NORMAL;
}

/**
 * Rounds of a `while` that asks in each of them for something unknown. Nothing ends such a loop but one answer after another: what comes
 * out of more rounds is not known either.
 */
const MOST_OPEN_ROUNDS = 16;

function whileStatement(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  const site = { unit, node: node.test as Node };
  const { explorer } = vm;
  const isEndless = node.test.nodeType === 'Constant';
  let open = 0;
  for (let rounds = 0; ; rounds++) {
    let { questions } = explorer;
    if (!vm.truth(vm.evaluate(node.test, scope, unit), site)) break;
    if (rounds > vm.limits.rounds) throw new Bound(`more than ${vm.limits.rounds} rounds of one loop`);
    if (!isEndless && explorer.questions > questions) open++;
    questions = explorer.questions;
    const ended = loopRound(vm, node.body, scope, unit);
    if (ended.how === 'break') return NORMAL;
    if (ended.how === 'return') return ended;
    if (isEndless && explorer.questions > questions) open++;
    if (open < MOST_OPEN_ROUNDS) continue;
    // Only a `break` leads out of it.
    if (isEndless && !hasBreak(node.body)) throw new Infeasible();
    leaveRoundsOut(vm, scope, { unit, node });
    break;
  }
  return node.orelse?.length ? vm.execute(node.orelse, scope, unit) : NORMAL;
}

/** Whether a `break` of this loop stands in a part of its body. */
function hasBreak(body: readonly Node[]): boolean {
  for (const { nodeType } of nodesIn(body, INNER)) if (nodeType === 'Break') return true;
  return false;
}
/** What has breaks of its own, or none. */
const INNER = new Set(['For', 'AsyncFor', 'While', 'FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Lambda']);

function matchStatement(vm: VM, node: Node, scope: Scope, unit: Unit): Ended {
  const cases = node.cases as Node[];
  const site = { unit, node };
  const subject = vm.force(vm.evaluate(node.subject, scope, unit), site);
  for (const item of cases) {
    const pattern = item.pattern as Node;
    const matched = matchPattern(vm, pattern, subject, scope, unit);
    if (!matched) continue;
    if (item.guard && !vm.truth(vm.evaluate(item.guard, scope, unit), { unit, node: item.guard })) continue;
    return vm.execute(item.body, scope, unit);
  }
  return NORMAL;
}

const EXECUTORS: Record<string, Executor> = {
  Expr(vm, node, scope, unit) {
    if (node.value.nodeType !== 'Constant') vm.evaluate(node.value, scope, unit);
    return NORMAL;
  },
  Assign(vm, node, scope, unit) {
    const value = vm.evaluate(node.value, scope, unit);
    for (const target of node.targets as Node[]) assign(vm, target, value, scope, unit);
    return NORMAL;
  },
  AnnAssign(vm, node, scope, unit) {
    if (node.value) assign(vm, node.target, vm.evaluate(node.value, scope, unit), scope, unit);
    if (scope.kind === 'class' && node.target.nodeType === 'Name') {
      // Dataclasses and named tuples read the names, in order; the types themselves are not evaluated.
      let names = scope.vars.get('__annotations__');
      if (names?.k !== 'dict') {
        names = dict();
        vm.heap.setMap(scope.vars, '__annotations__', names);
      }
      vm.heap.setMap(names.entries, `s:${node.target.id}`, { key: str(node.target.id), value: NONE });
    }
    return NORMAL;
  },
  AugAssign: augmented,
  FunctionDef: functionDef,
  AsyncFunctionDef: functionDef,
  ClassDef: classDef,
  Return(vm, node, scope, unit) {
    const value = node.value ? vm.evaluate(node.value, scope, unit) : NONE;
    if (vm.firing && unit.own)
      vm.explorer.note({ kind: 'return', text: '', site: { unit, node }, data: { value, code: scope.code } } satisfies StepNote);
    return { how: 'return', value };
  },
  Raise(vm, node, scope, unit) {
    const site = { unit, node };
    if (!node.exc) {
      const current = vm.handling.at(-1);
      throw new PyRaise(current ?? vm.exception('RuntimeError', 'No active exception to reraise'));
    }
    const value = exceptionOf(vm, vm.evaluate(node.exc, scope, unit), site);
    if (vm.firing) vm.explorer.note({ kind: 'raise', text: `raises ${vm.describe(vm.classOf(value))}`, site });
    throw new PyRaise(value);
  },
  Pass: () => NORMAL,
  Break: () => BREAK,
  Continue: () => CONTINUE,
  Global: () => NORMAL,
  Nonlocal: () => NORMAL,
  Import(vm, node, scope, unit) {
    const site = { unit, node };
    for (const alias of node.names as Node[]) {
      const module = vm.importModule(alias.name, site);
      if (alias.asname) bindName(vm, scope, alias.asname, module, site);
      else {
        const top = alias.name.split('.')[0] as string;
        bindName(vm, scope, top, top === alias.name ? module : (vm.modules.get(top) ?? module), site);
      }
    }
    return NORMAL;
  },
  ImportFrom: importFrom,
  If(vm, node, scope, unit) {
    const site = { unit, node: node.test as Node };
    const taken = vm.truth(vm.evaluate(node.test, scope, unit), site);
    if (vm.firing && unit.own)
      vm.explorer.note({ kind: 'branch', text: taken ? 'holds' : 'does not hold', site, data: { taken } } satisfies StepNote);
    return vm.execute(taken ? node.body : (node.orelse ?? []), scope, unit);
  },
  For: forStatement,
  AsyncFor: forStatement,
  While: whileStatement,
  Try: tryStatement,
  TryStar() {
    throw new Bound('except*, which is not modelled');
  },
  With: withStatement,
  AsyncWith: withStatement,
  Match: matchStatement,
  Assert(vm, node, scope, unit) {
    const site = { unit, node };
    if (!vm.truth(vm.evaluate(node.test, scope, unit), site))
      vm.raise('AssertionError', '', site, node.msg ? vm.force(vm.evaluate(node.msg, scope, unit), site) : undefined);
    return NORMAL;
  },
  Delete(vm, node, scope, unit) {
    for (const target of node.targets as Node[]) {
      const site = { unit, node: target };
      if (target.nodeType === 'Name') vm.heap.deleteMap(targetScope(scope, target.id).vars, target.id);
      else if (target.nodeType === 'Attribute') vm.delAttr(vm.evaluate(target.value, scope, unit), target.attr, site);
      else if (target.nodeType === 'Subscript')
        vm.delItem(vm.evaluate(target.value, scope, unit), vm.evaluate(target.slice, scope, unit), site);
    }
    return NORMAL;
  },
  TypeAlias(vm, node, scope, unit) {
    const unknownType: PyUnknown = vm.fresh('opaque', 'type', 'a type alias', { unit, node });
    bindName(vm, scope, node.name.id ?? String(node.name), unknownType, { unit, node });
    return NORMAL;
  },
};
