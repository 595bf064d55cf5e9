/** Dotted names of classes as Django and its libraries show them. */
import type { PyClass } from '../../interpreter/values.ts';

/** `module.qualname` of a class, honouring names that were set afterwards (as `@api_view` does). */
export function dottedName(cls: PyClass): string {
  const module = cls.attrs.get('__module__');
  // Setting `__name__` leaves `__qualname__` as it was; only `@api_view` has no better name to show.
  const name = cls.attrs.get('__qualname__') ?? (cls.qualname.endsWith('WrappedAPIView') ? cls.attrs.get('__name__') : null);
  return `${module?.k === 'str' ? module.v : cls.module}.${name?.k === 'str' ? name.v : cls.qualname}`;
}
