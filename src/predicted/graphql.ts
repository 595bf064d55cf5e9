/** Which operations answer GraphQL: by the class of their view, through decorators and closures. */
import { dottedName } from '../frameworks/django/names.ts';
import { closureOf } from '../interpreter/closure.ts';
import type { PyClass, Value } from '../interpreter/values.ts';
import { type BoundRow, chainOf } from './bind.ts';

/** The views of graphene-django, strawberry-graphql (with or without strawberry-graphql-django) and ariadne. */
const VIEW =
  /\b(graphene_django|graphene_file_upload\.django|strawberry\.django|strawberry_django|ariadne_django|ariadne\.contrib\.django)\b[\w.]*\b\w*GraphQLView\b/;

/** Bound on the functions that are looked through. */
const MOST = 60;

/** True where a GraphQL view of a known library answers, whatever stands around it. */
export function servesGraphql({ view, leaf }: Pick<BoundRow, 'view' | 'leaf'>): boolean {
  if (view && isView(view.cls)) return true;
  const todo: Value[] = [leaf.callback];
  const seen = new Set<Value>();
  for (let value = todo.shift(); value && seen.size < MOST; value = todo.shift()) {
    if (seen.has(value)) continue;
    seen.add(value);
    if (value.k === 'unknown' && VIEW.test(value.symbol)) return true;
    const named = value.k === 'func' || value.k === 'builtin' || value.k === 'inst' ? value.attrs.get('view_class') : null;
    if (named?.k === 'class' && isView(named)) return true;
    todo.push(...chainOf(value).slice(1), ...closureOf(value));
  }
  return false;
}

function isView(cls: PyClass): boolean {
  return cls.mro.some((one) => VIEW.test(dottedName(one)) || (one.unknown !== null && VIEW.test(one.unknown.symbol)));
}
