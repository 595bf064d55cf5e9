/** Functions: made by `def` and `lambda`, and called. */
import { parseBody } from '../python/parse.ts';
import type { BlankedBody, Node, Site, Unit } from '../python/syntax.ts';
import type { Delta } from './heap.ts';
import { madeAlike } from './made-alike.ts';
import { bindArguments, parametersOf } from './parameters.ts';
import { type Args, Cells, type Code, NONE, nextId, type PyFunc, type Scope, str, type Value } from './values.ts';
import type { VM } from './vm.ts';

const codes = new WeakMap<Node, Code>();

function codeOf(node: Node, unit: Unit): Code {
  const known = codes.get(node);
  if (known) return known;
  const isLambda = node.nodeType === 'Lambda';
  const blanked = (node.blanked as BlankedBody | undefined) ?? null;
  const code: Code = {
    isAsync: node.nodeType === 'AsyncFunctionDef',
    blanked,
    body: blanked ? null : isLambda ? [] : (node.body as Node[]),
    bodyUnit: unit,
    parameters: parametersOf(node.args as Node),
    underWay: [],
    isGenerator: false,
    broken: null,
    globals: null,
    nonlocals: null,
  };
  if (code.body && !isLambda) survey(code);
  codes.set(node, code);
  return code;
}

/** Finds `yield`, `global` and `nonlocal` in a body, not in functions inside it. */
function survey(code: Code): void {
  const globals = new Set<string>();
  const nonlocals = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (typeof value !== 'object' || value === null || !('nodeType' in value)) return;
    const node = value as Node;
    switch (node.nodeType) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
      case 'ClassDef':
      case 'Lambda':
        return;
      case 'Yield':
      case 'YieldFrom':
        code.isGenerator = true;
        break;
      case 'Global':
        for (const name of node.names) globals.add(name);
        return;
      case 'Nonlocal':
        for (const name of node.names) nonlocals.add(name);
        return;
    }
    for (const key in node) if (key !== 'ctx' && key !== 'op') visit(node[key]);
  };
  visit(code.body);
  code.globals = globals.size ? globals : null;
  code.nonlocals = nonlocals.size ? nonlocals : null;
}

/** Parses the body if that has not been done. Returns false when it does not parse. */
export function ensureBody(func: PyFunc): boolean {
  const { code } = func;
  if (code.body) return true;
  if (code.broken) return false;
  try {
    const parsed = parseBody(func.unit, code.blanked!);
    code.body = parsed.body;
    code.bodyUnit = parsed.unit;
    survey(code);
    return true;
  } catch (error) {
    code.broken = error instanceof Error ? error.message : String(error);
    return false;
  }
}

/** A function value from a FunctionDef, AsyncFunctionDef or Lambda node; defaults are evaluated now. */
export function makeFunction(vm: VM, node: Node, scope: Scope, unit: Unit, name: string | null): PyFunc {
  const own = name ?? '<lambda>';
  const parameters = node.args as Node;
  const evaluateAll = (nodes: readonly (Node | null)[]) => nodes.map((n) => (n ? vm.evaluate(n, scope, unit) : null));
  const prefix = scope.kind === 'module' ? '' : scope.kind === 'class' ? `${scope.name}.` : `${scope.name}.<locals>.`;
  for (let at: Scope | null = scope; at && !at.escapes; at = at.parent) at.escapes = true;
  return {
    k: 'func',
    id: nextId(),
    name: own,
    qualname: prefix + own,
    unit,
    node,
    scope,
    defaults: evaluateAll(parameters.defaults) as Value[],
    kwDefaults: evaluateAll((parameters.kw_defaults ?? []) as (Node | null)[]),
    code: codeOf(node, unit),
    attrs: new Cells(),
  };
}

/** Runs a function; forks inside are joined at its end. Generators and coroutines give an object, as in Python, and run when they are used. */
export function callFunction(vm: VM, func: PyFunc, given: Args, site: Site | null): Value {
  vm.reads.called(func);
  if (!ensureBody(func)) {
    return vm.fresh('opaque', func.qualname, `the body of ${func.name} does not parse: ${func.code.broken}`, site);
  }
  const vars = bindArguments(vm, func, given, site);
  if (func.code.isGenerator) return vm.makeGenerator(func, vars, site);
  if (func.code.isAsync) return vm.makeCoroutine(func, vars, site);
  return runBody(vm, func, vars, site);
}

/** Calls inside one another that may differ in nothing but parts of something unknown. */
const BLIND_RECURSION = 3;

/**
 * A function that calls itself with a part of something unknown (`walk(schema.get("items"))`) never comes to an end: each
 * part has parts again. True when the last calls differ in such arguments alone.
 */
function isBlind(calls: Code['underWay'], vars: ReadonlyMap<string, Value>): boolean {
  if (calls.length < BLIND_RECURSION) return false;
  const chain = [...calls.slice(-BLIND_RECURSION), vars];
  return chain.slice(1).every((call, i) => {
    const before = chain[i];
    if (!call || !before) return false;
    let deeper = false;
    for (const [name, value] of call) {
      const was = before.get(name);
      if (was && saysTheSame(was, value)) continue;
      if (value.k !== 'unknown') return false;
      deeper = true;
    }
    return deeper;
  });
}

/** The same value, or a container made anew with the same in it: `**kwargs`, say. */
function saysTheSame(a: Value, b: Value): boolean {
  return madeAlike({ value: a, delta: UNCHANGED }, { value: b, delta: UNCHANGED }, 0);
}
const UNCHANGED: Delta = new Map();

function hasUnknown(vars: ReadonlyMap<string, Value>): boolean {
  for (const value of vars.values()) if (value.k === 'unknown') return true;
  return false;
}

/** The body of a function with its parameters bound. */
export function runBody(vm: VM, func: PyFunc, vars: Map<string, Value>, site: Site | null): Value {
  const scope = functionScope(func, vars);
  vm.tick();
  const calls = func.code.underWay;
  if (isBlind(calls, vars)) return vm.fresh('opaque', func.qualname, `${func.name} calls itself with parts of something unknown`, site);
  if (vm.depth >= vm.limits.callDepth)
    return vm.fresh('opaque', func.qualname, `more than ${vm.limits.callDepth} calls inside one another`, site);
  vm.depth++;
  vm.stack.push(func);
  vm.callSites.push(site);
  calls.push(hasUnknown(vars) ? new Map(vars) : null);
  const ownNames = () => (scope.escapes ? null : vars);
  const run = (): Value => {
    const ended = vm.explorer.run(() => {
      if (func.node.nodeType === 'Lambda') return { how: 'return', value: vm.evaluate(func.node.body, scope, func.unit) };
      return vm.execute(func.code.body!, scope, func.code.bodyUnit, true);
    }, ownNames);
    return ended.how === 'return' ? ended.value! : NONE;
  };
  try {
    const around = vm.firing ? vm.hooks.aroundCall : null;
    return around ? around(func, vars, run, site) : run();
  } finally {
    vm.depth--;
    vm.stack.pop();
    vm.callSites.pop();
    calls.pop();
  }
}

export function functionScope(func: PyFunc, vars: Map<string, Value>): Scope {
  const { positional, rest } = func.code.parameters;
  const first = positional[0];
  const self = first !== undefined ? (vars.get(first) ?? null) : rest ? firstOf(vars.get(rest)) : null;
  return {
    kind: 'function',
    vars,
    places: null,
    parent: func.scope,
    module: func.scope.module,
    classCell: func.scope.classCell,
    code: func.code,
    self,
    name: func.qualname,
    escapes: false,
  };
}

function firstOf(value: Value | undefined): Value | null {
  return (value?.k === 'tuple' || value?.k === 'list') && value.items[0] ? value.items[0] : null;
}

/** The docstring of a function's or class' body, or None. */
export function docstringOf(body: readonly Node[] | null): Value {
  const first = body?.[0];
  return first?.nodeType === 'Expr' && first.value.nodeType === 'Constant' && typeof first.value.value === 'string'
    ? str(first.value.value)
    : NONE;
}
