/**
 * The method of a write named in a header or parameter of another request, without a token (catalogue R14): by requests that cannot take
 * effect whichever of the two methods runs. The same request without that name is the control.
 */
import type { OverrideFact } from '../model/facts.ts';
import type { Reason, Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import type { Credential } from './credential.ts';
import { NO_CREDENTIAL } from './credential.ts';
import { passedGate, type TwinRequest } from './inert-twins.ts';
import type { Run } from './run.ts';
import { readShot, type Shot, shotReason, shotText } from './shot.ts';

/** A method under which the other one was named, and what was answered: to each twin, and to each without the name. */
export interface OverrideLog {
  readonly fact: OverrideFact;
  readonly named: readonly Shot[];
  readonly plain: readonly Shot[];
}

/** Set where a request that cannot take effect had one. */
export type Alarmed = (shot: Shot) => void;

/**
 * Each method is asked with once; who gets behind the gate is asked by the second twin, and as often without the name.
 * @param twins those of the operation itself
 */
export async function askOverrides(run: Run, target: Target, twins: readonly TwinRequest[], alarm: Alarmed): Promise<OverrideLog[]> {
  const logs: OverrideLog[] = [];
  for (const fact of target.overrides ?? []) {
    const fit = twins.filter(({ twin }) => fact.twins.includes(twin)).slice(0, 2);
    if (fit.length < 2) continue;
    const named: Shot[] = [];
    const plain: Shot[] = [];
    logs.push({ fact, named, plain });
    // What makes sure of a fault is not counted.
    run.inOverrides += 1;
    const ask = async (twin: TwinRequest, credential: Credential, into: Shot[]): Promise<boolean> => {
      const shot = await send(run, target, fact, twin, credential);
      into.push(shot);
      // An answer to the GET itself is no write.
      if (shot.class === 'REACHED' && fact.as !== 'GET') alarm(shot);
      return shot.answer !== null && (shot.class !== 'REACHED' || fact.as === 'GET');
    };
    for (const twin of fit) {
      if (!(await ask(twin, naming(fact, target.method), named))) return logs;
      if (!passedGate(twin.twin, named.at(-1)!)) break;
      if (!(await ask(twin, NO_CREDENTIAL, plain))) return logs;
    }
    if (isThrough({ fact, named, plain }, fit)) break;
  }
  return logs;
}

/** The name travels as a credential would, which it is to whoever believes it. */
export function naming({ names }: OverrideFact, method: string): Credential {
  const carriers = (wanted: string) =>
    names.filter(({ place }) => place === wanted).map(({ name }) => ({ name, wire: method, shell: method, shape: method }));
  return { headers: carriers('header'), query: carriers('query') };
}

async function send(run: Run, target: Target, { as }: OverrideFact, twin: TwinRequest, credential: Credential): Promise<Shot> {
  const sent = await run.sender.send({
    probe: 'method-override',
    operation: target.id,
    method: as,
    path: twin.path,
    query: twin.query,
    credential,
    body: twin.body,
    fresh: 'connection',
  });
  return readShot(sent, { origin: run.origin, valid: null, softNotFound: null, knownDenials: run.denials }, run.sender);
}

/** Two twins passed, and one of them at least did not without the name: a server that slowed down or failed said nothing of it. */
function isThrough({ named, plain }: OverrideLog, twins: readonly TwinRequest[]): boolean {
  const passed = (shots: readonly Shot[], index: number): boolean =>
    shots[index] !== undefined && passedGate(twins[index]!.twin, shots[index]);
  const isWithout = (shot: Shot, index: number): boolean =>
    !passed(plain, index) && shot.class !== 'THROTTLED' && shot.class !== 'CRASH' && shot.answer !== null;
  return passed(named, 0) && passed(named, 1) && plain.length === 2 && plain.some(isWithout);
}

/**
 * @param control the valid token, by the first twin, and by the second one where it was asked
 * @param vouch what the source says of the requests
 */
export function judgeOverride(
  logs: readonly OverrideLog[],
  twins: readonly TwinRequest[],
  none: Shot,
  control: readonly Shot[],
  vouch: Reason,
): Verdict {
  const hit = logs.find((log) => isThrough(log, fitting(log, twins)));
  if (hit) return admitted(hit, none, control, vouch);
  const reasons = logs.flatMap((log) => [
    ...log.named.map((shot) => shotReason(shot, namedAs(log))),
    ...log.plain.map((shot) => shotReason(shot, `the same ${log.fact.as} without it`)),
  ]);
  const doubt = logs.find(({ named }) => !isRefused(named[0]!));
  if (doubt) {
    const isSame = passedGate(fitting(doubt, twins)[0]!.twin, doubt.named[0]!) && doubt.plain.length > 0;
    return {
      verdict: 'unknown',
      reasons: [
        {
          text: isSame ? 'the request without the name gets as far, or another one does not' : shotText(doubt.named[0]!, namedAs(doubt)),
          because: reasons,
        },
      ],
    };
  }
  return {
    verdict: 'rejects',
    status: logs[0]!.named[0]!.answer!.status,
    stage: 'gate',
    reasons: [...reasons, shotReason(control[0]!, 'valid token')],
  };
}

function admitted(log: OverrideLog, none: Shot, control: readonly Shot[], vouch: Reason): Verdict {
  const reasons = [
    shotReason(log.named[0]!, namedAs(log)),
    shotReason(log.named[1]!, `${namedAs(log)}, otherwise broken`),
    ...log.plain.map((shot) => shotReason(shot, `the same ${log.fact.as} without it`)),
    shotReason(none, 'no token'),
    shotReason(control[0]!, 'valid token'),
    vouch,
  ];
  if (!log.fact.convicts) {
    const text = 'it gets as far as the valid token, yet the handler may still turn it away: the source does not say';
    return { verdict: 'unknown', reasons: [{ text, because: reasons }] };
  }
  return {
    verdict: 'admits',
    status: log.named[0]!.answer!.status,
    stage: 'handler',
    effect: 'the handler: nothing was written, since the request was broken on purpose',
    reasons,
  };
}

function namedAs({ fact: { as, names } }: OverrideLog): string {
  return `${as} with the method in ${names.map(({ place, name }) => (place === 'header' ? name : `?${name}=`)).join(' and ')}`;
}

function fitting({ fact }: OverrideLog, twins: readonly TwinRequest[]): readonly TwinRequest[] {
  return twins.filter(({ twin }) => fact.twins.includes(twin)).slice(0, 2);
}

/** Turned away, or answered as what it was sent as: the GET itself, or a method that the view does not have. */
function isRefused({ class: found, answer }: Shot): boolean {
  return found === 'DENIED' || found === 'REACHED' || answer?.status === 405;
}
