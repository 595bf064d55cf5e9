/** The way from the door through a view: its gate, and its handler as far as the bounds go. */

import type { LoadedDjango } from '../frameworks/django/load.ts';
import { isTokenError } from '../frameworks/django/token-errors.ts';
import type { Outcome } from '../interpreter/outcome.ts';
import { Bound, PyRaise } from '../interpreter/signals.ts';
import { args, type Code, NONE, type PyFunc, str, tuple, type Value } from '../interpreter/values.ts';
import type { StepNote, VM } from '../interpreter/vm.ts';
import { isAboutCredential } from './about-credential.ts';
import { type Answers, givesAnswer } from './answered.ts';
import type { BoundRow } from './bind.ts';
import { accountNote } from './demands.ts';
import { type Arrive, answerOf, type Door } from './door.ts';
import { CHECK_RAISES, CHECK_WITHOUT_END, HANDLER_RAISES, HANDLER_REFUSES } from './ending.ts';
import { plainFinish } from './keeps-answer.ts';
import type { Unfollowed } from './unfollowed.ts';

/** Hooks whose calls and results are told in the trace, by name (Django's and DRF's). */
const HOOKS = new Set([
  'authenticate',
  'has_permission',
  'has_object_permission',
  'get_permissions',
  'get_authenticators',
  'test_func',
  'dispatch',
  'initial',
  'check_permissions',
  'perform_authentication',
  'process_request',
  'process_view',
  '__call__',
  'get_user',
  'authenticate_credentials',
  'get_validated_token',
  'check_password',
  'check_token',
  'verify_token',
  'set_password',
  'allow_request',
]);

/** A handler that turns callers away does so in its first lines. */
const STEPS_OF_A_HANDLER = 2_500;
/** Before a login asks for the password it may look at all that was sent: a serializer with fields and expressions of its own takes thousands. */
const STEPS_OF_A_LOGIN = 15_000;

type Around = (func: PyFunc, vars: ReadonlyMap<string, Value>, run: () => Value) => () => Value;

/** Whether a caller may do something with an object is asked in the handler, and not counted with what it does itself. */
const STEPS_OF_AN_OBJECT_CHECK = 15_000;

/** The throttles of DRF take some hundred steps each. */
const STEPS_OF_THROTTLES = 4_000;

/** One way through the view, and how far it came: `middleware`, `gate`, `wrapped` or `handler`. */
export interface WayThrough {
  readonly outcome: Outcome;
  readonly at: string;
}

export class Passage {
  /** What was raised in the check of an object, or ended it. */
  private readonly checkFailures = new WeakSet<object>();

  constructor(
    private readonly django: LoadedDjango,
    private readonly answers: Answers,
    private readonly unfollowed: Unfollowed,
  ) {}

  /**
   * The ways from the door through the view, each with the stage that it got to.
   * @param entrances the callback of the route and what it wraps: a request that is there has come as far as the gate
   * @param ends whether nothing more is asked once the handler is reached
   * @param mayLogIn whether the request may be a login
   */
  through(
    row: BoundRow,
    door: Door,
    entrances: ReadonlySet<Value>,
    handlers: ReadonlyMap<Code, 'inner' | 'outer'>,
    ends: boolean,
    mayLogIn: boolean,
  ): readonly WayThrough[] {
    const { vm } = this.django;
    if (door.states.length === 0) return [];
    const stage = { at: str('middleware') as Value };
    const setStage = (name: string) => {
      if (stage.at.k === 'str' && stage.at.v === 'middleware')
        vm.explorer.note({ kind: 'note', text: '', site: null, data: { entersView: true } } satisfies StepNote);
      vm.heap.setField(stage, 'at', str(name));
    };
    const around = (func: PyFunc, vars: ReadonlyMap<string, Value>, run: () => Value): (() => Value) => {
      if (entrances.has(func) && stage.at.k === 'str' && stage.at.v === 'middleware') setStage('gate');
      const place = handlers.get(func.code);
      if (place === 'inner') return () => this.runHandler(func, run, setStage, ends ? 0 : mayLogIn ? STEPS_OF_A_LOGIN : STEPS_OF_A_HANDLER);
      if (place === 'outer') setStage('wrapped');
      // DRF's own, which a view that overrides it calls: a gate of the project may have the name.
      if (func.name === 'check_throttles' && !func.unit.own) return () => this.runThrottles(run);
      if (func.name === 'check_object_permissions' && !func.unit.own) return () => this.runObjectCheck(run);
      return func.name === 'finalize_response' && func.unit.own ? () => this.runFinish([...vars.values()], run) : run;
    };
    const outcomes = this.hooked(
      () =>
        vm.explorer.outcomes(() => {
          const state = door.states[door.states.length === 1 ? 0 : vm.explorer.chooseOption('door', door.states.length)]!;
          vm.explorer.take(state);
          const answer = answerOf(
            this.django,
            this.answers.of(() => door.enter(row)),
          );
          return { how: 'return', value: tuple([answer, vm.force(stage.at, null)]) };
        }),
      null,
      around,
    );
    return outcomes.map((outcome) => {
      const { value } = outcome.ended;
      if (outcome.ended.how === 'raise' || value?.k !== 'tuple') return { outcome, at: 'gate' };
      const [answer, at] = value.items;
      return { outcome: { ...outcome, ended: { how: 'return', value: answer! } }, at: at?.k === 'str' ? at.v : 'gate' };
    });
  }

  /** Runs with the hooks of Django and DRF told. */
  hooked<T>(run: () => T, arrive: Arrive | null, around: Around = (_func, _vars, call) => call): T {
    const { vm } = this.django;
    const before = vm.hooks.aroundCall;
    vm.hooks.aroundCall = (func, vars, call) => {
      if (arrive && givesAnswer(func)) {
        this.unfollowed.arrived();
        arrive(func, vars);
      }
      const instead = this.unfollowed.insteadOf(func, vars);
      if (instead) return instead;
      const inner = givesAnswer(func) ? () => this.answers.stopAt(call()) : around(func, vars, call);
      const told = inner === call && HOOKS.has(func.name) ? () => tellHook(vm, func, vars, call) : inner;
      // Only on the way to the view is anything left out.
      return arrive ? this.unfollowed.watched(func, vars, told) : told();
    };
    try {
      return run();
    } finally {
      vm.hooks.aroundCall = before;
    }
  }

  /** The throttles (DRF, `APIView.check_throttles`): they make callers wait, and what they ask decides nothing about who gets in. */
  private runThrottles(run: () => Value): Value {
    const { explorer } = this.django.vm;
    const before = new Set(explorer.ways.openKeys(['opaque']));
    const value = this.asFarAs(STEPS_OF_THROTTLES, run, () => {
      const assumes = 'the throttles let the request through: they take too many steps to follow';
      explorer.note({ kind: 'note', text: assumes, site: null, data: { assumes } } satisfies StepNote);
      return NONE;
    });
    const throttleKeys = explorer.ways.openKeys(['opaque']).filter((key) => !before.has(key));
    if (throttleKeys.length > 0) explorer.note({ kind: 'note', text: '', site: null, data: { throttleKeys } } satisfies StepNote);
    return value;
  }

  /**
   * What a view of DRF makes of its answer in the end. Of an exception it is the way back, like that through the middleware: what a project
   * does on it, where a refusal stays one, is left out.
   */
  private runFinish([view, request, answer]: readonly Value[], run: () => Value): Value {
    const { vm } = this.django;
    const plain = view?.k === 'inst' && request && answer ? plainFinish(view.cls) : null;
    const response = plain ? vm.force(answer!, null) : null;
    const refused = response?.k === 'inst' ? response.attrs.get('_unlatched_refused') : undefined;
    if (!plain || !response || !refused || vm.force(refused, null).k === 'none') return run();
    return vm.call({ k: 'method', func: plain, self: view! }, args(request!, response), null);
  }

  /** The check of an object (DRF, `APIView.check_object_permissions`) is the gate's part in the handler: while it lasts, nobody has got in. */
  private runObjectCheck(run: () => Value): Value {
    const { vm } = this.django;
    const { steps, stepLimit } = vm;
    vm.stepLimit = steps + STEPS_OF_AN_OBJECT_CHECK;
    try {
      return run();
    } catch (error) {
      if (error instanceof Bound) this.checkFailures.add(error);
      else if (error instanceof PyRaise) this.checkFailures.add(error.value);
      throw error;
    } finally {
      vm.stepLimit = stepLimit + vm.steps - steps;
    }
  }

  /** What is run, as far as it takes no more steps than these; beyond, what stands in for it, and nothing that it changed. */
  private asFarAs(steps: number, run: () => Value, instead: () => Value): Value {
    const { vm } = this.django;
    const { heap, stepLimit } = vm;
    const mark = heap.watch();
    try {
      return vm.within(steps, run);
    } catch (error) {
      if (!(error instanceof Bound) || vm.steps >= stepLimit) throw error;
      heap.undo(mark);
      return instead();
    } finally {
      heap.unwatch();
    }
  }

  /** The handler: from its first line on the gate is passed. What it does is followed as far as the bounds go. */
  private runHandler(func: PyFunc, run: () => Value, setStage: (name: string) => void, steps: number): Value {
    const { vm } = this.django;
    setStage('handler');
    const keys = vm.explorer.ways.openKeys(['opaque']);
    vm.explorer.note({
      kind: 'call',
      text: `reaches the handler ${func.qualname}`,
      site: { unit: func.unit, node: func.node },
      data: { handler: keys, code: func.code },
    } satisfies StepNote);
    if (steps === 0) this.answers.stopAt(vm.fresh('opaque', 'handler', 'the handler', null));
    const limit = vm.stepLimit;
    vm.stepLimit = Math.min(limit, vm.steps + steps);
    // What the framework makes of an answer that is not known says nothing more.
    const answer = (why: string) => this.answers.stopAt(vm.fresh('opaque', 'handler', why, null));
    try {
      return run();
    } catch (error) {
      if (error instanceof Bound)
        return answer(this.checkFailures.has(error) ? CHECK_WITHOUT_END : `the handler was not followed to its end: ${error.bound}`);
      // A refusal by the handler itself, or that there is nothing, goes on its way; whatever else it raises, the gate was passed.
      const raised = error instanceof PyRaise ? vm.force(error.value, null) : null;
      if (raised && !refuses(vm, raised) && !isOwn(raised)) {
        const isAbout = isTokenError(raised) || (raised.k === 'inst' && isAboutCredential(vm, this.django.world, raised));
        return answer(this.checkFailures.has(raised) ? CHECK_RAISES : isAbout ? HANDLER_REFUSES : HANDLER_RAISES);
      }
      throw error;
    } finally {
      vm.stepLimit = limit;
    }
  }
}

/** An exception of the project's: a middleware of its own, or its handler of exceptions, may know an answer to it. */
function isOwn(raised: Value): boolean {
  return raised.k === 'inst' && raised.cls.own;
}

/**
 * An exception that ends in 401, 403 or 404: DRF's by their status, Django's PermissionDenied and Http404
 * (django/core/handlers/exception.py).
 */
function refuses(vm: VM, raised: Value): boolean {
  if (raised.k !== 'inst') return false;
  const { mro } = raised.cls;
  if (mro.some((c) => c.module === 'django.core.exceptions' && c.name === 'PermissionDenied')) return true;
  if (mro.some((c) => c.module === 'django.http.response' && c.name === 'Http404')) return true;
  const status = vm.lookup(raised.cls, 'status_code');
  return status?.k === 'num' && (status.v === 401 || status.v === 403 || status.v === 404);
}

/** Calls a hook and tells what it gave. */
function tellHook(vm: VM, func: PyFunc, vars: Map<string, Value>, run: () => Value): Value {
  const self = [...vars.values()][0] ?? NONE;
  const site = { unit: func.unit, node: func.node };
  const account = accountNote(vm, func, vars);
  const told = (data: object, text: string) =>
    vm.explorer.note({
      kind: 'call',
      text,
      site,
      data: { hook: func.name, self, own: func.unit.own, ...account, ...data },
    } satisfies StepNote);
  try {
    const value = run();
    told({ value }, `${func.qualname}()`);
    return value;
  } catch (error) {
    if (error instanceof PyRaise) told({ raised: error.value }, `${func.qualname}()`);
    throw error;
  }
}
