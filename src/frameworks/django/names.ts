/** Dotted names of classes as Django and its libraries show them. */
import type { PyClass } from '../../interpreter/values.ts';

/** `module.qualname` of a class, honouring names that were set afterwards (as `@api_view` does). */
export function dottedName(cls: PyClass): string {
  const module = cls.attrs.get('__module__');
  const name = cls.attrs.get('__qualname__') ?? cls.attrs.get('__name__');
  return `${module?.k === 'str' ? module.v : cls.module}.${name?.k === 'str' ? name.v : cls.qualname}`;
}
