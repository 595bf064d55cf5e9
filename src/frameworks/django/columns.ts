/** What models say of their columns. A path is that of a filter: `user__profile__nick`. */
import { PyRaise } from '../../interpreter/signals.ts';
import { args, NONE, str, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import { isMadeAtRandom } from './secret-columns.ts';

/** The field at the end of a path; null where it cannot be found out. */
function fieldAt(vm: VM, model: Value, path: string): Value | null {
  const [name, ...rest] = path.split('__');
  const meta = model.k === 'class' ? vm.findAttr(model, '_meta', null) : null;
  const getField = meta && vm.findAttr(meta, 'get_field', null);
  if (!getField) return null;
  let field: Value;
  try {
    field = vm.force(vm.call(getField, args(str(name!)), null), null);
  } catch (error) {
    if (error instanceof PyRaise) return null;
    throw error;
  }
  if (rest.length === 0) return field;
  const related = vm.findAttr(field, 'related_model', null);
  return related && fieldAt(vm, vm.force(related, null), rest.join('__'));
}

/** Most letters of a code that is typed in by hand. */
const TYPED_BY_HAND = 10;

/** Whether a column refers to rows of a table. */
export function isReference(vm: VM, model: Value, path: string): boolean {
  const field = fieldAt(vm, model, path);
  return field !== null && vm.force(vm.findAttr(field, 'related_model', null) ?? NONE, null).k === 'class';
}

/**
 * Whether a column can hold NULL, the empty string (`blank` or an empty default), a word that everybody knows, which is not made at
 * random, or more than one types in by hand; what cannot be found out may be.
 */
export function mayBe(vm: VM, model: Value, what: 'null' | 'blank' | 'word' | 'long', path: string): boolean {
  // Across a relation, a row without another one has null there.
  if (what === 'null' && path.includes('__')) return true;
  const field = fieldAt(vm, model, path);
  if (!field) return true;
  if (what === 'word') return !isMadeAtRandom(vm.findAttr(field, 'default', null));
  if (what === 'long') return !isTypedByHand(vm, field);
  const isKey = vm.findAttr(field, 'primary_key', null);
  if (isKey?.k === 'bool' && isKey.v) return false;
  return mayHold(vm, field, what);
}

/** Whether all that a column can hold is short enough to be typed in by hand. */
export function isTypedByHand(vm: VM, field: Value): boolean {
  const most = vm.findAttr(field, 'max_length', null);
  return most?.k === 'num' && most.v <= TYPED_BY_HAND;
}

/** Whether the column of a field can hold NULL, or no text at all. */
export function mayHold(vm: VM, field: Value, what: 'null' | 'blank'): boolean {
  const known = vm.findAttr(field, what, null);
  if (known?.k !== 'bool' || known.v) return true;
  if (what === 'null') return false;
  const otherwise = vm.findAttr(field, 'default', null);
  return otherwise?.k === 'str' && otherwise.v === '';
}
