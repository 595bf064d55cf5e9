/** What a function tells of its parameters: `__code__` and `__kwdefaults__` (Python reference 3.2, "Code objects"). */
import { dict, int, NONE, type PyFunc, str, tuple, unknown, type Value } from './values.ts';
import type { VM } from './vm.ts';

const VAR_ARGS = 4;
const VAR_KEYWORDS = 8;
const GENERATOR = 0x20;
const COROUTINE = 0x80;
const ASYNC_GENERATOR = 0x200;

const CLASSES = new WeakMap<VM, Value>();

/** The code object of a function: what it tells of the parameters is known, the rest is not. */
export function codeObject(vm: VM, func: PyFunc): Value {
  const { positional, positionalOnly, keywordOnly, rest, keywords } = func.code.parameters;
  const { isAsync, isGenerator } = func.code;
  const ofKind = isAsync ? (isGenerator ? ASYNC_GENERATOR : COROUTINE) : isGenerator ? GENERATOR : 0;
  const flags = (rest ? VAR_ARGS : 0) | (keywords ? VAR_KEYWORDS : 0) | ofKind;
  const cls =
    CLASSES.get(vm) ?? vm.makeClass('code', 'code', [], new Map(), { module: 'types', places: new Map(), site: null, own: false });
  CLASSES.set(vm, cls);
  if (cls.k !== 'class') return cls;
  const made = vm.newInstance(cls, null);
  const known: Record<string, Value> = {
    co_name: str(func.name),
    co_qualname: str(func.qualname),
    co_filename: str(func.unit.file),
    co_argcount: int(positional.length),
    co_posonlyargcount: int(positionalOnly),
    co_kwonlyargcount: int(keywordOnly.length),
    co_varnames: tuple([...positional, ...keywordOnly, rest, keywords].flatMap((name) => (name === null ? [] : [str(name)]))),
    co_flags: int(flags),
  };
  for (const [name, value] of Object.entries(known)) made.attrs.set(name, value);
  made.fuzzy = unknown('opaque', `${func.qualname}.__code__`, 'the rest of a code object', null);
  return made;
}

/** The defaults of the keyword-only parameters, None when there are none. */
export function keywordDefaults(func: PyFunc): Value {
  const names = func.code.parameters.keywordOnly;
  const given = func.kwDefaults.flatMap((value, i) => (value === null ? [] : [[names[i]!, value] as const]));
  return given.length > 0 ? dict(given) : NONE;
}
