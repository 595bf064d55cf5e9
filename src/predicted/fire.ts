/** Fire: one probe through one operation, by running the project's own code in the interpreter. */

import { failureText } from '../frameworks/django/attempt.ts';
import type { LoadedDjango } from '../frameworks/django/load.ts';
import { type Asked, lookAlike, type RequestFacts } from '../frameworks/django/sent.ts';
import type { Seen } from '../interpreter/lookout.ts';
import { Bound } from '../interpreter/signals.ts';
import type { Value } from '../interpreter/values.ts';
import type { Probe } from '../model/probe.ts';
import { unknownVerdict, type Verdict, type VerdictKind } from '../model/verdict.ts';
import { probe as garbageToken } from '../probes/garbage-token.ts';
import { probe as noToken } from '../probes/no-token.ts';
import { probe as validToken } from '../probes/valid-token.ts';
import { AlikeViews, type AtDoor } from './alike-views.ts';
import { Allowance } from './allowance.ts';
import { Answers } from './answered.ts';
import { type BoundRow, chainOf } from './bind.ts';
import { conclude, type Shot, takesToken } from './conclude.ts';
import { Control, pairOf } from './control.ts';
import { byRootOrOtherRoutes, type Door, Doors } from './door.ts';
import { endingOf } from './ending.ts';
import { handlerCodes } from './handlers.ts';
import { Leftovers } from './leftovers.ts';
import { Passage } from './passage.ts';
import { readTrace } from './trace.ts';
import { Unfollowed } from './unfollowed.ts';

const STEPS_OF_A_PROBE = 40_000;
/** Of a view whose gate is too much to follow without a token: who is turned away with another one, is so early or not in time either. */
const STEPS_AFTER_A_BOUND = 4_000;
const STEPS_OF_ALL_PROBES = 20_000_000;

/** Answers probes. */
export interface Shooter {
  readonly django: LoadedDjango;
  shoot(row: BoundRow, probe: Probe): Shot;
  /** Fires at a view that takes any method with one of them. */
  shootWith(row: BoundRow, probe: Probe, method: string): Shot;
}

/** A shot that is remembered. */
interface Fired {
  readonly shot: Shot;
  /** What of the leftovers of other requests was looked at. */
  readonly seen: Seen;
}

/** What came of one way through a view. */
interface Answered {
  readonly shot: Shot;
  readonly row: BoundRow;
  readonly asked: Asked;
  readonly seen: Seen;
}

/** Where the right token was taken that should not have been, at an operation of one pair of policies. */
interface Taken {
  readonly row: BoundRow;
  readonly shot: Shot;
  readonly seen: Seen;
}

/** Methods of a view that a request goes through before its handler. */
const STEPS_OF_A_GATE = [
  'dispatch',
  'initialize_request',
  'get_authenticators',
  'initial',
  'perform_authentication',
  'check_permissions',
  'get_permissions',
];

/** What is made of the valid token, or like it: it travels as that does. */
const CHANGED: ReadonlySet<string> = new Set(['valid', 'tampered', 'prefix', 'suffixed', 'made', 'user']);

const VENV = '--venv DIR (a virtual environment of the project) decides it';
const NO_OVERRIDE = 'no middleware reads another method from a header or field, so the request stays what it is';

/** The probes by which gates are told apart. */
const PLAIN: readonly Probe[] = [noToken, garbageToken];
const PLAIN_OR_VALID: ReadonlySet<Probe> = new Set([...PLAIN, validToken]);

export class Firing implements Shooter {
  private readonly shots = new Map<string, Fired>();
  private readonly doors: Doors;
  /** The positive controls. */
  readonly control: Control;
  private readonly taken = new Map<string, Taken>();
  /** Rows at which the request without a token was not followed to its end. */
  private readonly unending = new Set<BoundRow>();
  /** What each row asked of the request without a token. */
  private readonly asked = new Map<BoundRow, Asked>();
  private readonly passage: Passage;
  private readonly alike: AlikeViews<Answered>;
  /** Steps of all probes so far. */
  private spent = 0;
  private readonly allowance = new Allowance(STEPS_OF_A_PROBE);

  constructor(
    readonly django: LoadedDjango,
    readonly leftovers = new Leftovers(django.vm),
    /** Steps of all probes together; what comes after is unknown by this bound. */
    private readonly most = STEPS_OF_ALL_PROBES,
  ) {
    const answers = new Answers(django.vm);
    const unfollowed = new Unfollowed(django.vm);
    this.passage = new Passage(django, answers, unfollowed);
    this.doors = new Doors(django, this.leftovers, answers, unfollowed);
    this.alike = new AlikeViews(django.vm, this.leftovers);
    this.control = new Control(django.vm, {
      withoutToken: (row) => this.shoot(row, noToken),
      withToken: (row) => this.shoot(row, validToken),
      send: (row, scheme, elsewhere) => this.fireOnce(row, validToken, scheme, elsewhere),
    });
  }

  /** Fires a probe; remembered for each row. */
  shoot(row: BoundRow, probe: Probe): Shot {
    return this.fired(row, probe).shot;
  }

  /** Whether on all ways of a probe through a row nobody looked at what other requests leave. */
  ignores(row: BoundRow, probe: Probe): boolean {
    return !this.leftovers.lookout.mayHaveLooked(this.fired(row, probe).seen);
  }

  /** Whether no steps are left for further probes. */
  get isSpent(): boolean {
    return this.spent >= this.most;
  }

  private fired(row: BoundRow, probe: Probe): Fired {
    const key = `${row.operation.rowId} ${probe.id}`;
    let fired = this.shots.get(key);
    if (!fired) {
      fired = this.fireUnlessUnread(row, probe);
      const { shot } = fired;
      // Its trace is told for those who get in, and compared for these two; there are many shots, and a trace holds much.
      if (shot.verdict.verdict === 'rejects' && probe !== noToken && probe !== validToken)
        fired = { ...fired, shot: { ...shot, deciding: null } };
      this.shots.set(key, fired);
    }
    return fired;
  }

  shootWith(row: BoundRow, probe: Probe, method: string): Shot {
    return this.fireMethod(row, probe, 'Bearer', false, method);
  }

  /**
   * A request that differs from the one without a token only in what the operation never asks for gets the same answer.
   * The right token, what is made of it, and other methods are always sent.
   */
  private fireUnlessUnread(row: BoundRow, probe: Probe): Fired {
    const { sends } = probe;
    if (probe === noToken || probe === validToken || sends.method || sends.override || sends.owner) return this.fireWatched(row, probe);
    const plain = this.fired(row, noToken);
    const asked = this.asked.get(row);
    // Made of the right token, it stands where that one was taken.
    const isChanged = CHANGED.has(sends.material);
    if (isChanged) this.shoot(row, validToken);
    const form = this.control.formOf(row);
    const facts = (of: Probe, elsewhere: boolean) => this.factsOf(row, of, form.scheme ?? 'Bearer', elsewhere);
    const alike = asked && lookAlike(facts(noToken, false), facts(probe, isChanged && form.elsewhere), asked);
    return alike ? plain : this.fireWatched(row, probe);
  }

  private fireWatched(row: BoundRow, probe: Probe): Fired {
    return this.leftovers.lookout.during((seen) => ({ shot: this.fire(row, probe), seen: seen() }));
  }

  private factsOf(row: BoundRow, probe: Probe, scheme: string, elsewhere: boolean, method = row.operation.method): RequestFacts {
    const facts = { probe, method, path: row.leaf.path, scheme, elsewhere };
    if (!probe.sends.override) return facts;
    const { method: own } = row.operation;
    return { ...facts, override: own !== '*' ? own : method === 'GET' ? 'POST' : 'GET' };
  }

  private fire(row: BoundRow, probe: Probe): Shot {
    const { operation, leaf } = row;
    const blank = (text: string): Shot => ({ verdict: unknownVerdict(text), deciding: null });
    if (leaf.callback.k === 'unknown') return blank(leaf.callback.reason);
    if (probe.sends.method && operation.method !== 'GET' && operation.method !== '*')
      return blank(`${probe.sends.method} is asked where there is a GET`);
    const { sends } = probe;
    if (operation.socket && (sends.method || sends.override)) return blank('a WebSocket is opened by GET');
    if (sends.override) return this.fireOverride(row, probe);
    if (probe === validToken) return this.control.find(row);
    // Other tokens travel in the form of the right one, so that one is sent first.
    if (sends.scheme === 'auto' && sends.material !== 'none') this.shoot(row, validToken);
    return sends.material === 'valid' && !sends.method ? this.fireCarried(row, probe) : this.fireForms(row, probe);
  }

  /**
   * The right token where it should not count (in the query, of a user who was locked out). What takes it is the authenticator, so one
   * operation of a pair of policies shows it, as with the control; where the token is turned away, each operation says so itself.
   */
  private fireCarried(row: BoundRow, probe: Probe): Shot {
    const isGuarded = row.operation.authenticators?.length && PLAIN.every((plain) => isTurnedAway(this.shoot(row, plain)));
    if (!isGuarded || this.shoot(row, validToken).verdict.verdict !== 'admits') return this.fireForms(row, probe);
    const { lookout } = this.leftovers;
    const pair = `${row.operation.method} ${pairOf(row, probe)}`;
    const known = this.taken.get(pair);
    if (known && this.haveOneGate(known.row, row)) {
      lookout.relyOn(known.seen);
      return toldOf(known.shot, known.row, row);
    }
    return lookout.during((seen) => {
      const shot = this.fireForms(row, probe);
      const { verdict, deciding } = shot;
      if (verdict.verdict === 'admits' && deciding && takesToken(deciding)) this.taken.set(pair, { row, shot, seen: seen() });
      return shot;
    });
  }

  /** Whether the views have the steps before the handler from the same classes (`rest_framework/views.py`, `APIView`). */
  private haveOneGate({ view: one }: BoundRow, { view: other }: BoundRow): boolean {
    const { vm } = this.django;
    return one !== null && other !== null && STEPS_OF_A_GATE.every((name) => vm.lookup(one.cls, name) === vm.lookup(other.cls, name));
  }

  /** With each scheme word that may stand in front of the token. */
  private fireForms(row: BoundRow, probe: Probe): Shot {
    const { sends } = probe;
    const changed = CHANGED.has(sends.material) && sends.scheme === 'auto';
    const { scheme: usual, elsewhere, words } = this.control.formOf(row);
    // Who somebody is may travel behind a word behind which no token does.
    const wanted = usual === undefined && sends.material === 'user' ? words : [];
    if (changed && wanted.length === 0) return this.fireOnce(row, probe, usual ?? 'Bearer', elsewhere);
    const others = usual === undefined ? wanted : [usual];
    const schemes = sends.scheme === 'auto' ? [...new Set(['Bearer', ...others])] : ['Bearer'];
    const shots = schemes.map((scheme) => this.fireOnce(row, probe, scheme));
    const first = (verdict: VerdictKind) => shots.find((s) => s.verdict.verdict === verdict);
    // Of those that are turned away, the one that came furthest.
    return (
      first('admits') ??
      first('unknown') ??
      shots.find((s) => s.verdict.stage === 'handler') ??
      (usual === undefined ? shots[0]! : shots.at(-1)!)
    );
  }

  /** Sent as what it is not: a write as GET, and as POST, a GET as POST; the worse answer counts. */
  private fireOverride(row: BoundRow, probe: Probe): Shot {
    const shots = ['GET', 'POST']
      .filter((one) => one !== row.operation.method)
      .map((one) => this.fireMethod(row, probe, 'Bearer', false, one));
    return (
      shots.find(({ verdict }) => verdict.verdict === 'admits') ?? shots.find(({ verdict }) => verdict.verdict === 'unknown') ?? shots[0]!
    );
  }

  /** A view that takes any method is asked with GET and, unless that gets in, with POST, and with others where it takes neither; the worse answer counts. */
  private fireOnce(row: BoundRow, probe: Probe, scheme: string, elsewhere = false): Shot {
    const { method } = row.operation;
    if (probe.sends.method || method !== '*') return this.fireMethod(row, probe, scheme, elsewhere, probe.sends.method ?? method);
    const get = this.fireMethod(row, probe, scheme, elsewhere, 'GET');
    if (get.verdict.verdict === 'admits') return get;
    const post = this.fireMethod(row, probe, scheme, elsewhere, 'POST');
    if (post.verdict.verdict === 'admits') return post;
    // A view that takes neither may take others; where it takes none of them, nobody gets in.
    const refused = (shot: Shot) => shot.deciding?.status === 405 && shot.verdict.verdict === 'rejects';
    if (refused(get) && refused(post)) {
      const others = ['PUT', 'PATCH', 'DELETE'].map((other) => this.fireMethod(row, probe, scheme, elsewhere, other));
      return others.find((s) => s.verdict.verdict === 'admits') ?? others.find((s) => !refused(s)) ?? get;
    }
    if (get.deciding?.aside || refused(get)) return post;
    if (post.deciding?.aside || refused(post)) return get;
    return post.verdict.verdict === 'unknown' ? post : get;
  }

  private fireMethod(row: BoundRow, probe: Probe, scheme: string, elsewhere: boolean, method: string): Shot {
    return this.leftovers.lookout.during((seen) => this.fireSeen(row, probe, scheme, elsewhere, method, seen));
  }

  private fireSeen(row: BoundRow, probe: Probe, scheme: string, elsewhere: boolean, method: string, seen: () => Seen): Shot {
    const { vm, world } = this.django;
    const before = { steps: vm.steps, firing: vm.firing, limit: vm.stepLimit };
    vm.firing = true;
    vm.era++;
    const { lookout } = this.leftovers;
    const left = Math.max(0, this.most - this.spent);
    vm.stepLimit = vm.steps + Math.min(STEPS_OF_A_PROBE, left);
    const facts = this.factsOf(row, probe, scheme, elsewhere, method);
    world.request = facts;
    const open = (text: string, isCut: boolean): Shot => ({
      verdict: { ...unknownVerdict(`the probe could not be followed to its end: ${text}`) },
      deciding: null,
      isCut,
    });
    let keep = (_shot: Shot, _left: boolean) => {};
    let begun = vm.steps;
    let ofDoor: Asked = new Map();
    try {
      const door = this.doors.of(row, facts, (run, arrive) => this.passage.hooked(run, arrive), left);
      const most = this.unending.has(row) && !PLAIN_OR_VALID.has(probe) ? STEPS_AFTER_A_BOUND : this.allowance.of(row.leaf.path);

      begun = vm.steps;
      vm.stepLimit = begun + Math.min(most, left);
      ofDoor = door.asked;
      world.asked = new Map(door.asked);
      world.secretAsked = null;
      lookout.relyOn(door.seen);
      if (door.failure !== null && door.states.length === 0) return open(door.failure, door.isCut);
      if (facts.override && !door.readsOverride) return { verdict: this.withoutOverride(door), deciding: null };
      world.path = door.request.path;
      world.method = door.request.method;
      world.match = door.request.match;
      const anyMethod = row.operation.method === '*';
      const handlers = handlerCodes(vm, row);
      const ends = this.endsAtHandler(row);
      const place: AtDoor = {
        row,
        door,
        route: this.doors.routeOf(row),
        key: [probe.id, method, scheme, elsewhere, facts.override, anyMethod, ends].join(' '),
        handlers,
        steps: vm.stepLimit - vm.steps,
      };
      const known = this.alike.find(place);
      if (known) {
        world.asked = new Map(known.asked);
        lookout.relyOn(known.seen);
        return toldOf(known.shot, known.row, row);
      }
      const way = this.alike.way(place);
      keep = (shot, left) => way.keep({ shot, row, asked: new Map(world.asked), seen: seen() }, left);
      const entrances = new Set<Value>(chainOf(row.leaf.callback));
      const read = () => {
        const mayLogIn = probe === noToken && method === 'POST' && row.policy !== null;
        const through = () => this.passage.through(row, door, entrances, handlers, ends, mayLogIn);
        const ways = way.follow(() => byRootOrOtherRoutes(world, through, (found) => found.length + door.endings.length > 0));
        for (const { outcome } of ways) this.leftovers.add(outcome.delta, row);
        const shot = way.read(() => {
          const endings = ways.map(({ outcome, at }) => endingOf(this.django, outcome, at, anyMethod));
          return conclude(this.django, probe, [...door.endings, ...endings], anyMethod);
        });
        // One way in is enough; that there is none, all would have to tell.
        return door.failure === null || shot.verdict.verdict === 'admits' ? shot : open(door.failure, door.isCut);
      };
      const modules = vm.modules.size;
      // A module that was imported on the way stays loaded, and may hold what a fork left behind.
      const shot = vm.explorer.ways.constrained(door.constraints, () =>
        vm.explorer.ways.forgetting(read, () => vm.modules.size === modules),
      );
      this.allowance.ended(row.leaf.path, vm.steps - begun);
      // Where somebody gets in, it is told through which classes: those of this view.
      if (shot.verdict.verdict !== 'admits') keep(shot, false);
      return shot;
    } catch (error) {
      const text = failureText(vm, error);
      if (text === null) throw error;
      this.allowance.ended(row.leaf.path, vm.steps - begun, error);
      if (probe === noToken && error instanceof Bound) this.unending.add(row);
      const shot = open(text, error instanceof Bound);
      keep(shot, true);
      return shot;
    } finally {
      vm.firing = before.firing;
      // What a probe takes is bounded on its own, and nothing that others may not take.
      vm.stepLimit = before.limit + vm.steps - before.steps;
      this.spent += vm.steps - before.steps;
      if (probe === noToken) {
        this.asked.set(row, new Map([...(this.asked.get(row) ?? []), ...world.asked]));
        this.control.asked(row, world.asked, ofDoor);
      }
      world.request = world.path = world.method = world.match = null;
    }
  }

  /** Nothing on the way to the view reads an override: it stays another request, unless code that we do not have makes it one. */
  private withoutOverride(door: Door): Verdict {
    const traces = [...door.states.map((outcome) => readTrace(this.django.vm, outcome)), ...door.endings.map(({ trace }) => trace)];
    const granted = traces.flatMap((trace) => trace.granted);
    if (granted[0] !== undefined) return unknownVerdict(`not known whether ${granted[0]}`, undefined, VENV);
    if (!this.doors.hasMiddleware) return unknownVerdict('the middleware could not be loaded', undefined, VENV);
    return { verdict: 'rejects', stage: 'middleware', reasons: [{ text: NO_OVERRIDE }] };
  }

  /** With a right token the gate alone is asked for: what the handler does with it is no matter here. */
  private endsAtHandler(row: BoundRow): boolean {
    // Where those without a token do not come as far as the handler, whoever reaches it is in.
    const turnedAway = (plain: Probe) => {
      const fired = this.shots.get(`${row.operation.rowId} ${plain.id}`);
      return fired !== undefined && isTurnedAway(fired.shot);
    };
    const { world } = this.django;
    return world.isValid && (world.request?.probe.secure === 'admits' ? !this.control.isOwn(row) : PLAIN.every(turnedAway));
  }
}

function isTurnedAway({ verdict }: Shot): boolean {
  return verdict.verdict === 'rejects' && verdict.stage !== 'handler';
}

/** The answer of a view as that of another one which is alike: its reasons name the class of the view here and there. */
function toldOf(shot: Shot, of: BoundRow, row: BoundRow): Shot {
  const [name, other] = [of.view?.cls.name, row.view?.cls.name];
  if (!name || !other || name === other) return shot;
  const named = new RegExp(`\\b${name}\\b`, 'g');
  const reasons = shot.verdict.reasons.map((reason) => ({ ...reason, text: reason.text.replace(named, other) }));
  return { ...shot, verdict: { ...shot.verdict, reasons } };
}
