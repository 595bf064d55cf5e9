/**
 * Exceptions of a handler that say that the credential is missing or wrong, though no library raises them for that:
 * `request.META['HTTP_X_SIGNATURE']`, `request.headers.get('Authorization').split()`, `Token.objects.get(key=...)`,
 * `request.session['user']`, `request.user.email`. Whoever calls gets a server error and nothing else.
 */
import { type ReadKind, sent } from '../frameworks/django/sent.ts';
import type { World } from '../frameworks/django/world.ts';
import type { PyInst } from '../interpreter/values.ts';
import type { StepNote, VM } from '../interpreter/vm.ts';

/** What code raises that goes on with nothing, or with text of another form. */
const OF_FORM: ReadonlySet<string> = new Set(['AttributeError', 'LookupError', 'TypeError', 'ValueError']);

interface Look {
  readonly reads?: string;
  readonly fact?: boolean;
  /** The handler was reached: what the gate asked for before is another matter. */
  readonly handler?: unknown;
}

/** Whether the last thing that the path under way has asked before it raised this was for the credential, which is not there or not right. */
export function isAboutCredential(vm: VM, world: World, raised: PyInst): boolean {
  const { log } = vm.explorer;
  const raises = log.latest((note) => (note as StepNote).kind === 'raise') as readonly StepNote[];
  if (raises.length > 0 && raises.every(lacksLogin)) return true;
  const looks = log.latest((note) => {
    const { reads, fact, handler } = lookOf(note);
    return reads !== undefined || fact === true || handler !== undefined;
  });
  return looks.length > 0 && looks.every((note) => isFor(lookOf(note), vm, world, raised));
}

/** A stranger has an empty session, and is no row of a table. */
function lacksLogin({ text, site }: StepNote): boolean {
  return (
    /^raises (Attribute|Type)Error: .*\bAnonymousUser\b/.test(text) || (site?.unit.module.startsWith('django.contrib.sessions.') ?? false)
  );
}

function isFor({ reads, fact }: Look, vm: VM, world: World, { cls: { mro } }: PyInst): boolean {
  // A look-up finds nothing by what the probe sent. A secret in a path or in JSON is asked for in place of a token (`demands.ts`).
  if (fact)
    return (
      world.secretAsked === null && mro.some(({ module, name }) => module === 'django.core.exceptions' && name === 'ObjectDoesNotExist')
    );
  if (reads === undefined) return false;
  const [kind, ...rest] = reads.split(':');
  const name = rest.join(':');
  // JSON comes as a whole, and a field that is called just so may be any.
  if (!world.request || kind === 'body' || (kind !== 'header' && name === 'key')) return false;
  if (!mro.some((cls) => cls.module === 'builtins' && OF_FORM.has(cls.name))) return false;
  const value = sent(world.request, kind as ReadKind, name);
  // What the caller may send or leave away was left away on this path; all else is the probe's.
  return value?.k !== 'unknown' || vm.explorer.ways.taken(`${value.symbol} is sent`) === 0;
}

function lookOf(note: unknown): Look {
  return ((note as StepNote).data ?? {}) as Look;
}
