/** The door of the observed witness: asks a running server, safe methods only, and judges what it answered. */
import { UsageError } from '../model/errors.ts';
import type { Probe } from '../model/probe.ts';
import type { Problem } from '../model/problem.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Observation, ObserveRequest, ServedKeys, Target } from '../model/witness.ts';
import { jwtFacts } from '../tokens/inspect.ts';
import { keyFiles } from '../tokens/self-made.ts';
import { publicKeyAmong } from '../tokens/with-public-key.ts';
import { askInert } from './ask-inert.ts';
import { askMembers, type Member, probesAskedElsewhere } from './ask-members.ts';
import { OperationDialogue } from './ask-operation.ts';
import { askOptions } from './ask-options.ts';
import { routeOf } from './asker.ts';
import { Canary } from './canary.ts';
import { checkGrants } from './check-grants.ts';
import { makeMaterials, NO_CREDENTIAL, roleOf } from './credential.ts';
import { planRequests } from './dry-run.ts';
import { graphqlVerdict } from './graphql.ts';
import { isOnThisMachine, type KeyListener, openKeyListener } from './key-listener.ts';
import type { OperationLog } from './operation-log.ts';
import { type Origin, resolveOrigin } from './origin.ts';
import { userOf } from './own-user.ts';
import { type Parts, partsOf } from './parts.ts';
import { proxySecrets } from './proxy.ts';
import { wantedFile } from './public-file.ts';
import { wantsPublicKey } from './public-key.ts';
import { scopesOf } from './raised.ts';
import { isSecretHeader } from './record.ts';
import { concretePath } from './request-path.ts';
import { isSafe, Run } from './run.ts';
import { Sender, type Stop } from './sender.ts';
import { socketVerdict } from './socket-verdict.ts';
import { BODY_LIMIT, HEADER_LIMIT, openTransport, sendableHeader } from './transport.ts';
import { allUnknown, verdictsOf } from './verdicts.ts';
import { recallJwks, wellKnownJwks } from './well-known.ts';

const CONCURRENCY = 4;
/** Operations asked one after another while none has become the canary. */
const ALONE = 5;

interface Asked {
  readonly target: Target;
  readonly verdicts: Map<string, Verdict>;
  /** Numbers of the first and the last request that the verdicts rest on. */
  readonly firstRequest: number;
  readonly lastRequest: number;
  /** Asks what is left for the end of the run; null where nothing is. */
  readonly further: (() => Promise<Map<string, Verdict>>) | null;
  readonly member: Member | null;
  /** Personal values in the answer to everybody, to be compared with those of guarded operations. */
  readonly personal: readonly string[];
}

/**
 * Asks every target of the request and returns verdicts, redacted exchanges and the state of the canary.
 * Nothing is written: unsafe methods are asked by requests that cannot take effect, and only with consent; handlers with effects are not asked. Never throws for what a server does;
 * an abort gives partial results.
 * @throws UsageError for a URL, host, token or header that cannot be used
 */
export async function observe(request: ObserveRequest): Promise<Observation> {
  checkCredentials(request);
  const origin = await resolveOrigin(request.url, request.allowHosts, Boolean(request.proxy));
  const problems: Problem[] = [...warnings(request)];
  const rows = new Map<string, Map<string, Verdict>>();
  const order: Target[] = [];
  for (const target of inOrder(request.targets)) {
    const refused = refusal(target, origin, request);
    if (refused) rows.set(target.id, allUnknown(request.probes, refused.text, refused.next));
    else order.push(target);
  }
  if (request.dryRun) {
    for (const target of order) rows.set(target.id, allUnknown(request.probes, 'dry run: nothing was sent', 'leave --dry-run out'));
    return {
      verdicts: rows,
      exchanges: [],
      canary: 'none',
      requests: 0,
      interrupted: false,
      problems,
      plan: planRequests(request, origin, order),
      ...(order.length > 0 ? { servedKeys: null } : {}),
    };
  }

  const listener = await listenerFor(request, origin);
  const intrusion = request.allowIntrusion ? { keyAddress: listener?.address ?? null } : null;
  const materials = makeMaterials(request.token, request.grants, request.probes, intrusion, {
    scopes: scopesOf(order),
    user: userOf(request),
  });
  const limits = { time: Math.max(0.05, request.timeout) * 1000, body: BODY_LIMIT, headers: HEADER_LIMIT };
  const transport = openTransport(origin, limits, CONCURRENCY, routeOf(request));
  const secrets = [...materials.secrets, ...proxySecrets(request.proxy), ...(request.secrets ?? [])];
  const sender = new Sender({ ...request, origin, transport, secrets });
  const { probes, tokenScheme, way = null, renew = null } = request;
  const file = wantedFile(origin, request.staticFiles ?? []);
  const only = !request.oneOfSeveral;
  const all = request.targets.length;
  const run = new Run(origin, sender, materials, probes, tokenScheme, way, secrets, renew, order, listener, only, file, all);
  const canary = new Canary(run);
  request.emit({ type: 'phase', witness: 'observed', text: `asking ${origin.origin}${origin.prefix}` });
  let servedKeys = request.servedKeys;
  let askedElsewhere: ReturnType<typeof probesAskedElsewhere> = new Map();
  if (servedKeys !== undefined) recallJwks(sender, servedKeys);
  try {
    if (order.length > 0 && wantsPublicKey(probes, request.token)) servedKeys = await learnKey(run, request.token!);
    let asked = await askAll(request, run, canary, order, origin);
    asked = await askStale(request, run, canary, asked, origin);
    const stopped: Stop | null = request.signal.aborted ? { cause: 'aborted', text: 'interrupted' } : sender.stopped;
    if (!stopped && asked.length > 0) servedKeys = await wellKnownJwks(run);
    const options = stopped ? null : await askDescriptions(run, request, asked);
    const later = stopped ? [] : await askFurther(run, canary, asked);
    if (!stopped) later.push(...(await askMembers(run, canary, asked)));
    // A used-up budget has one request left for this.
    if (sender.stopped?.cause === 'budget') sender.stopped = null;
    await canary.check(true);
    const told = new Map(later.filter((each) => holds(canary, each)).map(({ one }) => [one.target.id, one]));
    asked = asked.map((one) => told.get(one.target.id) ?? one);
    for (const one of asked) if (options?.told.has(one.target.id)) one.verdicts.set(options.id, options.told.get(one.target.id)!);
    for (const one of asked) nameIdentities(request.probes, run.identities, one);
    settle(request, run, stopped, canary, order, asked, rows, problems);
    if (canary.failure === null) askedElsewhere = probesAskedElsewhere(asked);
  } finally {
    transport.close();
    listener?.close();
  }
  const gone = sender.stopped?.cause === 'gone';
  const useless = !canary.found && run.validDenied > 0;
  return {
    verdicts: rows,
    exchanges: sender.exchanges,
    canary: canary.failure !== null || gone || useless ? 'failed' : canary.found ? 'held' : 'none',
    requests: sender.count,
    interrupted: request.signal.aborted,
    problems,
    plan: [],
    askedElsewhere,
    ...(canary.sign && canary.failure === null ? { sign: canary.sign } : {}),
    ...(servedKeys === undefined ? {} : { servedKeys }),
  };
}

/** Whoever has a token has the public key as well where the server hands it out: asked before all else, for the tokens that it makes. */
async function learnKey(run: Run, token: string): Promise<ServedKeys | null> {
  const served = await wellKnownJwks(run);
  const key = served && publicKeyAmong(token, served.text, served.path);
  if (key) run.learnKey(key);
  return served;
}

/** Opened only where it is allowed and the server can reach it: then it is the one other address that may be asked because of a run. */
async function listenerFor({ allowIntrusion, proxy, token }: ObserveRequest, origin: Origin): Promise<KeyListener | null> {
  if (!allowIntrusion || proxy || token === null || jwtFacts(token) === null || !isOnThisMachine(origin)) return null;
  return openKeyListener(keyFiles(token)).catch(() => null);
}

/** What was asked while the token was dying is asked again with the fresh one. */
async function askStale(request: ObserveRequest, run: Run, canary: Canary, asked: Asked[], origin: Origin): Promise<Asked[]> {
  let all = asked;
  for (let round = 0; round < 3 && request.renew && !request.signal.aborted && !run.sender.stopped; round += 1) {
    await canary.check(false);
    const stale = all.filter((one) => canary.inGap(one.firstRequest, one.lastRequest)).map(({ target }) => target);
    if (stale.length === 0) break;
    for (const target of stale) run.forget(target);
    const rest = all.filter(({ target }) => !stale.includes(target));
    all = [...rest, ...(await askAll(request, run, canary, stale, origin))];
  }
  return all;
}

interface Later {
  /** As it was, with other verdicts. */
  readonly one: Asked;
  readonly firstRequest: number;
  readonly lastRequest: number;
}

/** What is left for the end of the run, after a sign of life of the token: if it dies meanwhile, everything from before stands. */
async function askFurther(run: Run, canary: Canary, asked: readonly Asked[]): Promise<Later[]> {
  const later: Later[] = [];
  if (run.hasRoomForWords && asked.some(({ further }) => further !== null)) await canary.check(false);
  for (const one of asked) {
    if (one.further === null || !run.hasRoomForWords || run.sender.stopped || canary.failure !== null) continue;
    const firstRequest = run.sender.count + 1;
    const verdicts = await one.further();
    later.push({ one: { ...one, verdicts }, firstRequest, lastRequest: run.sender.count });
    await canary.checkWhenDue();
  }
  return later;
}

/** OPTIONS may clear an operation and never convicts one: a few are asked when all else was. */
async function askDescriptions(run: Run, { probes }: ObserveRequest, asked: readonly Asked[]) {
  const { options, none, valid } = partsOf(probes);
  if (!options || !none || !valid || !run.canFire(options)) return null;
  return { id: options.id, told: await askOptions(run, options, asked, { none: none.id, valid: valid.id }) };
}

/** Refusals of other words mean something as long as the token lives. */
function holds(canary: Canary, { firstRequest, lastRequest }: Later): boolean {
  return canary.failure === null && !canary.inGap(firstRequest, lastRequest);
}

/**
 * One worker until there is a canary, then several; each takes the next operation. Operations on one object come when the lists
 * above them have been answered, for their identifiers.
 */
async function askAll(request: ObserveRequest, run: Run, canary: Canary, order: readonly Target[], origin: Origin): Promise<Asked[]> {
  const parts = partsOf(request.probes);
  const asked: Asked[] = [];
  let next = 0;
  let end = order.length;
  const worker = async (until: () => boolean): Promise<void> => {
    while (next < end && !until()) {
      const target = order[next]!;
      next += 1;
      await canary.checkWhenDue();
      if (run.sender.stopped || canary.failure !== null || request.signal.aborted) return;
      asked.push(await askOne(request, run, canary, target, origin, parts).catch((error: unknown) => failed(request, run, target, error)));
      request.emit({ type: 'progress', witness: 'observed', done: asked.length, total: order.length });
      if (run.sender.doubtful) await askWhetherGone(run, origin);
    }
  };
  const depth = (target: Target | undefined): number => target?.path.match(/\{/g)?.length ?? 0;
  await worker(() => canary.found || next >= ALONE);
  while (next < order.length && !run.sender.stopped && canary.failure === null && !request.signal.aborted) {
    end = next + 1;
    while (end < order.length && depth(order[end]) === depth(order[next])) end += 1;
    await Promise.all(Array.from({ length: CONCURRENCY }, () => worker(() => false)));
  }
  return asked;
}

async function askOne(request: ObserveRequest, run: Run, canary: Canary, target: Target, origin: Origin, parts: Parts): Promise<Asked> {
  const firstRequest = run.sender.count + 1;
  run.begin(target);
  if (!isSafe(target)) {
    const { verdicts, lastRequest, alarm } = await askInert(run, target, parts, request.probes);
    if (alarm !== null) run.alarms.push(`${target.id}: ${alarm}`);
    return { target, verdicts, firstRequest, lastRequest, further: null, member: null, personal: [] };
  }
  const dialogue = new OperationDialogue(run, target, concretePath(origin, target, run.seen)!, parts);
  const log = await dialogue.ask();
  if (log.valid?.class === 'REACHED') run.seen.learn(log.concrete, log.valid.answer!);
  // A canary is a plain request.
  if (!target.socket) canary.learn(target, log);
  if (log.valid?.class === 'DENIED') run.validDenied += 1;
  if (log.none?.first.class === 'DENIED' && log.valid?.class === 'REACHED') {
    for (const value of personalValues(log.valid.shape!.values)) if (run.identities.size < 2000) run.identities.add(value);
  }
  const judge = (): Map<string, Verdict> => {
    const verdicts = verdictsOf(run, target, log, request.probes);
    for (const probe of request.probes) {
      const verdict = graphqlVerdict(target, verdicts.get(probe.id)!);
      verdicts.set(probe.id, roleOf(probe) === 'valid' ? verdict : socketVerdict(target, log, verdict));
    }
    return verdicts;
  };
  const personal = log.none?.first.class === 'REACHED' ? personalValues(log.none.first.shape!.values).slice(0, 500) : [];
  const further = dialogue.hasFurtherWords ? () => dialogue.askFurtherWords().then(judge) : null;
  const member: Member | null =
    dialogue.askedElsewhere.length === 0
      ? null
      : {
          isAlike: () => run.isRefusedLike(target, log),
          unasked: () => dialogue.askedElsewhere,
          ask: (probe) => dialogue.askMember(probe),
          judge,
        };
  return { target, verdicts: judge(), firstRequest, lastRequest: lastRequestOf(log), further, member, personal };
}

/** A fault of our own costs the verdicts of one operation, not those of the others. */
function failed(request: ObserveRequest, run: Run, target: Target, error: unknown): Asked {
  const what = error instanceof Error ? error.name : 'error';
  const verdicts = allUnknown(request.probes, `Unlatched could not judge the answers (${what}); please report this`);
  return { target, verdicts, firstRequest: run.sender.count, lastRequest: run.sender.count, further: null, member: null, personal: [] };
}

/** Values of guarded operations in an answer to everybody are the strongest proof; all operations must be known for it (catalogue 1.1). */
function nameIdentities(probes: readonly Probe[], identities: ReadonlySet<string>, { verdicts, personal }: Asked): void {
  const probe = probes.find((one) => roleOf(one) === 'none');
  const verdict = probe && verdicts.get(probe.id);
  if (!probe || verdict?.verdict !== 'admits' || !personal.some((value) => identities.has(value))) return;
  verdicts.set(probe.id, { ...verdict, effect: `${verdict.effect}, with personal data that a guarded operation holds as well` });
}

/** Everything asked after the last sign of life of the token is unknown when it failed; so is what was never asked. */
function settle(
  request: ObserveRequest,
  run: Run,
  stopped: Stop | null,
  canary: Canary,
  order: readonly Target[],
  asked: readonly Asked[],
  rows: Map<string, Map<string, Verdict>>,
  problems: Problem[],
): void {
  // A server that is gone explains a silent canary better than the token does.
  const failure = stopped?.cause === 'gone' ? null : canary.failure;
  if (failure !== null) problems.push({ severity: 'error', text: `${failure}; everything since the last good answer is inconclusive` });
  if (stopped) problems.push({ severity: stopped.cause === 'gone' ? 'error' : 'warning', text: stopped.text });
  for (const text of run.alarms) problems.push({ severity: 'error', text });
  if (failure === null && !stopped && request.token !== null && !canary.found && asked.length > 0) {
    problems.push({
      severity: run.validDenied > 0 ? 'error' : 'warning',
      text:
        run.validDenied > 0
          ? `the valid token was turned away by ${run.validDenied} operation${run.validDenied === 1 ? '' : 's'} and let in nowhere that denies others: is it the right token, scheme and server?`
          : 'no operation told the valid token from a request without one, so nothing shows that the token works',
    });
  }
  for (const { target, verdicts, firstRequest, lastRequest } of asked) {
    const tainted = (failure !== null && lastRequest > canary.lastGood) || canary.inGap(firstRequest, lastRequest);
    rows.set(
      target.id,
      tainted ? allUnknown(request.probes, `inconclusive: ${failure ?? 'the token died meanwhile'}`, 'give a fresh token') : verdicts,
    );
  }
  for (const target of order) {
    if (rows.has(target.id)) continue;
    const why = failure ?? stopped?.text ?? 'not asked';
    rows.set(target.id, allUnknown(request.probes, `not asked: ${why}`, failure !== null ? 'give a fresh token' : stopped?.next));
  }
}

/** Many failures in a row may be one server that is gone or several bad operations: the root of the API tells. */
async function askWhetherGone(run: Run, origin: Origin): Promise<void> {
  const sent = await run.sender.send({
    probe: 'still-there',
    operation: null,
    method: 'GET',
    path: `${origin.prefix}/`,
    query: [],
    credential: NO_CREDENTIAL,
    fresh: 'connection',
  });
  if (sent.answer !== null || sent.failure === 'stopped' || sent.failure === 'aborted') return;
  run.sender.stopped ??= { cause: 'gone', text: `the target went away: ${sent.text}`, next: 'start the server and ask again' };
}

/** Number of the last request that the log's judgement uses. */
function lastRequestOf(log: OperationLog): number {
  let last = 0;
  const look = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 5) return;
    if ('exchange' in value && typeof value.exchange === 'string') last = Math.max(last, Number(value.exchange.slice(1)));
    else for (const item of value instanceof Map ? value.values() : Object.values(value)) look(item, depth + 1);
  };
  look(log, 0);
  return last;
}

/** Values that point at a person: e-mail addresses, and names and numbers by the key they stand under. */
function personalValues(values: ReadonlySet<string>): string[] {
  return [...values]
    .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)] as const)
    .filter(
      ([path, value]) =>
        value.length >= 5 &&
        (/^[^@\s]+@[^@\s]+$/.test(value) || /(e_?mail|user_?name|(first|last|full)_?name|phone|address|ssn|iban)$/i.test(path)),
    )
    .map(([, value]) => value);
}

/** Last words of paths whose request could take the token's power away. */
const ENDS_SESSION = /(^|[/_-])(log-?out(-?all)?|sign-?out|revoke(-?token)?|flush)\/?$/i;

/** Operations without guesses first: they make good canaries. */
function inOrder(targets: readonly Target[]): Target[] {
  const weight = (target: Target): number =>
    (/log-?out|sign-?out|revoke|blacklist|flush/i.test(target.path) ? 1000 : 0) +
    // By then the way of the token is known, and the canary lives.
    (isSafe(target) ? 0 : 100) +
    // Behind a handshake stands other code: a plain request speaks for its neighbours, see `claimGroup`.
    (target.socket ? 50 : 0) +
    (target.authenticators.length === 0 ? 10 : 0) +
    (target.path.match(/\{/g)?.length ?? 0);
  return targets
    .map((target, index) => ({ target, index }))
    .sort((a, b) => weight(a.target) - weight(b.target) || a.index - b.index)
    .map(({ target }) => target);
}

/** Why an operation is not asked, or null. */
function refusal(target: Target, origin: Origin, request: ObserveRequest): { readonly text: string; readonly next?: string } | null {
  if (!isSafe(target)) {
    if (target.inert && !request.allowInertWrites)
      return { text: 'not sent: even a request without effect needs consent', next: '--allow-inert-writes' };
    if (!target.inert) {
      const next = 'scan with the source (unlatched scan PATH) and --allow-inert-writes';
      return { text: 'not sent: no source vouches that a request of this method cannot take effect', next };
    }
  }
  const method = target.method === '*' ? 'GET' : target.method.toUpperCase();
  if (!target.harmless)
    return { text: `not sent: the source of this ${method} writes, and writes need consent`, next: '--allow-inert-writes' };
  if (ENDS_SESSION.test(target.path))
    return { text: 'not sent: by its name it ends the session that the token belongs to', next: 'try it by hand, last' };
  if (concretePath(origin, target) === null)
    return { text: 'not sent: the path leads out of the prefix of --url', next: 'look at --param' };
  return null;
}

function checkCredentials(request: ObserveRequest): void {
  if (request.token !== null && !sendableHeader('Authorization', `Bearer ${request.token}`)) {
    throw new UsageError('token-characters', '--token: holds characters that an HTTP header cannot carry');
  }
  checkGrants(request);
  if (request.token === '') throw new UsageError('token-empty', '--token: is empty');
  if (request.tokenScheme !== 'auto' && !/^[A-Za-z][A-Za-z0-9_-]{0,40}$/.test(request.tokenScheme)) {
    throw new UsageError('token-scheme', '--token-scheme: must be auto or one word such as Bearer');
  }
  for (const [name, value] of request.headers) {
    if (!sendableHeader(name, value)) throw new UsageError('bad-header', '--header: not a header that HTTP can carry; write "Name: value"');
    if (/^(authorization|cookie)$/i.test(name))
      throw new UsageError('credential-header', `--header: ${name} would go out with the request without a token; use --token`);
    if (/^(host|connection|content-length|transfer-encoding|upgrade|te|expect)$/i.test(name))
      throw new UsageError('bad-header', `--header: ${name} is set by Unlatched itself`);
  }
}

function warnings(request: ObserveRequest): Problem[] {
  const problems: Problem[] = [];
  for (const [name] of request.headers) {
    if (isSecretHeader(name))
      problems.push({
        severity: 'warning',
        text: `--header ${name} looks like a credential and goes out with every request, the one without a token included`,
      });
  }
  const expires = request.token === null ? null : (jwtFacts(request.token)?.expiresAt ?? null);
  if (expires !== null && expires * 1000 < Date.now())
    problems.push({ severity: 'warning', text: 'the token has expired by its own exp claim: give a fresh one' });
  return problems;
}
