/** The operations behind a URL of Django Ninja: methods, functions and auth callbacks (ninja/operation.py: PathView, Operation). */
import type { PyFunc, Value } from '../../interpreter/values.ts';
import { dottedName } from '../django/names.ts';

export interface NinjaOperation {
  readonly methods: readonly string[];
  readonly func: PyFunc | null;
  /** Dotted names of the callbacks, any of which lets in; null when one is not known. */
  readonly auth: readonly string[] | null;
  /** `auth=None` stands at the operation itself: somebody wrote down that anyone may call it. */
  readonly declaredOpen: boolean;
}

/** The operations of a view function of Ninja, or null for any other callback. */
export function ninjaOperations(callback: Value): readonly NinjaOperation[] | null {
  if (callback.k !== 'func') return null;
  const view = callback.attrs.get('_unlatched_path_view');
  const operations = view?.k === 'inst' ? view.attrs.get('operations') : null;
  if (operations?.k !== 'list') return null;
  return operations.items.filter((item) => item.k === 'inst').map(operationOf);
}

function operationOf(operation: Value & { k: 'inst' }): NinjaOperation {
  const methods = operation.attrs.get('methods');
  const func = operation.attrs.get('view_func');
  const auth = operation.attrs.get('auth_callbacks');
  const names = auth?.k === 'list' || auth?.k === 'tuple' ? auth.items.map(callbackName) : [];
  return {
    methods: methods?.k === 'list' || methods?.k === 'tuple' || methods?.k === 'set' ? textsOf(methods) : [],
    func: innermost(func),
    declaredOpen: operation.attrs.get('auth_param')?.k === 'none',
    auth: names.every((name) => name !== null) ? (names as string[]) : null,
  };
}

function textsOf(value: Value & { k: 'list' | 'tuple' | 'set' }): string[] {
  const items = value.k === 'set' ? [...value.entries.values()] : value.items;
  return items.flatMap((item) => (item.k === 'str' ? [item.v.toUpperCase()] : []));
}

function innermost(value: Value | undefined): PyFunc | null {
  let at = value;
  for (let i = 0; i < 20 && at?.k === 'func'; i++) {
    const inner: Value | undefined = at.attrs.get('__wrapped__');
    if (inner?.k !== 'func') return at;
    at = inner;
  }
  return at?.k === 'func' ? at : null;
}

/** A function by its own name, an instance by its class. */
function callbackName(value: Value): string | null {
  const callee = value.k === 'method' ? value.func : value;
  if (callee.k === 'func') return `${callee.scope.module.name}.${callee.qualname}`;
  if (callee.k === 'inst') return dottedName(callee.cls);
  return null;
}
