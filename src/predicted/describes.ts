/**
 * Views that answer OPTIONS with what DRF says of them, and run nothing of the project for it but what every request runs
 * (rest_framework/views.py, `APIView.options`; metadata.py, `SimpleMetadata`).
 */
import { classNamed } from '../frameworks/drf/policy.ts';
import type { Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import { type BoundRow, chainOf } from './bind.ts';
import { mentions, ownFunction, PIPELINE, WRITE_WORDS } from './inert.ts';

/** What the metadata of a generic view ask it for, where a caller may write. */
const HOOKS = ['get_serializer', 'get_serializer_class', 'get_serializer_context', 'get_object', 'get_queryset', 'filter_queryset'];

/** True where the source shows it; a class of which something is not known shows nothing. */
export function describesItself(vm: VM, row: BoundRow): boolean {
  const { operation, view, policy, leaf, func } = row;
  if (operation.kind !== 'drf' || !view || !policy || !operation.reachable || operation.socket) return false;
  const { cls, actions, initkwargs } = view;
  const apiView = classNamed(vm, 'rest_framework.views.APIView');
  if (!apiView || !cls.mro.includes(apiView) || cls.open) return false;
  // An action of the project may be routed to it.
  if (actions && [...actions.entries.values()].some(({ key }) => key.k !== 'str' || key.v.toLowerCase() === 'options')) return false;
  if (chainOf(leaf.callback).some((link) => link.k === 'func' && link.unit.own && link !== func)) return false;
  if ([...PIPELINE, 'options', 'metadata'].some((name) => ownFunction(vm, cls, name))) return false;
  const handler = vm.lookup(cls, 'options');
  if (handler?.k !== 'func' || handler.qualname !== 'APIView.options') return false;
  const given = [...(initkwargs?.entries.values() ?? [])].find(({ key }) => key.k === 'str' && key.v === 'metadata_class');
  if (!isLibrary(given?.value ?? vm.lookup(cls, 'metadata_class'))) return false;
  return HOOKS.every((name) => {
    const hook = ownFunction(vm, cls, name);
    return hook === null || !mentions(hook, WRITE_WORDS);
  });
}

/** The class of the metadata is DRF's, or there is none, so that OPTIONS is refused. */
function isLibrary(value: Value | null | undefined): boolean {
  return value?.k === 'none' || (value?.k === 'class' && value.qualname === 'SimpleMetadata' && value.module.startsWith('rest_framework.'));
}
