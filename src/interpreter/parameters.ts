/** Parameters of functions, and which argument each of them gets. */
import type { Node, Site } from '../python/syntax.ts';
import { type Args, Cells, dict, list, type Parameters, type PyFunc, type PyUnknown, tuple, unknown, type Value } from './values.ts';
import type { VM } from './vm.ts';

/** @param spec the `arguments` node of a function or a lambda */
export function parametersOf(spec: Node): Parameters {
  const namesOf = (nodes: unknown) => ((nodes ?? []) as Node[]).map((node) => String(node.arg));
  const only = namesOf(spec.posonlyargs);
  const plain = namesOf(spec.args);
  const keywordOnly = namesOf(spec.kwonlyargs);
  return {
    positional: [...only, ...plain],
    positionalOnly: only.length,
    keywordOnly,
    named: new Set([...plain, ...keywordOnly]),
    rest: spec.vararg ? String(spec.vararg.arg) : null,
    keywords: spec.kwarg ? String(spec.kwarg.arg) : null,
  };
}

/** Binds arguments to parameters (Python reference 6.3.4); raises TypeError as Python does, unless something unknown was spread. */
export function bindArguments(vm: VM, func: PyFunc, given: Args, site: Site | null): Map<string, Value> {
  const vars = new Cells<string, Value>();
  const { positional, keywordOnly, named, rest, keywords } = func.code.parameters;
  const fail = (message: string) => vm.raise('TypeError', `${func.name}() ${message}`, site);
  const count = given.positional.length;
  for (let i = 0; i < positional.length && i < count; i++) vars.set(positional[i]!, given.positional[i]!);
  if (rest) vars.set(rest, spreadTuple(given.positional.slice(positional.length), given));
  else if (count > positional.length) fail(`takes ${positional.length} positional arguments but ${count} were given`);

  vm.reads.given(given.keywords, named);
  const extra: [string, Value][] = [];
  for (const [name, value] of given.keywords) {
    if (named.has(name)) {
      if (vars.has(name)) fail(`got multiple values for argument '${name}'`);
      vars.set(name, value);
    } else if (keywords) extra.push([name, value]);
    else fail(`got an unexpected keyword argument '${name}'`);
  }
  if (keywords) {
    const left = vm.reads.keywords(dict(extra));
    left.fuzzy = given.fuzzy;
    vars.set(keywords, left);
  }

  const firstDefault = positional.length - func.defaults.length;
  for (let i = count; i < positional.length; i++) {
    const name = positional[i]!;
    if (vars.has(name)) continue;
    if (given.fuzzy) vars.set(name, spreadInto(name, given.fuzzy, site));
    else if (i >= firstDefault) vars.set(name, func.defaults[i - firstDefault]!);
    else fail(`missing 1 required positional argument: '${name}'`);
  }
  for (let i = 0; i < keywordOnly.length; i++) {
    const name = keywordOnly[i]!;
    if (vars.has(name)) continue;
    const value = func.kwDefaults[i];
    if (value) vars.set(name, value);
    else if (given.fuzzy) vars.set(name, spreadInto(name, given.fuzzy, site));
    else fail(`missing 1 required keyword-only argument: '${name}'`);
  }
  return vars;
}

/** What a parameter holds when something unknown was spread over the arguments. */
function spreadInto(name: string, spread: PyUnknown, site: Site | null): Value {
  return unknown(spread.origin, `${spread.symbol}.${name}`, spread.reason, site);
}

function spreadTuple(items: readonly Value[], given: Args): Value {
  if (!given.fuzzy) return tuple(items);
  const spread = list([...items]);
  spread.fuzzy = given.fuzzy;
  return spread;
}
