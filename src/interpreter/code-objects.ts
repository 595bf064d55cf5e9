/** What a function tells of its parameters: `__code__` and `__kwdefaults__` (Python reference 3.2, "Code objects"). */
import type { Node } from '../python/syntax.ts';
import { dict, int, NONE, type PyFunc, str, tuple, unknown, type Value } from './values.ts';
import type { VM } from './vm.ts';

const VAR_ARGS = 4;
const VAR_KEYWORDS = 8;
const GENERATOR = 0x20;
const COROUTINE = 0x80;

const namesOf = (nodes: unknown) => ((nodes ?? []) as Node[]).map((node) => String(node.arg));

/** The code object of a function: what it tells of the parameters is known, the rest is not. */
export function codeObject(vm: VM, func: PyFunc): Value {
  const spec = func.node.args as Node;
  const only = namesOf(spec.posonlyargs);
  const plain = namesOf(spec.args);
  const keywordOnly = namesOf(spec.kwonlyargs);
  const [rest, keywords] = [spec.vararg, spec.kwarg].map((node) => namesOf(node ? [node] : []));
  const flags =
    (rest!.length && VAR_ARGS) |
    (keywords!.length && VAR_KEYWORDS) |
    (func.code.isGenerator ? GENERATOR : 0) |
    (func.code.isAsync ? COROUTINE : 0);
  const cls = vm.makeClass('code', 'code', [], new Map(), { module: 'types', places: new Map(), site: null, own: false });
  if (cls.k !== 'class') return cls;
  const made = vm.newInstance(cls, null);
  const known: Record<string, Value> = {
    co_name: str(func.name),
    co_qualname: str(func.qualname),
    co_filename: str(func.unit.file),
    co_argcount: int(only.length + plain.length),
    co_posonlyargcount: int(only.length),
    co_kwonlyargcount: int(keywordOnly.length),
    co_varnames: tuple([...only, ...plain, ...keywordOnly, ...rest!, ...keywords!].map((name) => str(name))),
    co_flags: int(flags),
  };
  for (const [name, value] of Object.entries(known)) made.attrs.set(name, value);
  made.fuzzy = unknown('opaque', `${func.qualname}.__code__`, 'the rest of a code object', null);
  return made;
}

/** The defaults of the keyword-only parameters, None when there are none. */
export function keywordDefaults(func: PyFunc): Value {
  const names = namesOf((func.node.args as Node).kwonlyargs);
  const given = func.kwDefaults.flatMap((value, i) => (value === null ? [] : [[names[i]!, value] as const]));
  return given.length > 0 ? dict(given) : NONE;
}
