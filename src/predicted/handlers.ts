/** Which code is the handler of an operation. */

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
