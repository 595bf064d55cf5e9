/**
 * A request that has its answer: what happens on the way back through the middleware decides nothing about who gets in, so it
 * is left out. The answer travels as an exception that no handler of Python code takes.
 */
import { PyRaise } from '../interpreter/signals.ts';
import type { PyClass, PyFunc, Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';

export class Answers {
  private readonly carrier: PyClass;

  constructor(private readonly vm: VM) {
    // A class outside of Python's exceptions: `except Exception` does not take it.
    this.carrier = vm.makeClass('_Answered', '_Answered', [], new Map(), {
      module: '_unlatched',
      places: new Map(),
      site: null,
      own: false,
    }) as PyClass;
  }

  /** Ends the request with a response. */
  stopAt(response: Value): never {
    const made = this.vm.newInstance(this.carrier, null);
    made.attrs.set('response', response);
    throw new PyRaise(made);
  }

  /** What `run` gives, or the response at which it stopped. */
  of(run: () => Value): Value {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof PyRaise)) throw error;
      const value = this.vm.force(error.value, null);
      const response = value.k === 'inst' && value.cls === this.carrier ? value.attrs.get('response') : null;
      if (response) return response;
      throw error;
    }
  }
}

/**
 * Whether a call gives the answer of a middleware or of the view: Django calls both through the one function that makes answers
 * of exceptions (`django.core.handlers.exception`, `convert_exception_to_response`).
 */
export function givesAnswer(func: PyFunc): boolean {
  if (func.unit.own) return false;
  return func.name === '_get_response' || func.qualname === 'convert_exception_to_response.<locals>.inner';
}
