/** Puts the parts of the interpreter together. */
import { placeOf } from '../python/parse.ts';
import type { Site } from '../python/syntax.ts';
import * as changes from './attribute-changes.ts';
import * as attributes from './attributes.ts';
import { makeBuiltins } from './builtins.ts';
import * as calls from './calls.ts';
import * as classes from './classes.ts';
import * as comparison from './comparison.ts';
import { Explorer } from './explorer.ts';
import { evaluate, isEndless, MOST_YIELDS } from './expressions.ts';
import { callFunction, functionScope, runBody } from './functions.ts';
import { Heap } from './heap.ts';
import { iterate, openElements } from './iteration.ts';
import { STEPS_OF_A_STATEMENT } from './left-out.ts';
import { isFilled } from './map-reads.ts';
import { importModule, tryImport } from './modules.ts';
import * as operators from './operators.ts';
import type { Ended } from './outcome.ts';
import { ReadLog } from './read-log.ts';
import { Bound, PyRaise } from './signals.ts';
import { execute } from './statements.ts';
import * as subscripts from './subscripts.ts';
import { assign } from './targets.ts';
import { describe, display, identified, repr } from './text.ts';
import { truth } from './truth.ts';
import {
  args,
  builtin,
  derived,
  dict,
  iter,
  list,
  NONE,
  type PyClass,
  type PyFunc,
  type PyInst,
  type Scope,
  str,
  tuple,
  unknown,
  type Value,
} from './values.ts';
import type { Limits, ModuleSource, VM } from './vm.ts';

/**
 * Real projects are seen to go some 40 calls deep. One call takes up to 8 KiB of the stack of Node (984 KiB), and where that ends first,
 * it depends on the state of the compiler what is known.
 */
export const DEFAULT_LIMITS: Limits = { steps: 20_000_000, callDepth: 90, elements: 100_000, rounds: 20_000 };

/** A fresh interpreter over a source of modules. */
export function createVM(source: ModuleSource, limits: Limits = DEFAULT_LIMITS): VM {
  const { types, builtins } = makeBuiltins();
  const heap = new Heap();
  const explorer = new Explorer(heap, (steps) => spend(steps));
  const generators = new Map<PyInst, { func: PyFunc; vars: Map<string, Value> }>();
  let freshCount = 0;
  const spend = (steps: number) => {
    vm.steps += steps;
    if (vm.steps <= vm.stepLimit) return;
    const site = calls.ownSite(vm, null);
    const { file, line } = site ? placeOf(site) : { file: '', line: 0 };
    throw new Bound(`more steps than one run may take${site ? ` (in the call at ${file}:${line})` : ''}`);
  };

  const vm: VM = {
    heap,
    reads: new ReadLog(),
    explorer,
    limits,
    types,
    builtins,
    modules: new Map(),
    source,
    intrinsics: new Map(),
    problems: [],
    steps: 0,
    stepLimit: limits.steps,
    statementSteps: STEPS_OF_A_STATEMENT,
    depth: 0,
    firing: false,
    era: 0,
    loaded: false,
    loadedUntil: 0,
    stack: [],
    callSites: [],
    handling: [],
    loading: new Set(),
    guards: 0,
    catching: 0,
    handlers: 0,
    asking: 0,
    keyless: 0,
    patches: [],
    onCall: null,
    onModule: null,
    hooks: {
      unknownEqual: null,
      isThere: null,
      standsForToken: null,
      otherLength: null,
      namesUser: null,
      unknownOrder: null,
      unknownContains: null,
      textsMeet: null,
      sameText: null,
      unknownTruth: null,
      mayRefuse: null,
      isFixed: null,
      textsOf: null,
      openText: null,
      valueOfGap: null,
      parsedJson: null,
      keyedDigest: null,
      digested: null,
      likelyBase: null,
      aroundCall: null,
    },

    evaluate: (node, scope, unit) => evaluate(vm, node, scope, unit),
    execute: (body, scope, unit, explored) => execute(vm, body, scope, unit, explored),
    assign: (target, value, scope, unit) => assign(vm, target, value, scope, unit),
    call: (callee, passed, site) => calls.call(vm, callee, passed, site),
    callMethod: (self, name, passed, site) => calls.callMethod(vm, self, name, passed, site),
    callFunction: (func, passed, site) => callFunction(vm, func, passed, site),
    newInstance: (cls, site) => calls.newInstance(vm, cls, site),
    getAttr: (object, name, site) => attributes.getAttr(vm, object, name, site),
    findAttr: (object, name, site) => attributes.findAttr(vm, object, name, site),
    setAttr: (object, name, value, site) => changes.setAttr(vm, object, name, value, site),
    delAttr: (object, name, site) => changes.delAttr(vm, object, name, site),
    makeClass: (name, qualname, bases, attrs, options) => classes.makeClass(vm, name, qualname, bases, attrs, options),
    lookup: (cls, name) => classes.lookup(vm, cls, name),
    isSubclass: (cls, of) => classes.isSubclass(cls, of),
    isInstance: (value, cls, site) => classes.isInstance(vm, value, cls, site),
    truth: (value, site) => truth(vm, value, site),
    equal: (a, b, site) => comparison.equal(vm, a, b, site),
    compare: (operator, a, b, site) => comparison.compare(vm, operator, a, b, site),
    binary: (operator, a, b, site) => operators.binary(vm, operator, a, b, site),
    unary: (method, value, site) => operators.unary(vm, method, value, site),
    contains: (container, item, site) => comparison.contains(vm, container, item, site),
    getItem: (container, key, site) => subscripts.getItem(vm, container, key, site),
    setItem: (container, key, value, site) => subscripts.setItem(vm, container, key, value, site),
    delItem: (container, key, site) => subscripts.delItem(vm, container, key, site),
    updateDict: (target, from, site) => subscripts.updateDict(vm, target, from, site),
    iterate: (value, site) => iterate(vm, value, site),
    openElements: (value, site) => openElements(vm, value, site),
    importModule: (name, site) => importModule(vm, name, site),
    tryImport: (name, site) => tryImport(vm, name, site),
    repr,
    identified,
    display: (value, site) => display(vm, value, site),
    describe,
    listOf: (items) => list([...items]),

    classOf(value) {
      switch (value.k) {
        case 'inst':
          return isFilled(value.attrs) ? changedClass(vm, value) : value.cls;
        case 'class':
          return value.metaclass ?? types.type;
        case 'num':
          return value.float ? types.float : types.int;
        case 'set':
          return value.frozen ? types.frozenset : types.set;
        case 'func':
          return types.function;
        case 'iter':
          return types.iterator;
        case 'descriptor':
          return types[value.kind];
        case 'unknown':
          return classes.unknownClass(vm, derived(value, '.__class__'));
        case 'alt':
          return vm.classOf(vm.force(value, null));
        case 'absent':
          return types.none;
        default:
          return types[value.k];
      }
    },

    force(value, site) {
      let at = value;
      while (at.k === 'alt') at = at.options[explorer.chooseOption(at.key, at.options.length)]!;
      return at.k === 'absent' ? vm.raise('NameError', 'a name that is not bound on this path', site) : at;
    },

    exception(name, message) {
      return vm.call(builtins.get(name)!, args(str(message)), null);
    },

    raise(exception, message, site, value) {
      const cls = builtins.get(exception) as PyClass;
      const instance = vm.call(cls, args(value ?? str(message)), site);
      if (vm.firing) explorer.note({ kind: 'raise', text: `raises ${exception}: ${message}`, site });
      throw new PyRaise(instance);
    },

    raiseValue(value, site) {
      if (vm.firing) explorer.note({ kind: 'raise', text: `raises ${describe(vm.classOf(value))}`, site });
      throw new PyRaise(value);
    },

    fork(about, test, ways) {
      return explorer.choose(ways.length, { key: `${about.symbol} ${test}`, origin: about.origin, ways, about });
    },

    tick() {
      spend(1);
    },

    within(steps, run, anew) {
      const before = vm.stepLimit;
      vm.stepLimit = anew ? vm.steps + steps : Math.min(before, vm.steps + steps);
      try {
        return run();
      } finally {
        vm.stepLimit = before;
      }
    },

    fresh(origin, what, reason, site) {
      const at = site ? `@${site.unit.file}:${site.node.lineno + site.unit.lineOffset}:${site.node.col_offset}` : `#${++freshCount}`;
      return unknown(origin, what + at, reason, site);
    },

    zeroSuper(scope, site) {
      let at: Scope | null = scope;
      while (at && at.kind !== 'function') at = at.parent;
      const cls = at?.classCell?.cls ?? null;
      let self: Value | null = null;
      for (let s: Scope | null = scope; s && !self; s = s.parent) if (s.kind === 'function') self = s.self;
      if (!cls || !self) return vm.raise('RuntimeError', 'super(): no arguments', site);
      return { k: 'super', cls, self };
    },

    scopeDict(scope) {
      const made = dict(scope.vars);
      // `globals()['NAME'] = ...` and `locals().update(...)` write through.
      return scope.kind === 'function' ? made : liveDict(vm, scope, made);
    },

    classDict: (cls) => dict(cls.attrs),
    attrsDict: (instance) => liveAttrs(vm, instance),

    makeGenerator(func, vars, site) {
      const instance = calls.newInstance(vm, types.generator, site);
      generators.set(instance, { func, vars });
      return instance;
    },

    makeCoroutine(func, vars, site) {
      const instance = calls.newInstance(vm, types.coroutine, site);
      generators.set(instance, { func, vars });
      return instance;
    },

    generatorItems(value, site) {
      const made = generators.get(value);
      if (!made || value.cls !== types.generator) return null;
      vm.tick();
      if (vm.depth >= limits.callDepth) throw new Bound(`more than ${limits.callDepth} calls inside one another`);
      vm.depth++;
      try {
        const yielded = vm.force(vm.explorer.run(() => ({ how: 'return', value: yieldedBy(vm, made, site) })).value!, site);
        return { items: vm.openElements(yielded, site).items, fuzzy: yielded.k === 'list' ? (yielded.fuzzy ?? null) : null };
      } finally {
        vm.depth--;
      }
    },

    generatorIter(value, site) {
      if (value.cls !== types.generator || !generators.has(value)) return null;
      const known = value.attrs.get('%elements');
      if (known) return known;
      const { items, fuzzy } = vm.generatorItems(value, site) ?? { items: [], fuzzy: null };
      const elements = iter(items, fuzzy ?? undefined);
      vm.heap.setMap(value.attrs, '%elements', elements);
      return elements;
    },

    runAround(generator, inner, site) {
      const made = generators.get(generator);
      if (!made) throw new Bound('a generator that is not known');
      const scope = functionScope(made.func, new Map(made.vars));
      // What came of the inner part is kept on the heap, so that paths which are joined later keep theirs apart.
      scope.atYield = (value) => {
        if (scope.vars.has('%ended')) return;
        vm.heap.setMap(scope.vars, '%ended', tuple([str('normal'), NONE]));
        const ended = inner(value);
        vm.heap.setMap(scope.vars, '%ended', tuple([str(ended.how), ended.value ?? NONE]));
      };
      if (vm.depth >= limits.callDepth) throw new Bound(`more than ${limits.callDepth} calls inside one another`);
      vm.depth++;
      try {
        vm.explorer.run(() => vm.execute(made.func.code.body!, scope, made.func.code.bodyUnit, true));
      } finally {
        vm.depth--;
      }
      const found = vm.force(scope.vars.get('%ended') ?? vm.raise('RuntimeError', "generator didn't yield", site), site);
      if (found.k !== 'tuple') return { how: 'normal' };
      const how = vm.force(found.items[0]!, site);
      const kind = how.k === 'str' ? (how.v as Ended['how']) : 'normal';
      return kind === 'return' ? { how: kind, value: found.items[1]! } : { how: kind };
    },

    awaited(value, site) {
      const made = value.k === 'inst' ? generators.get(value) : null;
      if (made && value.k === 'inst' && value.cls === types.coroutine) return runBody(vm, made.func, new Map(made.vars), site);
      return value.k === 'unknown' ? derived(value, ':awaited') : value;
    },

    decoratedByUnknown(cls, result, site) {
      vm.problems.push({
        severity: 'note',
        text: `${cls.name} is decorated by ${result.symbol}, which is not known`,
        file: site.unit.file,
        line: site.node.lineno + site.unit.lineOffset,
      });
      vm.heap.setField(cls, 'decorator', result);
      return cls;
    },
  };
  const coroutineClose = builtin('close', () => NONE);
  types.coroutine.attrs.set('close', coroutineClose);
  types.generator.attrs.set('close', coroutineClose);
  for (const name of ['send', 'throw']) {
    types.generator.attrs.set(
      name,
      builtin(`generator.${name}`, () => {
        // Bodies run as a whole, so what comes in at a `yield` has no way in.
        throw new Bound(`a generator that values are sent to (${name})`);
      }),
    );
  }
  return vm;
}

/** Runs the body of a generator. What it yields stands in a list of the heap, so that paths which are joined keep their elements apart. */
function yieldedBy(vm: VM, made: { func: PyFunc; vars: Map<string, Value> }, site: Site | null): Value {
  const scope = functionScope(made.func, new Map(made.vars));
  const yielded = list([]);
  scope.yields = yielded;
  try {
    vm.execute(made.func.code.body!, scope, made.func.code.bodyUnit);
  } catch (error) {
    const isClosed =
      error instanceof PyRaise && isEndless(yielded.items) && vm.isInstance(error.value, vm.builtins.get('GeneratorExit')!, site);
    if (!isClosed) throw error;
    vm.heap.setField(yielded, 'fuzzy', vm.fresh('opaque', 'generator', `more than ${MOST_YIELDS} elements of a generator`, site));
  }
  return yielded;
}

/** The class of an instance, also where `self.__class__ = Other` changed it. */
function changedClass(vm: VM, instance: PyInst): PyClass {
  const written = instance.attrs.get('__class__');
  if (!written) return instance.cls;
  const forced = vm.force(written, null);
  return forced.k === 'class' ? forced : instance.cls;
}

/** A dictionary whose changes go to the names of a module or of a class body. */
function liveDict(vm: VM, scope: Scope, made: Value & { k: 'dict' }): Value {
  const entries = made.entries;
  const original = entries.set.bind(entries);
  entries.set = (key, entry) => {
    if (entry.key.k === 'str') {
      vm.heap.setMap(scope.vars, entry.key.v, entry.value);
      if (scope.places && entry.site) scope.places.set(entry.key.v, entry.site as Site);
    }
    return original(key, entry);
  };
  return made;
}

function liveAttrs(vm: VM, instance: PyInst | PyFunc): Value {
  const made = dict(instance.attrs);
  const original = made.entries.set.bind(made.entries);
  made.entries.set = (key, entry) => {
    if (entry.key.k === 'str') vm.heap.setMap(instance.attrs, entry.key.v, entry.value);
    return original(key, entry);
  };
  if (instance.k === 'inst') made.fuzzy = instance.fuzzy;
  return made;
}
