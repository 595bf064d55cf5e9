/** Which code is the handler of an operation. */

import { namesAround } from '../interpreter/closure.ts';
import type { Code, Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import { type BoundRow, chainOf } from './bind.ts';
import { forwardedTo } from './forwards.ts';

/** The code of the handler (`inner`) and of decorators that stand on it (`outer`). */
export function handlerCodes(vm: VM, row: BoundRow): Map<Code, 'inner' | 'outer'> {
  const codes = new Map<Code, 'inner' | 'outer'>();
  const add = (value: Value | null | undefined) => {
    const chain = value ? wholeChain(value) : [];
    chain.forEach((f, i) => {
      const func = f.k === 'method' ? f.func : f.k === 'descriptor' ? f.get : f;
      if (func.k === 'func') codes.set(func.code, i === chain.length - 1 ? 'inner' : 'outer');
    });
  };
  // A socket is open once it was accepted, and not when its consumer is reached.
  if (row.operation.socket) return codes;
  for (const value of row.view ? [] : chosenByDispatch(vm, chainOf(row.leaf.callback))) add(value);
  if (codes.size > 0) return codes;
  if (row.func) {
    add(row.func);
    return codes;
  }
  if (!row.view) {
    const chain = chainOf(row.leaf.callback);
    const last = chain.at(-1);
    const func = last?.k === 'method' ? last.func : last;
    if (func?.k === 'func') codes.set(func.code, 'inner');
    else if (last?.k === 'inst') add(vm.lookup(last.cls, '__call__'));
    return codes;
  }
  const { action, method } = row.operation;
  add(vm.lookup(row.view.cls, action ?? (method === '*' ? 'get' : method.toLowerCase())));
  if (!action && method === 'GET') add(vm.lookup(row.view.cls, 'head'));
  return codes;
}

/** The methods of a view that requests end up in (`django/views/generic/base.py`, `View.http_method_names`). */
const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/**
 * What the `dispatch` of a class-based view chooses between, where the view is none of Django's or DRF's: a framework of the project, or
 * a copy of an old one. Its `as_view` makes a function that closes over the class and says that it wraps `dispatch`; what a dictionary
 * beside it names for the methods (`{'get': 'list'}`) are handlers, too.
 */
function chosenByDispatch(vm: VM, chain: readonly Value[]): Value[] {
  const around = chain.flatMap((step) => (step.k === 'func' ? namesAround(step) : []));
  const cls = around.find((value) => value.k === 'class' && chain.includes(vm.lookup(value, 'dispatch') ?? value));
  if (cls?.k !== 'class') return [];
  const actions = around.flatMap((value) => (value.k === 'dict' ? [...value.entries.values()] : []));
  const named = actions.flatMap(({ key, value }) => (key.k === 'str' && METHODS.includes(key.v) && value.k === 'str' ? [value.v] : []));
  return [...METHODS, ...named].flatMap((name) => vm.lookup(cls, name) ?? []);
}

/** What a callback wraps, one inside of the other, down to the handler. */
function wholeChain(callback: Value): readonly Value[] {
  const chain = chainOf(callback);
  for (;;) {
    const last = chain.at(-1);
    const next = last?.k === 'func' ? forwardedTo(last) : null;
    if (!next || chain.includes(next)) return chain;
    chain.push(...chainOf(next));
  }
}
