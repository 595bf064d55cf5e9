/** Expressions: one function for each node type of Python's grammar. */
import { placeOf } from '../python/parse.ts';
import type { Node, Site, Unit } from '../python/syntax.ts';
import { withoutNone } from './comparison.ts';
import { framed } from './frame.ts';
import { makeFunction } from './functions.ts';
import { boundedElements, eachJoined, iterate, openElements } from './iteration.ts';
import { forEachOption, optionsThere, presence } from './presence.ts';
import { shownRepr } from './text.ts';
import {
  type Args,
  bool,
  bytes,
  Cells,
  type DictEntry,
  derived,
  dict,
  FALSE,
  int,
  iter,
  keyOf,
  list,
  NO_KEYWORDS,
  NONE,
  type PyList,
  type PyUnknown,
  type Scope,
  set,
  str,
  TRUE,
  tuple,
  unknown,
  type Value,
} from './values.ts';
import type { Elements, VM } from './vm.ts';
import { FilledText } from './watched.ts';

type Evaluator = (vm: VM, node: Node, scope: Scope, unit: Unit) => Value;

/** The value of an expression. Raises PyRaise for Python exceptions. */
export function evaluate(vm: VM, node: Node, scope: Scope, unit: Unit): Value {
  const evaluator = EVALUATORS[node.nodeType];
  if (!evaluator) return opaqueAt(node, unit, `${node.nodeType} is not modelled`);
  return evaluator(vm, node, scope, unit);
}

function opaqueAt(node: Node, unit: Unit, reason: string): PyUnknown {
  const site = { unit, node };
  return unknown('opaque', `expr@${unit.file}:${node.lineno + unit.lineOffset}:${node.col_offset}`, reason, site);
}

/** Looks a name up the way Python does: function scopes outwards, then the module, then builtins. */
export function lookupName(vm: VM, name: string, scope: Scope): Value | null {
  for (let at: Scope | null = scope; at; at = at.parent) {
    if (at.kind === 'class' && at !== scope) continue;
    if (at === scope && at.code?.globals?.has(name)) {
      at = at.module.scope;
    }
    const value = at.vars.get(name);
    if (value !== undefined) return value;
  }
  const known = vm.builtins.get(name) ?? moduleSpecial(scope, name);
  if (known) return known;
  return scope.module.fuzzy ? derived(scope.module.fuzzy, `.${name}`) : null;
}

function moduleSpecial(scope: Scope, name: string): Value | null {
  const module = scope.module;
  if (name === '__name__') return str(module.name);
  if (name === '__file__') return module.file ? str(module.file) : NONE;
  if (name === '__package__') return str(module.isPackage ? module.name : module.name.replace(/\.?[^.]*$/, ''));
  if (name === '__path__' && module.isPackage) return list(module.folders.map((f) => str(f)));
  if (name === '__spec__' || name === '__loader__')
    return unknown('opaque', `${module.name}.${name}`, `${name} of a module is not modelled`, null);
  if (name === '__doc__') return NONE;
  return null;
}

/** The elements of a display or argument list, with `*` spread. */
function elements(
  vm: VM,
  nodes: readonly Node[],
  scope: Scope,
  unit: Unit,
  spreadOf = openElements,
): { items: Value[]; fuzzy: PyUnknown | undefined } {
  const items: Value[] = [];
  let fuzzy: PyUnknown | undefined;
  for (const node of nodes) {
    if (node.nodeType === 'Starred') {
      const spread = spreadOf(vm, evaluate(vm, node.value, scope, unit), { unit, node });
      for (const item of spread.items) items.push(item);
      fuzzy = spread.fuzzy ?? fuzzy;
    } else items.push(evaluate(vm, node, scope, unit));
  }
  return { items, fuzzy };
}

/** Arguments of a Call or ClassDef node. */
export function evaluateArgs(vm: VM, argNodes: readonly Node[], keywordNodes: readonly Node[], scope: Scope, unit: Unit): Args {
  const { items, fuzzy } = elements(vm, argNodes, scope, unit, boundedElements);
  if (keywordNodes.length === 0) return { positional: items, keywords: NO_KEYWORDS, fuzzy };
  const keywords = new Map<string, Value>();
  let spread = fuzzy;
  for (const keyword of keywordNodes) {
    if (keyword.arg) {
      keywords.set(keyword.arg, evaluate(vm, keyword.value, scope, unit));
      continue;
    }
    const value = vm.force(evaluate(vm, keyword.value, scope, unit), { unit, node: keyword });
    const source = value.k === 'inst' && value.payload ? value.payload : value;
    if (source.k === 'dict') {
      for (const entry of vm.reads.passedOn(source)) {
        if (entry.key.k !== 'str') continue;
        const item = presence(vm, entry.value);
        if (item) keywords.set(entry.key.v, item);
      }
      spread = source.fuzzy ?? spread;
    } else if (source.k === 'unknown') spread = source;
  }
  return { positional: items, keywords, fuzzy: spread };
}

/**
 * A generator over secrets that we do not have asks the same of each, so one stands for all of them: `any(key == known for known
 * in KEYS)` is answered as `key == known` is. Only while a request runs; a list keeps its unknown length.
 */
function secretsStandForAll(vm: VM, iterated: Elements): Elements {
  const { items, fuzzy } = iterated;
  return vm.firing && fuzzy?.origin === 'secret' && items.length === 0 ? { items: [derived(fuzzy, '[]')], fuzzy: null } : iterated;
}

function comprehension(
  vm: VM,
  node: Node,
  scope: Scope,
  unit: Unit,
  make: (inner: Scope) => Value,
  look: (vm: VM, iterated: Elements) => Elements = (_vm, iterated) => iterated,
): { readonly items: Value[]; readonly fuzzy: PyUnknown | undefined } {
  const inner: Scope = {
    kind: 'function',
    vars: new Cells(),
    places: null,
    parent: scope,
    module: scope.module,
    classCell: scope.classCell,
    code: null,
    self: scope.self,
    name: '<comprehension>',
  };
  let fuzzy: PyUnknown | undefined;
  const generators = node.generators as Node[];
  const walk = (index: number, from: Scope): Value[] => {
    const generator = generators[index];
    if (!generator) return [make(inner)];
    const site = { unit, node: generator.iter as Node };
    const iterated = look(vm, vm.openElements(evaluate(vm, generator.iter, from, unit), site));
    if (iterated.fuzzy) fuzzy = iterated.fuzzy;
    return eachJoined(vm, iterated.items, (element) => {
      vm.tick();
      vm.assign(generator.target, element, inner, unit);
      const passes = (generator.ifs as Node[]).every((test) => vm.truth(evaluate(vm, test, inner, unit), { unit, node: test }));
      return passes ? walk(index + 1, inner) : [];
    });
  };
  // The first iterable is evaluated outside, so names of a class body are seen there (Python reference 6.2.4).
  return { items: walk(0, scope), fuzzy };
}

const CONVERSIONS = new Set(['bytes', 'float', 'int', 'str']);

/** Elements that are not known, each converted (`[int(x) for x in ...]`): none of them is None. */
function conversionOf(vm: VM, element: Node, scope: Scope, elements: PyUnknown): PyUnknown {
  if (element.nodeType !== 'Call' || element.func.nodeType !== 'Name') return elements;
  const callee = lookupName(vm, element.func.id, scope);
  if (callee?.k !== 'class' || callee.module !== 'builtins' || !CONVERSIONS.has(callee.name)) return elements;
  const converted = derived(elements, `:each ${callee.name}`);
  withoutNone.add(converted);
  return converted;
}

type Pair = Value & { k: 'tuple' };

function binaryNode(vm: VM, node: Node, scope: Scope, unit: Unit): Value {
  const left = evaluate(vm, node.left, scope, unit);
  const right = evaluate(vm, node.right, scope, unit);
  return vm.binary(node.op.nodeType, left, right, { unit, node });
}

function compareNode(vm: VM, node: Node, scope: Scope, unit: Unit): Value {
  let left = evaluate(vm, node.left, scope, unit);
  const operators = node.ops as Node[];
  const comparators = node.comparators as Node[];
  let result: Value = TRUE;
  for (let i = 0; i < operators.length; i++) {
    const right = evaluate(vm, comparators[i]!, scope, unit);
    result = vm.compare(operators[i]!.nodeType, left, right, { unit, node });
    if (i < operators.length - 1 && !vm.truth(result, { unit, node })) return result;
    left = right;
  }
  return result;
}

function constantNode(_vm: VM, node: Node): Value {
  const cached = (node as { cached?: Value }).cached;
  if (cached) return cached;
  const value = constantOf(node);
  (node as { cached?: Value }).cached = value;
  return value;
}

function constantOf(node: Node): Value {
  const value = node.value as unknown;
  if (value === null || value === undefined) return NONE;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  if (typeof value === 'number') return { k: 'num', v: value, float: !Number.isInteger(value) };
  if (typeof value === 'bigint') return { k: 'num', v: Number(value), float: false };
  if (typeof value === 'string') return /b/i.test(String(node.quote_style ?? '').replace(/["']/g, '')) ? bytes(value) : str(value);
  return unknown('opaque', 'ellipsis', 'a literal without a model', null);
}

const EVALUATORS: Record<string, Evaluator> = {
  Constant: constantNode,
  Name(vm, node, scope, unit) {
    const value = lookupName(vm, node.id, scope);
    if (value === null) return vm.raise('NameError', `name '${node.id}' is not defined`, { unit, node });
    return value.k === 'absent' ? vm.raise('NameError', `name '${node.id}' is not defined`, { unit, node }) : value;
  },
  Attribute(vm, node, scope, unit) {
    return vm.getAttr(evaluate(vm, node.value, scope, unit), node.attr, { unit, node });
  },
  Call(vm, node, scope, unit) {
    const site: Site = { unit, node };
    if (node.func.nodeType === 'Name' && node.func.id === 'super' && node.args.length === 0) {
      const inside = lookupName(vm, 'super', scope);
      if (inside?.k === 'class') return vm.zeroSuper(scope, site);
    }
    const callee = evaluate(vm, node.func, scope, unit);
    if (
      callee.k === 'builtin' &&
      (callee.name === 'locals' || callee.name === 'globals' || (callee.name === 'vars' && !node.args.length))
    ) {
      const from = callee.name === 'globals' ? scope.module.scope : scope;
      return vm.scopeDict(from);
    }
    const callArgs = evaluateArgs(vm, node.args, node.keywords, scope, unit);
    return vm.call(callee, callArgs, site);
  },
  Subscript(vm, node, scope, unit) {
    const container = evaluate(vm, node.value, scope, unit);
    return vm.getItem(container, evaluate(vm, node.slice, scope, unit), { unit, node });
  },
  Slice(vm, node, scope, unit) {
    const part = (child: Node | null | undefined) => (child ? evaluate(vm, child, scope, unit) : NONE);
    return { k: 'slice', lower: part(node.lower), upper: part(node.upper), step: part(node.step) };
  },
  List(vm, node, scope, unit) {
    const { items, fuzzy } = elements(vm, node.elts, scope, unit);
    const made = list(items, { unit, node });
    made.fuzzy = fuzzy;
    return made;
  },
  Tuple(vm, node, scope, unit) {
    const { items, fuzzy } = elements(vm, node.elts, scope, unit);
    if (fuzzy) {
      const made = list(items, { unit, node });
      made.fuzzy = fuzzy;
      return made;
    }
    return tuple(items, { unit, node });
  },
  Set(vm, node, scope, unit) {
    const { items, fuzzy } = elements(vm, node.elts, scope, unit, iterate);
    const made = set(items);
    made.fuzzy = fuzzy;
    return made;
  },
  Dict(vm, node, scope, unit) {
    const made = dict([], { unit, node });
    const keys = node.keys as (Node | null)[];
    const values = node.values as Node[];
    for (let i = 0; i < values.length; i++) {
      const key = keys[i];
      const value = evaluate(vm, values[i]!, scope, unit);
      if (!key) {
        vm.updateDict(made, value, { unit, node: values[i]! });
        continue;
      }
      const keyValue = vm.force(evaluate(vm, key, scope, unit), { unit, node: key });
      if (keyValue.k === 'unknown') made.fuzzy = keyValue;
      else made.entries.set(keyOf(keyValue), { key: keyValue, value, site: { unit, node: values[i]! } } satisfies DictEntry);
    }
    return made;
  },
  ListComp(vm, node, scope, unit) {
    const { items, fuzzy } = comprehension(vm, node, scope, unit, (inner) => evaluate(vm, node.elt, inner, unit));
    const made = list(items, { unit, node });
    made.fuzzy = fuzzy && conversionOf(vm, node.elt, scope, fuzzy);
    return made;
  },
  SetComp(vm, node, scope, unit) {
    const { items, fuzzy } = comprehension(vm, node, scope, unit, (inner) => evaluate(vm, node.elt, inner, unit));
    const made = set(items.flatMap((item) => presence(vm, item) ?? []).map((item) => vm.force(item, { unit, node })));
    made.fuzzy = fuzzy && conversionOf(vm, node.elt, scope, fuzzy);
    return made;
  },
  GeneratorExp(vm, node, scope, unit) {
    const { items, fuzzy } = comprehension(vm, node, scope, unit, (inner) => evaluate(vm, node.elt, inner, unit), secretsStandForAll);
    return iter(items, fuzzy);
  },
  DictComp(vm, node, scope, unit) {
    const made = dict([], { unit, node });
    const pair = (inner: Scope): Value => tuple([evaluate(vm, node.key, inner, unit), evaluate(vm, node.value, inner, unit)]);
    const { items, fuzzy } = comprehension(vm, node, scope, unit, pair);
    made.fuzzy = fuzzy;
    const site = { unit, node: node.value as Node };
    for (const item of items) {
      // One key on all ways, as in most: then only the value is open, and nothing forks.
      const keys = optionsThere(item).map((entry) => (entry as Pair).items[0]!);
      const isOne = keys.every((key) => key.k !== 'alt' && keyOf(key) === keyOf(keys[0]!));
      const entry = isOne ? item : presence(vm, item);
      if (!entry) continue;
      const key = isOne ? keys[0]! : vm.force((vm.force(entry, site) as Pair).items[0]!, site);
      if (key.k === 'unknown') made.fuzzy = key;
      else made.entries.set(keyOf(key), { key, value: forEachOption(entry, (one) => (one as Pair).items[1]!), site });
    }
    return made;
  },
  BinOp: binaryNode,
  Compare: compareNode,
  BoolOp(vm, node, scope, unit) {
    const isOr = node.op.nodeType === 'Or';
    const values = node.values as Node[];
    for (let i = 0; i < values.length; i++) {
      const value = evaluate(vm, values[i]!, scope, unit);
      if (i === values.length - 1) return value;
      const forced = vm.force(value, { unit, node: values[i]! });
      if (vm.truth(forced, { unit, node: values[i]! }) === isOr) return forced;
    }
    return NONE;
  },
  UnaryOp(vm, node, scope, unit) {
    const site = { unit, node };
    const value = vm.force(evaluate(vm, node.operand, scope, unit), site);
    switch (node.op.nodeType) {
      case 'Not':
        return bool(!vm.truth(value, site));
      case 'USub':
        return value.k === 'num' ? { ...value, v: -value.v } : vm.unary('__neg__', value, site);
      case 'UAdd':
        return value.k === 'num' ? value : vm.unary('__pos__', value, site);
      default:
        return value.k === 'num' ? int(~value.v) : vm.unary('__invert__', value, site);
    }
  },
  IfExp(vm, node, scope, unit) {
    const taken = vm.truth(evaluate(vm, node.test, scope, unit), { unit, node: node.test });
    return evaluate(vm, taken ? node.body : node.orelse, scope, unit);
  },
  Lambda(vm, node, scope, unit) {
    return makeFunction(vm, node, scope, unit, null);
  },
  JoinedStr(vm, node, scope, unit) {
    const parts = (node.values as Node[]).map((part) => vm.force(evaluate(vm, part, scope, unit), { unit, node: part }));
    const filled = new FilledText();
    let text = '';
    let mixed: PyUnknown | null = null;
    for (const value of parts) {
      if (value.k === 'str') text += filled.add(value);
      else if (value.k === 'unknown') {
        mixed = value;
        text += `{${value.symbol}}`;
      }
    }
    if (!mixed) return filled.joined(text);
    const literal = (at: number) => {
      const value = parts.at(at)!;
      return (node.values as Node[]).at(at)!.nodeType === 'Constant' && value.k === 'str' ? value.v : '';
    };
    return framed(unknown(mixed.origin, `f"${filled.named(text)}"`, mixed.reason, { unit, node }), literal(0), literal(-1));
  },
  FormattedValue(vm, node, scope, unit) {
    const site = { unit, node };
    const value = evaluate(vm, node.value, scope, unit);
    if (node.format_spec) {
      const shown = vm.display(value, site);
      // A text that is to be shown as a text stays what it is (str.__format__).
      const spec = vm.force(evaluate(vm, node.format_spec, scope, unit), site);
      if (spec.k === 'str' && (spec.v === '' || (spec.v === 's' && vm.force(value, site).k === 'str'))) return shown;
      return shown.k === 'str'
        ? derived(unknown('opaque', `format@${unit.file}:${node.lineno}`, 'a format specification', site), shown.v)
        : shown;
    }
    if (node.conversion !== 114) return vm.display(value, site);
    return shownRepr(vm, vm.force(value, site));
  },
  NamedExpr(vm, node, scope, unit) {
    const value = evaluate(vm, node.value, scope, unit);
    let target = scope;
    while (target.name === '<comprehension>' && target.parent) target = target.parent;
    vm.assign(node.target, value, target, unit);
    return value;
  },
  Starred(vm, node, scope, unit) {
    return evaluate(vm, node.value, scope, unit);
  },
  Await(vm, node, scope, unit) {
    const site = { unit, node };
    const value = vm.force(evaluate(vm, node.value, scope, unit), site);
    return vm.awaited(value, site);
  },
  Yield(vm, node, scope, unit) {
    const value = node.value ? evaluate(vm, node.value, scope, unit) : NONE;
    let at: Scope | null = scope;
    while (at && !at.atYield && !at.yields) at = at.parent;
    if (at?.atYield) at.atYield(value);
    else if (at?.yields) {
      vm.heap.append(at.yields, value);
      if (isEndless(at.yields.items)) vm.raise('GeneratorExit', '', { unit, node });
    }
    return opaqueAt(node, unit, 'a value sent into a generator');
  },
  YieldFrom(vm, node, scope, unit) {
    const from = vm.openElements(evaluate(vm, node.value, scope, unit), { unit, node });
    const yields = yieldsOf(scope);
    for (const item of yields ? from.items : []) vm.heap.append(yields!, item);
    if (yields && from.fuzzy) vm.heap.setField(yields, 'fuzzy', from.fuzzy);
    return opaqueAt(node, unit, 'a value sent into a generator');
  },
};

/**
 * Generators run as a whole, so one that has no end is closed after so many elements, as Python closes it when nobody asks for more
 * (Python reference, 6.2.9.1, `generator.close`).
 */
export const MOST_YIELDS = 2_000;
export const isEndless = (yielded: readonly Value[]): boolean => yielded.length >= MOST_YIELDS;

/** Where the values that a generator yields are collected. */
function yieldsOf(scope: Scope): PyList | null {
  for (let at: Scope | null = scope; at; at = at.parent) if (at.yields) return at.yields;
  return null;
}

/** `file:line` of a node, for messages. */
export function whereText(site: Site | null): string {
  if (!site) return '';
  const place = placeOf(site);
  return `${place.file}:${place.line}`;
}
