/** `request.user` of a stranger is an object that no table has (django/contrib/auth/models.py, `AnonymousUser`). */
import { ownSite } from '../../interpreter/calls.ts';
import { NONE, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import type { Site } from '../../python/syntax.ts';

/** Whether a value is an `AnonymousUser`, perhaps behind a lazy object. */
function isStranger(vm: VM, value: Value): boolean {
  if (value.k !== 'inst') return false;
  const cls = vm.force(vm.findAttr(value, '__class__', null) ?? NONE, null);
  return cls.k === 'class' && cls.mro.some(({ module, name }) => module === 'django.contrib.auth.models' && name === 'AnonymousUser');
}

/**
 * Raises what Django does where a stranger stands for a row: a filter asks for its number (`AnonymousUser.__int__`), a foreign key for a row
 * of its table (`ForwardManyToOneDescriptor.__set__`, a ValueError; handlers that tell the two apart are not to be expected).
 * @param refers whether the place refers to a row; asked for strangers only
 */
export function refuseStranger(vm: VM, value: Value, refers: () => boolean, site: Site | null): void {
  if (vm.firing && isStranger(vm, value) && refers())
    vm.raise('TypeError', 'Cannot cast AnonymousUser to int. Are you trying to use it in place of User?', ownSite(vm, site));
}
