/**
 * The way through the middleware up to the view. It is the same for most operations of a project, so it is explored once and
 * taken over for every row of whose path and route the middleware learns the same.
 */

import { attempt, failureText } from '../frameworks/django/attempt.ts';
import type { LoadedDjango } from '../frameworks/django/load.ts';
import { type Asked, lookAlike, namesMethod, type RequestFacts } from '../frameworks/django/sent.ts';
import type { World } from '../frameworks/django/world.ts';
import type { Seen } from '../interpreter/lookout.ts';
import type { Outcome } from '../interpreter/outcome.ts';
import { optionsThere } from '../interpreter/presence.ts';
import { Bound, Infeasible } from '../interpreter/signals.ts';
import { args, bool, dict, latestId, NONE, type PyFunc, type PyInst, str, tuple, type Value } from '../interpreter/values.ts';
import type { Constraints } from '../interpreter/ways.ts';
import { Allowance } from './allowance.ts';
import type { Answers } from './answered.ts';
import type { BoundRow } from './bind.ts';
import { type Ending, endingOf } from './ending.ts';
import { Layers } from './layers.ts';
import type { Leftovers } from './leftovers.ts';
import { argumentsOf, matchOf, SharedRequest } from './request.ts';
import type { Unfollowed } from './unfollowed.ts';

/** A request at the door of the view. */
export interface Door {
  readonly request: SharedRequest;
  /** The states in which it can be there; equal ones are joined. */
  readonly states: readonly Outcome[];
  /** How requests ended that a middleware answered. */
  readonly endings: readonly Ending[];
  readonly constraints: Constraints;
  /** What the middleware asked of the request. */
  readonly asked: Asked;
  /** What the request carried, and whether a middleware looked for another method in it. */
  readonly facts: RequestFacts;
  readonly readsOverride: boolean;
  /** What of the leftovers of other requests was looked at. */
  readonly seen: Seen;
  /** Whether requests with another URLconf than the root's come to it. */
  readonly followsOtherRoutes: boolean;
  /** Why the way to the door could not be followed to its end. */
  readonly failure: string | null;
  /** Whether that is a bound. */
  readonly isCut: boolean;
  /** Opens it: runs the view. To be called in one of the states. */
  readonly enter: (row: BoundRow) => Value;
}

/** Runs something with the hooks of a probe around calls; `arrive` is told when the turn of the view or of a layer of middleware comes. */
export type RunHooked = <T>(run: () => T, arrive: Arrive | null) => T;
export type Arrive = (func: PyFunc, vars: ReadonlyMap<string, Value>) => void;

/** Doors of one kind of request that are kept: each holds all that its states changed. */
const MOST_DOORS = 16;

/** The way behind the door has steps of its own. Where each path has its own door, there are many of both. */
const STEPS_OF_A_DOOR = 40_000;

export class Doors {
  private readonly allowance = new Allowance(STEPS_OF_A_DOOR);
  /** What ended the last way to a door before its end. */
  private stoppedBy: unknown = null;
  private readonly known = new Map<string, Door[]>();
  private readonly routes = new Map<BoundRow, PyInst>();
  private readonly handler: Value | null;
  /** What the innermost middleware calls. */
  private readonly entrance: Value | null;

  constructor(
    private readonly django: LoadedDjango,
    private readonly leftovers: Leftovers,
    private readonly answers: Answers,
    private readonly unfollowed: Unfollowed,
  ) {
    const { vm } = django;
    this.handler = loadHandler(django);
    this.entrance =
      this.handler &&
      attempt(vm, 'the view', () => {
        const convert = vm.getAttr(vm.importModule('django.core.handlers.exception', null), 'convert_exception_to_response', null);
        return vm.call(convert, args(vm.getAttr(this.handler!, '_get_response', null)), null);
      });
  }

  /** False where the chain of middleware could not be loaded; requests then come straight to the view. */
  get hasMiddleware(): boolean {
    return this.handler !== null;
  }

  /** The attributes of a row's `ResolverMatch`. */
  routeOf(row: BoundRow): PyInst {
    let route = this.routes.get(row);
    if (!route) {
      route = this.django.vm.explorer.apart(() => matchOf(this.django, row));
      this.routes.set(row, route);
    }
    return route;
  }

  /**
   * The door for a row, its request made the row's own.
   * @param most steps that are left for all probes
   */
  of(row: BoundRow, facts: RequestFacts, hooked: RunHooked, most: number): Door {
    const route = this.routeOf(row);
    const { otherRoutes } = this.django.world;
    otherRoutes.areFollowed = false;
    const { probe, method, override } = facts;
    const isSocket = row.operation.socket === true;
    // What the world answers depends on whether the token is right, and whose it is; a word may stand elsewhere, too.
    const key = [this.django.world.isValid, probe.sends.owner, probe.sends.literal, isSocket].join(' ');
    const doors = this.known.get(key) ?? [];
    this.known.set(key, doors);
    // What nobody reads makes no difference.
    const at = doors.findIndex(
      (one) =>
        (!one.readsOverride || one.facts.override === override) &&
        lookAlike(one.facts, facts, one.asked) &&
        one.request.standsFor(row, route, method),
    );
    let door = at < 0 ? null : doors.splice(at, 1)[0]!;
    if (!door) {
      const explore = (seen: () => Seen) =>
        this.explore(row, facts, new SharedRequest(this.django, row, route, method), hooked, isSocket, most, seen);
      const explored = () => {
        const { vm } = this.django;
        const begun = vm.steps;
        let found: Door;
        do found = this.leftovers.lookout.during(explore);
        while (found.failure !== null && this.unfollowed.learn(this.stoppedBy));
        // Another try, without what took too much, has all steps as well.
        this.allowance.ended(row.leaf.path, vm.steps - begun, this.stoppedBy);
        return found;
      };
      door = byRootOrOtherRoutes(this.django.world, explored, ({ states, endings }) => states.length + endings.length > 0);
    }
    // The one that nobody came to for longest goes.
    doors.push(door);
    if (doors.length > MOST_DOORS) doors.shift();
    door.request.become(row, route, method);
    otherRoutes.areFollowed = door.followsOtherRoutes;
    return door;
  }

  private explore(
    row: BoundRow,
    facts: RequestFacts,
    shared: SharedRequest,
    hooked: RunHooked,
    isSocket: boolean,
    most: number,
    seen: () => Seen,
  ): Door {
    const { vm, world } = this.django;
    vm.stepLimit = vm.steps + Math.min(most, this.allowance.of(row.leaf.path));
    this.stoppedBy = null;
    this.unfollowed.start();
    const asked: Asked = new Map();
    world.asked = asked;
    world.path = shared.path;
    world.method = shared.method;
    world.match = shared.match;
    const arrivals: Outcome[] = [];
    const mark = vm.heap.watch();
    const layers = new Layers(vm, mark, STEPS_OF_A_DOOR >> 3);
    const atView = () => {
      arrivals.push(layers.state());
      // This way is not followed now.
      throw new Infeasible();
    };
    const arrive: Arrive = (func, vars) => {
      if (func.name === '_get_response') atView();
      layers.arrive(func, [...vars.values()]);
    };
    let request: Value = NONE;
    let failure: string | null = null;
    try {
      return vm.explorer.ways.constrained(null, (constraints) => {
        try {
          shared.watch(() =>
            hooked(
              () => {
                request = shared.make();
                layers.follow(
                  () => this.pass(request, atView, isSocket),
                  (call) => answerOf(this.django, this.answers.of(call)),
                );
              },
              this.handler && !isSocket ? arrive : null,
            ),
          );
        } catch (error) {
          if (failureText(vm, error) === null) throw error;
          this.stoppedBy = error;
        }
        this.stoppedBy ??= layers.stoppedBy;
        if (this.stoppedBy !== null && !(this.stoppedBy instanceof Infeasible)) failure = failureText(vm, this.stoppedBy);
        // What is left to do goes through what was found.
        vm.stepLimit = vm.steps + STEPS_OF_A_DOOR;
        const states = vm.explorer.joined(arrivals, latestId());
        const looked = seen();
        // What they changed is looked at once, and is much; each row that shares the door reads how they ended.
        for (const { delta } of layers.ended) this.leftovers.add(delta, row);
        const endings = layers.ended.map((outcome) => endingOf(this.django, outcome, 'middleware', false));
        // `enter` below would keep them.
        layers.ended.length = 0;
        return {
          request: shared,
          states,
          endings,
          constraints,
          asked,
          facts,
          readsOverride: [...asked.values()].some(({ kind, name }) => namesMethod(kind, name)),
          seen: looked,
          followsOtherRoutes: world.otherRoutes.areFollowed,
          failure,
          isCut: this.stoppedBy instanceof Bound,
          enter: (other) => this.enter(other, request),
        };
      });
    } finally {
      vm.heap.undo(mark);
      vm.heap.unwatch();
    }
  }

  /** Middleware and what it answers; without middleware that could be loaded, and for sockets, the request as the view would get it. */
  private pass(request: Value, atView: () => never, isSocket: boolean): Value {
    const { vm } = this.django;
    if (this.handler && !isSocket) return vm.callMethod(this.handler, 'get_response', args(request), null);
    if (request.k === 'inst') {
      const anonymous = vm.getAttr(vm.importModule('django.contrib.auth.models', null), 'AnonymousUser', null);
      vm.heap.setMap(request.attrs, 'user', vm.call(anonymous, args(), null));
      vm.heap.setMap<string, Value>(request.attrs, 'session', dict());
    }
    return atView();
  }

  private enter(row: BoundRow, request: Value): Value {
    const { vm } = this.django;
    if (this.entrance && !row.operation.socket) return vm.call(this.entrance, args(request), null);
    const { positional, keywords } = argumentsOf(row);
    return vm.call(row.leaf.callback, { positional: [request, ...positional], keywords }, null);
  }
}

/**
 * What `run` gives, with requests that middleware gives another URLconf left out: the usual hosts have the routes of the root. Where
 * one was left out and no other `isThere`, they are followed.
 */
export function byRootOrOtherRoutes<T>({ otherRoutes }: World, run: () => T, isThere: (found: T) => boolean): T {
  otherRoutes.wereLeft = false;
  try {
    const found = run();
    if (otherRoutes.areFollowed || !otherRoutes.wereLeft || isThere(found)) return found;
  } catch (error) {
    // No way leads through.
    if (!(error instanceof Infeasible) || otherRoutes.areFollowed || !otherRoutes.wereLeft) throw error;
  }
  otherRoutes.areFollowed = true;
  return run();
}

/** (response, status, Location, status of the exception that it answers, class of the one that is an error, whether it has no content) of a response. */
export function answerOf({ vm }: LoadedDjango, given: Value): Value {
  const response = vm.force(given, null);
  const status = response.k === 'inst' ? vm.force(vm.getAttr(response, 'status_code', null), null) : NONE;
  const headers = response.k === 'inst' ? vm.findAttr(response, 'headers', null) : null;
  const to = headers ? vm.force(vm.callMethod(headers, 'get', args(str('Location'), NONE), null), null) : NONE;
  const refused = response.k === 'inst' ? response.attrs.get('_unlatched_refused') : undefined;
  const error = response.k === 'inst' ? response.attrs.get('_unlatched_error') : undefined;
  const content = response.k === 'inst' ? response.attrs.get('content') : undefined;
  const isEmpty = content !== undefined && optionsThere(content).every((one) => (one.k === 'str' || one.k === 'bytes') && one.v === '');
  return tuple([response, status, to, refused ? vm.force(refused, null) : NONE, error ?? NONE, bool(isEmpty)]);
}

/** Whatever the start has cost, the chain is loaded. */
const STEPS_OF_THE_CHAIN = 2_000_000;

/** Loads the middleware chain once, as the server does at start; null when it cannot be loaded. */
function loadHandler(django: LoadedDjango): Value | null {
  const { vm } = django;
  const load = () => {
    const made = vm.call(vm.getAttr(vm.importModule('django.core.handlers.base', null), 'BaseHandler', null), args(), null);
    vm.callMethod(made, 'load_middleware', args(), null);
    // Every request sets it first; set here, it does not count as something that requests change for one another.
    const root = django.settings.get('ROOT_URLCONF');
    if (root) vm.call(vm.getAttr(vm.importModule('django.urls', null), 'set_urlconf', null), args(root), null);
    return vm.force(made, null);
  };
  return vm.within(STEPS_OF_THE_CHAIN, () => attempt(vm, 'middleware', load), 'anew');
}
