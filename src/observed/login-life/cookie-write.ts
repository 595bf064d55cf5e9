/** Whether the cookie of the login alone gets behind the gate of an unsafe operation, from a page of another site (catalogue R44). */
import type { Target } from '../../model/witness.ts';
import { cookieHeader } from '../cookies.ts';
import { type Credential, NO_CREDENTIAL } from '../credential.ts';
import { passedGate, type TwinRequest, twinRequests } from '../inert-twins.ts';
import { readShot, type Shot, shotReason, shotText } from '../shot.ts';
import type { Life } from './life.ts';
import { type OwnLogin, userCookies } from './own-login.ts';

/** Operations with authenticators of their own that are asked at the most. */
const DOORS = 3;
/** What a browser says of the page that sends the request (RFC 6454 section 7); the name can belong to nobody (RFC 2606). */
const ELSEWHERE = 'https://elsewhere.invalid';

/** By requests that cannot take effect, where the source vouches for that and the user agreed. */
export async function cookieWrite(life: Life, own: OwnLogin): Promise<void> {
  const { request } = life;
  const cookies = userCookies(own);
  if (!request.allowInertWrites || cookies.length === 0) return;
  const credential: Credential = {
    headers: [
      ...cookieHeader(cookies.map((cookie) => ({ ...cookie, shell: 'OWN_COOKIE' }))),
      { name: 'Origin', wire: ELSEWHERE, shell: ELSEWHERE, shape: ELSEWHERE },
    ],
    query: [],
  };
  for (const target of oneADoor(request.unsafe).slice(0, DOORS)) {
    const shots: Shot[] = [];
    const twins = twinRequests(life.asker.origin, target).slice(0, 2);
    for (const twin of twins) {
      const shot = await ask(life, target, twin, credential);
      if (shot.class === 'REACHED') {
        const text = `${target.id}: a request that cannot take effect was answered with success, so nothing more was sent: ${shotText(shot, 'cookie')}`;
        life.problems.push({ severity: 'error', text });
        return;
      }
      if (!passedGate(twin.twin, shot)) break;
      shots.push(shot);
    }
    if (shots.length < 2) continue;
    const without = await ask(life, target, twins[0]!, NO_CREDENTIAL);
    if (without.class !== 'DENIED' && without.class !== 'CSRF') continue;
    const sameSite = cookies.map((cookie) => cookie.sameSite).find((one) => one !== null) ?? null;
    life.found(
      'cookie-write',
      { method: target.method, path: target.path, id: target.id },
      {
        text: 'the cookie of a login gets behind the gate, without a CSRF token and from a page of another site',
        reasons: [
          shotReason(shots[0]!, 'the cookie alone'),
          shotReason(shots[1]!, 'the cookie alone, otherwise broken'),
          shotReason(without, 'no cookie'),
          { text: `the source vouches that nothing takes effect: ${target.inert!.why}` },
        ],
        ...(sameSite === null ? {} : { sameSite }),
      },
    );
    return;
  }
}

/** The first operation of each set of authenticators. */
function oneADoor(targets: readonly Target[]): readonly Target[] {
  const doors = new Map<string, Target>();
  for (const target of targets) {
    const door = target.authenticators.map(({ name }) => name).join(' ');
    if (!doors.has(door)) doors.set(door, target);
  }
  return [...doors.values()];
}

async function ask({ asker }: Life, target: Target, twin: TwinRequest, credential: Credential): Promise<Shot> {
  const sent = await asker.sender.send({
    probe: 'cookie-write',
    operation: target.id,
    method: target.method.toUpperCase(),
    path: twin.path,
    query: twin.query,
    credential,
    body: twin.body,
    fresh: 'connection',
  });
  return readShot(sent, { origin: asker.origin, valid: null, softNotFound: null, knownDenials: new Set() }, asker.sender);
}
