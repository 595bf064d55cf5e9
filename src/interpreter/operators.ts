/** Arithmetic and other operators, with the special methods behind them. */

import type { Site } from '../python/syntax.ts';
import { missingBase } from './classes.ts';
import { framed } from './frame.ts';
import { mayHaveGaps } from './gaps.ts';
import { shifted } from './moments.ts';
import { combine as combineSets, type SetOperator } from './sets.ts';
import {
  args,
  bool,
  bytes,
  derived,
  dict,
  int,
  list,
  type PyBytes,
  type PyNum,
  type PyStr,
  type PyUnknown,
  plain,
  str,
  tuple,
  type Value,
} from './values.ts';
import type { VM } from './vm.ts';
import { FilledText, told } from './watched.ts';

const SET_OPERATORS: Readonly<Record<string, SetOperator>> = {
  BitOr: 'union',
  BitAnd: 'intersection',
  Sub: 'difference',
  BitXor: 'symmetric_difference',
};

const ARITHMETIC: Record<string, (a: number, b: number) => number> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mult: (a, b) => a * b,
  Div: (a, b) => a / b,
  FloorDiv: (a, b) => Math.floor(a / b),
  Mod: (a, b) => ((a % b) + b) % b,
  Pow: (a, b) => a ** b,
  BitAnd: (a, b) => Number(BigInt(Math.trunc(a)) & BigInt(Math.trunc(b))),
  BitOr: (a, b) => Number(BigInt(Math.trunc(a)) | BigInt(Math.trunc(b))),
  BitXor: (a, b) => Number(BigInt(Math.trunc(a)) ^ BigInt(Math.trunc(b))),
  LShift: (a, b) => a * 2 ** b,
  RShift: (a, b) => Math.floor(a / 2 ** b),
};

/** Method names of the binary operators, from the left and from the right. */
export const DUNDERS: Record<string, readonly [string, string]> = {
  Add: ['__add__', '__radd__'],
  Sub: ['__sub__', '__rsub__'],
  Mult: ['__mul__', '__rmul__'],
  Div: ['__truediv__', '__rtruediv__'],
  FloorDiv: ['__floordiv__', '__rfloordiv__'],
  Mod: ['__mod__', '__rmod__'],
  Pow: ['__pow__', '__rpow__'],
  BitAnd: ['__and__', '__rand__'],
  BitOr: ['__or__', '__ror__'],
  BitXor: ['__xor__', '__rxor__'],
  LShift: ['__lshift__', '__rlshift__'],
  RShift: ['__rshift__', '__rrshift__'],
  MatMult: ['__matmul__', '__rmatmul__'],
};

/** A binary operator by its node type. */
export function binary(vm: VM, operator: string, left: Value, right: Value, site: Site | null): Value {
  return told([vm.force(left, site), vm.force(right, site)], ([a, b]) => combine(vm, operator, a!, b!, site));
}

function combine(vm: VM, operator: string, a: Value, b: Value, site: Site | null): Value {
  const number = (v: Value): PyNum | null => {
    const plain = v.k === 'inst' && v.payload ? v.payload : v;
    return plain.k === 'num' ? plain : plain.k === 'bool' ? int(Number(plain.v)) : null;
  };
  const x = number(a);
  const y = number(b);
  if (x && y) {
    if ((operator === 'Div' || operator === 'FloorDiv' || operator === 'Mod') && y.v === 0)
      vm.raise('ZeroDivisionError', 'division by zero', site);
    if (a.k === 'bool' && b.k === 'bool' && operator.startsWith('Bit'))
      return bool(operator === 'BitAnd' ? a.v && b.v : operator === 'BitOr' ? a.v || b.v : a.v !== b.v);
    return { k: 'num', v: ARITHMETIC[operator]!(x.v, y.v), float: x.float || y.float || operator === 'Div' };
  }
  if (operator === 'Mod' && (a.k === 'str' || a.k === 'bytes')) return percentFormat(vm, a, b, site);
  const native = nativeBinary(vm, operator, a, b, site);
  if (native) return native;
  const moment = shifted(vm, operator, a, b);
  if (moment) return moment;
  if (a.k === 'unknown')
    return joinedWith(vm, operator, a, b, derived(a, ` ${operator} ${b.k === 'unknown' ? b.symbol : vm.identified(b)}`));
  const [forward, backward] = DUNDERS[operator]!;
  for (const [self, other, name] of [
    [a, b, forward],
    [b, a, backward],
  ] as const) {
    const method = dunderOf(vm, self, name);
    if (!method) continue;
    const result = vm.call(method, args(other), site);
    if (!(result.k === 'unknown' && result.symbol === 'NotImplemented')) return result;
  }
  if (b.k === 'unknown') return joinedWith(vm, operator, a, b, derived(b, ` ${operator} of ${vm.identified(a)}`));
  // `int | None`: a union type, good for isinstance as a tuple is (PEP 604).
  const member = (v: Value) => v.k === 'class' || v.k === 'none' || v.k === 'tuple' || (v.k === 'builtin' && vm.builtins.get(v.name) === v);
  if (operator === 'BitOr' && member(a) && member(b)) return tuple([a, b].flatMap((v) => (v.k === 'tuple' ? v.items : [v])));
  const missing = missingBase(a) ?? missingBase(b);
  if (missing) return derived(missing, `:${operator}`);
  // An instance of a class of texts, made of something that is not known.
  const [ofA, ofB] = [plain(a), plain(b)];
  if ((ofA !== a && ofA.k === 'unknown') || (ofB !== b && ofB.k === 'unknown')) return combine(vm, operator, ofA, ofB, site);
  return vm.raise('TypeError', `unsupported operand type(s) for ${operator}: '${vm.classOf(a).name}' and '${vm.classOf(b).name}'`, site);
}

/** What two values are joined to, one of them unknown: of texts, the beginning and the end are known. */
function joinedWith(vm: VM, operator: string, a: Value, b: Value, joined: PyUnknown): PyUnknown {
  if (operator !== 'Add' || mayHaveGaps(vm, a) || mayHaveGaps(vm, b)) return joined;
  const start = a.k === 'str' ? a.v : a.k === 'unknown' ? a.frame?.start : undefined;
  const end = b.k === 'str' ? b.v : b.k === 'unknown' ? b.frame?.end : undefined;
  return framed(joined, start ?? '', end ?? '');
}

/** An operator method of an instance, or of a class by its metaclass (permission classes combine with `|` and `&`). */
function dunderOf(vm: VM, self: Value, name: string): Value | null {
  if (self.k === 'inst') {
    const method = vm.lookup(self.cls, name);
    if (method) return method.k === 'unknown' ? method : { k: 'method', func: method, self };
    return null;
  }
  if (self.k === 'class') {
    if (self.unknown) return derived(self.unknown, `.${name}`);
    const meta = self.metaclass ?? self.mro.find((c) => c.metaclass)?.metaclass;
    const method = meta ? vm.lookup(meta, name) : null;
    if (method) return { k: 'method', func: method, self };
    const hook = vm.lookup(self, `__class${name.slice(1)}`);
    if (hook) return hook.k === 'descriptor' ? { k: 'method', func: hook.get, self } : { k: 'method', func: hook, self };
  }
  return null;
}

/** `-x`, `+x`, `~x` of something that is no number. */
export function unary(vm: VM, name: string, value: Value, site: Site | null): Value {
  if (value.k === 'unknown') return derived(value, `.${name}()`);
  const method = dunderOf(vm, value, name);
  if (method) return vm.call(method, args(), site);
  const missing = missingBase(value);
  if (missing) return derived(missing, `:${name}`);
  return vm.raise('TypeError', `bad operand type for unary ${name}: '${vm.classOf(value).name}'`, site);
}

function nativeBinary(vm: VM, operator: string, a: Value, b: Value, site: Site | null): Value | null {
  const plainA = a.k === 'inst' && a.payload ? a.payload : a;
  const plainB = b.k === 'inst' && b.payload ? b.payload : b;
  if (operator === 'Add') {
    if (plainA.k === 'str' && plainB.k === 'str') return str(plainA.v + plainB.v);
    if (plainA.k === 'bytes' && plainB.k === 'bytes') return bytes(plainA.v + plainB.v);
    if (plainA.k === 'tuple' && plainB.k === 'tuple') return tuple([...plainA.items, ...plainB.items], plainA.site);
    if (plainA.k === 'list' && plainB.k === 'list') {
      const made = list([...plainA.items, ...plainB.items], plainA.site);
      made.fuzzy = plainA.fuzzy ?? plainB.fuzzy;
      return made;
    }
    // A tuple that may hold more than is known is kept as a list.
    if ((plainA.k === 'tuple' && plainB.k === 'list' && plainB.fuzzy) || (plainA.k === 'list' && plainA.fuzzy && plainB.k === 'tuple')) {
      const made = list([...plainA.items, ...plainB.items], plainA.site);
      made.fuzzy = (plainA.k === 'list' ? plainA.fuzzy : undefined) ?? (plainB.k === 'list' ? plainB.fuzzy : undefined);
      return made;
    }
    if ((plainA.k === 'list' || plainA.k === 'tuple') && plainB.k === 'unknown') {
      const made = list([...plainA.items], plainA.site);
      made.fuzzy = plainB;
      return made;
    }
    if (plainA.k === 'unknown' && (plainB.k === 'list' || plainB.k === 'tuple')) {
      const made = list([...plainB.items], plainB.site);
      made.fuzzy = plainA;
      return made;
    }
  }
  if (operator === 'Mult') {
    const [sequence, times] = plainA.k === 'num' ? [plainB, plainA] : [plainA, plainB];
    if (times.k === 'num' && times.v <= vm.limits.elements) {
      if (sequence.k === 'bytes') return sequence.v.length * times.v > 1e6 ? null : bytes(sequence.v.repeat(Math.max(0, times.v)));
      if (sequence.k === 'str') return sequence.v.length * times.v > 1e6 ? null : str(sequence.v.repeat(Math.max(0, times.v)));
      if (sequence.k === 'list' && sequence.items.length * times.v <= vm.limits.elements)
        return list(Array.from({ length: Math.max(0, times.v) }, () => sequence.items).flat());
      if (sequence.k === 'tuple') return tuple(Array.from({ length: Math.max(0, times.v) }, () => sequence.items).flat());
    }
  }
  const ofSets = SET_OPERATORS[operator];
  if (ofSets && plainA.k === 'set' && plainB.k === 'set') return combineSets(vm, ofSets, plainA, plainB, site);
  if (operator === 'BitOr' && plainA.k === 'dict') {
    const made = dict([], plainA.site);
    vm.updateDict(made, plainA, site);
    vm.updateDict(made, plainB, site);
    return made;
  }
  return null;
}

function percentFormat(vm: VM, { k, v: format }: PyStr | PyBytes, given: Value, site: Site | null): Value {
  const operands = given.k === 'tuple' ? [...given.items] : [given];
  const parts = new FilledText();
  let unknownPart: PyUnknown | null = null;
  const text = format.replace(/%(?:\((\w+)\))?[-+ #0]*\d*(?:\.\d+)?([sdirfxg%])/g, (_all, name: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const operand = name ? (given.k === 'dict' ? given.entries.get(`s:${name}`)?.value : undefined) : operands.shift();
    const shown = operand ? vm.display(operand, site) : null;
    if (shown?.k === 'str') return parts.add(shown);
    if (shown?.k === 'unknown') unknownPart = shown;
    else if (given.k === 'unknown') unknownPart = given;
    return `{${shown?.k === 'unknown' ? shown.symbol : '?'}}`;
  });
  if (!unknownPart) return parts.joined(text);
  const start = k === 'str' ? format.slice(0, format.indexOf('%')) : '';
  return framed(derived(unknownPart, ` % ${parts.named(text)}`), start, '');
}
