/** Asks an unsafe operation by requests that cannot take effect, and judges what came back. */
import type { Probe } from '../model/probe.ts';
import { type Reason, unknownVerdict, type Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';
import { schemeCandidates } from '../tokens/scheme.ts';
import { headerOf } from './answer.ts';
import { askOverrides, judgeOverride, type OverrideLog } from './ask-override.ts';
import { bindCredential, inAuthorization, NO_CREDENTIAL, type Role, roleOf } from './credential.ts';
import { passedGate, type TwinRequest, twinRequests } from './inert-twins.ts';
import { judgeLowRole, pointlessLow } from './low-role.ts';
import { missingFor } from './needs.ts';
import type { Parts } from './parts.ts';
import type { Run } from './run.ts';
import { readShot, rememberDenial, type Shot, shotReason, shotText } from './shot.ts';

type Part = 'none' | 'garbage' | 'tampered' | 'low' | 'valid';
const WHO: Readonly<Record<Part, string>> = {
  none: 'no token',
  garbage: 'made-up token',
  tampered: 'changed token',
  low: 'token of few rights',
  valid: 'valid token',
};

export interface InertAnswers {
  readonly verdicts: Map<string, Verdict>;
  readonly lastRequest: number;
  /** Set when the server did something that a request without effect cannot bring about. */
  readonly alarm: string | null;
}

/**
 * Without a token first; as soon as a request is answered with success nothing more is sent. Who is let in by the first twin is asked
 * once more by the second; both must agree with what the valid token gets.
 */
export async function askInert(run: Run, target: Target, parts: Parts, probes: readonly Probe[]): Promise<InertAnswers> {
  const dialogue = new InertDialogue(run, target, parts);
  await dialogue.ask();
  const verdicts = new Map(probes.map((probe) => [probe.id, dialogue.verdict(probe)]));
  return { verdicts, lastRequest: run.sender.count, alarm: dialogue.alarm };
}

class InertDialogue {
  alarm: string | null = null;
  private readonly shots: Record<Part, Shot[]> = { none: [], garbage: [], tampered: [], low: [], valid: [] };
  private readonly lowRole: Probe | null;
  private readonly twins: readonly TwinRequest[];
  private overrides: readonly OverrideLog[] = [];
  private way;

  constructor(
    private readonly run: Run,
    private readonly target: Target,
    private readonly parts: Parts,
  ) {
    this.lowRole = parts.own.find(({ sends }) => sends.at === 'administration') ?? null;
    this.twins = twinRequests(run.origin, target);
    this.way = run.fixedWay && run.fixedWay.word !== 'auto' ? run.fixedWay : inAuthorization('Bearer');
  }

  async ask(): Promise<void> {
    const { run, parts, shots } = this;
    if (this.twins.length < 2) return;
    if (!(await this.fire('none', 0))) return;
    rememberDenial(shots.none[0]!, run.denials);
    this.way = this.wayOf(shots.none[0]!);
    if (parts.garbage && !(await this.fire('garbage', 0))) return;
    if (parts.tampered && run.canFire(parts.tampered) && !this.passed('garbage', 0) && !(await this.fire('tampered', 0))) return;
    if (!run.materials.valid || !(await this.fire('valid', 0))) return;
    const open = (['none', 'garbage', 'tampered'] as const).filter((part) => this.passed(part, 0));
    if (!this.passed('valid', 0)) return;
    if (open.length === 0) {
      await this.askOverrides();
      if (this.alarm === null) await this.askLowRole();
      return;
    }
    for (const part of [...open, 'valid'] as const) if (!(await this.fire(part, 1))) return;
  }

  /** Where everybody is turned away, another method may lead around the gate. */
  private async askOverrides(): Promise<void> {
    const { run, target, parts, shots, twins } = this;
    if (!parts.override || shots.none[0]!.class !== 'DENIED' || !target.overrides?.length) return;
    if (!run.hasRoomForOverrides) {
      run.leaveOut(target.id, parts.override);
      return;
    }
    this.overrides = await askOverrides(run, target, twins, (shot) => this.raise(shot, 'no token, with the method named'));
    if (this.overrides.some(({ named }) => named.length > 1)) await this.fire('valid', 1);
  }

  /** Where made-up tokens are turned away, that of somebody else tells something. */
  private async askLowRole(): Promise<void> {
    const { run, target, lowRole, shots } = this;
    if (!lowRole || shots.none[0]!.class !== 'DENIED' || !run.canFire(lowRole)) return;
    if (pointlessLow(lowRole, target, run.materials.low!.wire) !== null) return;
    if (!(await this.fire('low', 0)) || !this.passed('low', 0) || !(await this.fire('low', 1))) return;
    if (shots.valid.length < 2) await this.fire('valid', 1);
  }

  private lowRoleVerdict(probe: Probe): Verdict {
    const { run, target, shots } = this;
    const pointless = pointlessLow(probe, target, run.materials.low!.wire);
    if (pointless !== null) return unknownVerdict(pointless);
    const [low] = shots.low;
    const once = (shot: Shot | undefined) => (shot ? { first: shot, again: null } : null);
    const verdict = this.judge('low');
    return low ? judgeLowRole(verdict, { none: once(shots.none[0]), garbage: once(shots.garbage[0]) }, low, target) : verdict;
  }

  private overrideVerdict(): Verdict {
    const { run, target, parts, shots, twins } = this;
    const [none] = shots.none;
    if (!target.overrides?.length)
      return unknownVerdict(
        'not sent: the source names no header or parameter in which a method is looked for by a request without effect',
      );
    if (this.overrides.length === 0) {
      if (run.wasLeftOut(target.id, parts.override!))
        return unknownVerdict('not sent: the run keeps to eight requests an operation on average');
      if (none && none.class !== 'DENIED')
        return unknownVerdictOf('not sent: without a token it is not turned away', [shotReason(none, WHO.none)]);
      return this.passed('valid', 0)
        ? unknownVerdict('not sent: the source vouches for no two requests that take no effect under either method')
        : this.noControl([]);
    }
    if (this.overrides.some(({ named }) => named.length > 1) && !this.passed('valid', 1))
      return this.noControl([shotReason(none!, WHO.none)]);
    return judgeOverride(this.overrides, twins, none!, shots.valid, this.vouch());
  }

  /** The verdict of one probe of the run. */
  verdict(probe: Probe): Verdict {
    const missing = missingFor(probe, this.run.materials);
    if (missing) return unknownVerdict(missing.text, undefined, missing.next);
    if (this.twins.length < 2) return unknownVerdict('not sent: the source vouches for no two requests that cannot take effect');
    if (this.alarm !== null) return unknownVerdict(this.alarm);
    const role = roleOf(probe);
    if (role === 'override') return this.overrideVerdict();
    if (probe.sends.at) return this.lowRoleVerdict(probe);
    if (isOfReads(role)) return unknownVerdict('not sent: asked at operations with a safe method');
    if (role === 'valid') return this.judgeValid();
    if (role === 'tampered' && this.shots.tampered.length === 0 && this.passed('garbage', 0)) return this.judge('garbage');
    return this.judge(role);
  }

  private judgeValid(): Verdict {
    const [valid] = this.shots.valid;
    if (!valid) return this.noControl([]);
    const reason = shotReason(valid, WHO.valid);
    const status = valid.answer?.status;
    if (valid.class === 'DENIED')
      return { verdict: 'rejects', status, reasons: [reason], next: 'give a token whose user may call it: --token env:NAME' };
    if (!this.passed('valid', 0)) return unknownVerdictOf(shotText(valid, WHO.valid), [reason]);
    return {
      verdict: 'admits',
      status,
      stage: 'handler',
      reasons: [reason, this.vouch()],
      effect: 'nothing: the gate was passed, the request itself was refused',
    };
  }

  private judge(part: Part): Verdict {
    const [first, second] = this.shots[part];
    const [valid, validAgain] = this.shots.valid;
    if (!first) return this.noControl([]);
    const reason = shotReason(first, WHO[part]);
    if (!valid || !this.passed('valid', 0)) return this.noControl([reason, ...(valid ? [shotReason(valid, WHO.valid)] : [])]);
    const control = shotReason(valid, WHO.valid);
    const status = first.answer?.status;
    if (first.class === 'DENIED') return { verdict: 'rejects', status, stage: 'gate', reasons: [reason, control] };
    if (!this.passed(part, 0)) return unknownVerdictOf(shotText(first, WHO[part]), [reason, control]);
    if (!second || !validAgain || !this.passed(part, 1) || !this.passed('valid', 1) || first.answer!.status !== valid.answer!.status)
      return unknownVerdictOf('two requests without effect do not agree', [
        reason,
        ...(second ? [shotReason(second, `${WHO[part]}, otherwise broken`)] : []),
        control,
      ]);
    const reasons = [reason, shotReason(second, `${WHO[part]}, otherwise broken`), control, this.vouch()];
    if (!this.target.inert!.convicts)
      return unknownVerdictOf(
        'it gets as far as the valid token, yet the handler may still turn it away: the source does not say',
        reasons,
      );
    return {
      verdict: 'admits',
      status,
      stage: 'handler',
      ...(part !== 'none' && this.passed('none', 0) ? { richer: false } : {}),
      effect: 'the handler: nothing was written, since the request was broken on purpose',
      reasons,
    };
  }

  private vouch(): Reason {
    return { text: `the source vouches that nothing takes effect: ${this.target.inert!.why}` };
  }

  private noControl(because: readonly Reason[]): Verdict {
    const { valid } = this.shots;
    if (!this.run.materials.valid) return unknownVerdict('no positive control: no valid token was given', undefined, '--token env:NAME');
    if (valid[0]?.class === 'DENIED')
      return unknownVerdictOf(
        'no positive control: the valid token was turned away',
        because,
        'give a token whose user may call it: --token env:NAME',
      );
    return unknownVerdictOf('no positive control: the valid token did not get behind the gate', because);
  }

  private passed(part: Part, index: number): boolean {
    const shot = this.shots[part][index];
    return shot !== undefined && passedGate(this.twins[index]!.twin, shot);
  }

  /** Sends one twin. False when nothing more may be sent. */
  private async fire(part: Part, index: number): Promise<boolean> {
    const { run, target, parts } = this;
    const twin = this.twins[index]!;
    const probe = part === 'low' ? this.lowRole : parts[part];
    const sends = probe?.sends ?? ({ place: 'header', material: part === 'none' ? 'none' : 'valid', scheme: 'auto' } as const);
    const sent = await run.sender.send({
      probe: probe?.id ?? part,
      operation: target.id,
      method: target.method.toUpperCase(),
      path: twin.path,
      query: twin.query,
      credential: bindCredential(sends, ['Authorization'], this.way, run.materials) ?? NO_CREDENTIAL,
      body: twin.body,
      fresh: 'connection',
    });
    const shot = readShot(sent, { origin: run.origin, valid: null, softNotFound: null, knownDenials: run.denials }, run.sender);
    this.shots[part].push(shot);
    if (shot.class === 'REACHED') {
      this.raise(shot, WHO[part]);
      return false;
    }
    return shot.answer !== null;
  }

  private raise(shot: Shot, who: string): void {
    this.alarm = `a request that cannot take effect was answered with success, so nothing more was sent: ${shotText(shot, who)}`;
  }

  private wayOf(none: Shot) {
    const { run, target } = this;
    if (run.fixedWay && run.fixedWay.word !== 'auto') return run.fixedWay;
    if (run.tokenScheme !== 'auto') return inAuthorization(run.tokenScheme);
    const elsewhere = (target.ways ?? []).filter(({ word }) => word !== 'auto');
    if (elsewhere.length > 0 && elsewhere.length === target.ways!.length) return elsewhere[0]!;
    if (run.provenWay) return run.provenWay;
    const known = target.authenticators.flatMap(({ schemes }) => schemes);
    const challenge = none.answer ? headerOf(none.answer, 'www-authenticate') : null;
    return inAuthorization(schemeCandidates(run.materials.valid?.wire ?? null, known, challenge, null)[0]!);
  }
}

const OF_READS = ['method', 'options', 'variant', 'other', 'own', 'raised'] as const;

function isOfReads(role: Role): role is (typeof OF_READS)[number] {
  return (OF_READS as readonly Role[]).includes(role);
}

function unknownVerdictOf(text: string, because: readonly Reason[], next?: string): Verdict {
  const exchange = because.find((reason) => reason.exchange)?.exchange;
  return {
    verdict: 'unknown',
    reasons: [{ text, ...(exchange ? { exchange } : {}), ...(because.length > 0 ? { because } : {}) }],
    ...(next ? { next } : {}),
  };
}
