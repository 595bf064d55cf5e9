/** Which members of a class are worth a look from Python: a model or view set has dozens, and few of them carry a mark. */
import type { PyClass, Value } from '../../interpreter/values.ts';

/** False where a value surely has no attribute of this name: plain data, and functions that nobody gave it. */
function mayHave(value: Value, attribute: string): boolean {
  switch (value.k) {
    case 'func':
      return value.attrs.has(attribute);
    case 'descriptor':
      return value.attrs?.has(attribute) === true || mayHave(value.get, attribute);
    case 'none':
    case 'bool':
    case 'num':
    case 'str':
    case 'bytes':
    case 'tuple':
    case 'list':
    case 'dict':
    case 'set':
      return false;
    default:
      return true;
  }
}

/** Names in the body of a class whose values may have an attribute, in their order there. */
export function ownMembersWith(cls: PyClass, attribute: string): readonly string[] {
  return [...cls.attrs].filter(([, value]) => mayHave(value, attribute)).map(([name]) => name);
}

/** Names in the body of a class that a class of a library which is not there made, where it is named like a field. */
export function missingFields(cls: PyClass): readonly string[] {
  const isField = (value: Value) => value.k === 'unknown' && value.origin === 'opaque' && /Field\(\)/.test(value.symbol);
  return [...cls.attrs].filter(([, value]) => isField(value)).map(([name]) => name);
}

/** Names of a class and its bases whose values may have an attribute, sorted; the first base that has a name counts, as in Python. */
export function membersWith(cls: PyClass, attribute: string): readonly string[] {
  const seen = new Map<string, Value>();
  for (const base of cls.mro) for (const [name, value] of base.attrs) if (!seen.has(name)) seen.set(name, value);
  return [...seen]
    .filter(([, value]) => mayHave(value, attribute))
    .map(([name]) => name)
    .sort();
}
