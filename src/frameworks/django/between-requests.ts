/**
 * What a server does between two requests: it sends `request_finished` when the response is closed, and `request_started` before the next
 * one goes through the middleware (django/http/response.py, `HttpResponseBase.close`; django/core/handlers/wsgi.py, `WSGIHandler.__call__`).
 * Projects connect to them what tidies up after a request. The stubs of the handlers send neither.
 */
import { PyRaise } from '../../interpreter/signals.ts';
import { NONE, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';

/** What is sent, in this order, and what comes with it. */
const SIGNALS = [
  { name: 'request_finished', comesWith: [] },
  { name: 'request_started', comesWith: ['environ'] },
] as const;

/** Whether anybody listens to what is sent between two requests. */
export function isTidiedUp(vm: VM): boolean {
  return SIGNALS.some(({ name }) => signal(vm, name) !== null);
}

/**
 * Runs, as things stand, what listens. An exception of a listener ends what is done at its signal; no request sees it.
 * @throws Bound when it takes too many steps
 */
export function betweenRequests(vm: VM): void {
  for (const { name, comesWith } of SIGNALS) {
    const sent = signal(vm, name);
    if (!sent) continue;
    const keywords = new Map<string, Value>([['sender', NONE]]);
    for (const one of comesWith) keywords.set(one, vm.fresh('attacker', one, 'it belongs to the next request', null));
    try {
      vm.callMethod(sent, 'send', { positional: [], keywords }, null);
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
    }
  }
}

/** One that has listeners. */
function signal(vm: VM, name: string): Value | null {
  const module = vm.modules.get('django.core.signals');
  const found = module?.k === 'module' ? module.scope.vars.get(name) : undefined;
  if (found?.k !== 'inst') return null;
  const receivers = found.attrs.get('receivers');
  return receivers?.k === 'list' && receivers.items.length === 0 && !receivers.fuzzy ? null : found;
}
