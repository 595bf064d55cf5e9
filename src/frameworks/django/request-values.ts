/** Values that are a request, or hold one. */
import type { Value } from '../../interpreter/values.ts';

/** Django's, and the one of DRF, which is none of Django's and wraps one (`rest_framework/request.py`). */
const REQUESTS: ReadonlySet<string> = new Set(['django.http.request.HttpRequest', 'rest_framework.request.Request']);
const VIEW = 'django.views.generic.base.View';

export function isRequest(value: Value): boolean {
  return value.k === 'inst' && value.cls.mro.some((cls) => REQUESTS.has(`${cls.module}.${cls.name}`));
}

/** A request, or a view, which holds it: what unknown code would have to change to let somebody in. */
export function carriesRequest(value: Value): boolean {
  return isRequest(value) || (value.k === 'inst' && value.cls.mro.some((cls) => `${cls.module}.${cls.name}` === VIEW));
}
