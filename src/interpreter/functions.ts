/** Functions: made by `def` and `lambda`, called with Python's rules for arguments. */
import { parseBody } from '../python/parse.ts';
import type { BlankedBody, Node, Site, Unit } from '../python/syntax.ts';
import {
  type Args,
  Cells,
  type Code,
  dict,
  list,
  NONE,
  nextId,
  type PyFunc,
  type Scope,
  sameValue,
  str,
  tuple,
  unknown,
  type Value,
} from './values.ts';
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

/** Binds arguments to parameters (Python reference 8.7); raises TypeError as Python does, unless something unknown was spread. */
export function bindArguments(vm: VM, func: PyFunc, given: Args, site: Site | null): Map<string, Value> {
  const vars = new Cells<string, Value>();
  const spec = func.node.args as Node;
  const positional = [...((spec.posonlyargs ?? []) as Node[]), ...(spec.args as Node[])];
  const keywordOnly = (spec.kwonlyargs ?? []) as Node[];
  const fail = (message: string) => vm.raise('TypeError', `${func.name}() ${message}`, site);
  const count = given.positional.length;
  for (let i = 0; i < positional.length && i < count; i++) vars.set(positional[i]!.arg, given.positional[i]!);
  if (spec.vararg) vars.set(spec.vararg.arg, spreadTuple(given.positional.slice(positional.length), given));
  else if (count > positional.length) fail(`takes ${positional.length} positional arguments but ${count} were given`);
  const extra: [string, Value][] = [];
  for (const [name, value] of given.keywords) {
    const known =
      positional.some((p, i) => p.arg === name && i >= (spec.posonlyargs?.length ?? 0)) || keywordOnly.some((p) => p.arg === name);
    if (known) {
      if (vars.has(name)) fail(`got multiple values for argument '${name}'`);
      vars.set(name, value);
    } else if (spec.kwarg) extra.push([name, value]);
    else fail(`got an unexpected keyword argument '${name}'`);
  }
  if (spec.kwarg) {
    const rest = dict(extra);
    rest.fuzzy = given.fuzzy;
    vars.set(spec.kwarg.arg, rest);
  }
  const firstDefault = positional.length - func.defaults.length;
  positional.forEach((parameter, i) => {
    if (vars.has(parameter.arg)) return;
    if (given.fuzzy)
      vars.set(parameter.arg, unknown(given.fuzzy.origin, `${given.fuzzy.symbol}.${parameter.arg}`, given.fuzzy.reason, site));
    else if (i >= firstDefault) vars.set(parameter.arg, func.defaults[i - firstDefault]!);
    else fail(`missing 1 required positional argument: '${parameter.arg}'`);
  });
  keywordOnly.forEach((parameter, i) => {
    if (vars.has(parameter.arg)) return;
    const value = func.kwDefaults[i];
    if (value) vars.set(parameter.arg, value);
    else if (given.fuzzy)
      vars.set(parameter.arg, unknown(given.fuzzy.origin, `${given.fuzzy.symbol}.${parameter.arg}`, given.fuzzy.reason, site));
    else fail(`missing 1 required keyword-only argument: '${parameter.arg}'`);
  });
  return vars;
}

function spreadTuple(items: readonly Value[], given: Args): Value {
  if (!given.fuzzy) return tuple(items);
  const spread = list([...items]);
  spread.fuzzy = given.fuzzy;
  return spread;
}

/** Runs a function; forks inside are joined at its end. Generators and coroutines give an object, as in Python, and run when they are used. */
export function callFunction(vm: VM, func: PyFunc, given: Args, site: Site | null): Value {
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

/** The parameters of a call, or null where none of them is unknown. */
type Given = ReadonlyMap<string, Value> | null;

/** The calls under way of each function, innermost last. */
const underWay = new WeakMap<VM, Map<Code, Given[]>>();

function callsUnderWay(vm: VM, code: Code): Given[] {
  const table = underWay.get(vm) ?? new Map<Code, Given[]>();
  underWay.set(vm, table);
  const calls = table.get(code) ?? [];
  table.set(code, calls);
  return calls;
}

/**
 * A function that calls itself with a part of something unknown (`walk(schema.get("items"))`) never comes to an end: each
 * part has parts again. True when the last calls differ in such arguments alone.
 */
function isBlind(calls: readonly Given[], vars: ReadonlyMap<string, Value>): boolean {
  if (calls.length < BLIND_RECURSION) return false;
  const chain = [...calls.slice(-BLIND_RECURSION), vars];
  return chain.slice(1).every((call, i) => {
    const before = chain[i];
    if (!call || !before) return false;
    let deeper = false;
    for (const [name, value] of call) {
      const was = before.get(name);
      if (was && sameValue(was, value)) continue;
      if (value.k !== 'unknown') return false;
      deeper = true;
    }
    return deeper;
  });
}

/** The body of a function with its parameters bound. */
export function runBody(vm: VM, func: PyFunc, vars: Map<string, Value>, site: Site | null): Value {
  const scope = functionScope(func, vars);
  vm.tick();
  const calls = callsUnderWay(vm, func.code);
  if (isBlind(calls, vars)) return vm.fresh('opaque', func.qualname, `${func.name} calls itself with parts of something unknown`, site);
  if (vm.depth >= vm.limits.callDepth)
    return vm.fresh('opaque', func.qualname, `more than ${vm.limits.callDepth} calls inside one another`, site);
  vm.depth++;
  vm.stack.push(func);
  vm.callSites.push(site);
  calls.push([...vars.values()].some((value) => value.k === 'unknown') ? new Map(vars) : null);
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
  const spec = func.node.args as Node;
  const first = ((spec.posonlyargs ?? [])[0] ?? spec.args[0]) as Node | undefined;
  const self = first ? (vars.get(first.arg) ?? null) : spec.vararg ? firstOf(vars.get(spec.vararg.arg)) : null;
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
