/** Remembers calls that rules ask for by name (`jwt.decode`): stubs and intrinsics tell, the place is that of the project's code. */
import type { CallFact } from '../model/facts.ts';
import type { VM } from '../interpreter/vm.ts';

export class CallLog {
  readonly calls: CallFact[] = [];
  constructor(readonly vm: VM) {}

  named(name: string): readonly CallFact[] {
    return this.calls.filter((call) => call.name === name);
  }
}
