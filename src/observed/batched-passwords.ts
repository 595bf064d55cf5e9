/** Whether one GraphQL request carries many passwords past what slows guessing down (catalogue R40). */
import { randomBytes } from 'node:crypto';
import type { LoginRemark } from '../model/login-life.ts';
import type { Reason } from '../model/verdict.ts';
import type { AttemptsRequest, AttemptsResult } from '../model/witness.ts';
import { type Answer, headerOf } from './answer.ts';
import { type Asker, openAsker, pathUnder } from './asker.ts';
import { NO_CREDENTIAL } from './credential.ts';
import { attemptsIn, INTROSPECTION, type LoginMutation, loginBody, loginMutationIn, queryBody } from './graphql-login.ts';
import { outlast } from './pace.ts';
import type { MessageBody, Sent } from './sender.ts';
import { BODY_LIMIT } from './transport.ts';

/** Requests with one wrong password at the most. */
const REQUESTS = 8;
/** Passwords in one request at the least. */
const IN_ONE = 3;

/**
 * Asks the schema for a login and tries wrong passwords for a user that cannot exist, one a request, until the server slows down (429). Then
 * one request carries more of them for another such user than were answered before, and so does a second one: whoever counts passwords
 * stops it, whoever counts requests does not.
 * @returns a remark where all were answered like the first one: that nothing slowed them down, or that a request counts once whatever it carries
 * @throws UsageError for a URL that may not be asked
 */
export async function tryBatchedPasswords(request: AttemptsRequest): Promise<AttemptsResult> {
  const asker = await openAsker({ ...request, rate: Math.min(request.rate ?? 1, 1) }, [], BODY_LIMIT, request.maxRequests);
  const { exchanges } = asker.sender;
  try {
    const path = pathUnder(asker.origin, request.login.path);
    const schema = path === null ? null : (await post(asker, path, request.login.id, queryBody(INTROSPECTION), false)).answer;
    const mutation = loginMutationIn(schema?.json);
    const remark = mutation && path ? await new Guesses(asker, path, request, mutation).remark() : null;
    return { remarks: remark ? [remark] : [], exchanges };
  } finally {
    asker.close();
  }
}

/** Wrong passwords by one mutation. */
class Guesses {
  private readonly reasons: Reason[] = [];
  /** How the first one was answered. */
  private words: string | null = null;

  constructor(
    private readonly asker: Asker,
    private readonly path: string,
    private readonly request: AttemptsRequest,
    private readonly mutation: LoginMutation,
  ) {}

  async remark(): Promise<LoginRemark | null> {
    const user = this.madeUp();
    const begun = performance.now();
    for (let answered = 0; answered < REQUESTS; answered += 1) {
      const answer = await this.guess(user, 1);
      if (answer?.status === 429) return answered < 2 ? null : this.inOne(answered, answer, performance.now() - begun);
      if (answer === null || !this.isRefused(answer, 1)) return null;
    }
    const text = `${REQUESTS} wrong passwords for one user by the mutation ${this.mutation.name}, one a second, were answered alike, and none was slowed down`;
    return this.told('no-throttle', text);
  }

  /**
   * More than were answered one by one, in one request, and again.
   * @param time in which those were counted together: a limit lasts as long at the least
   */
  private async inOne(answered: number, slowed: Answer, time: number): Promise<LoginRemark | null> {
    const user = this.madeUp();
    const count = Math.max(IN_ONE, answered + 1);
    let begun = performance.now();
    let first = await this.guess(user, count);
    // The other name is the same caller: what counts by address lets him go on after a while.
    if (first?.status === 429 && (await outlast(headerOf(first, 'retry-after') ?? headerOf(slowed, 'retry-after'), this.request.signal))) {
      begun = performance.now();
      first = await this.guess(user, count);
    }
    if (first === null || !this.isRefused(first, count)) return null;
    const second = await this.guess(user, count);
    if (second === null || !this.isRefused(second, count)) return null;
    // Two limits that follow one another let twice as many through, and these were more: there was no third one in so short a time.
    if (performance.now() - begun > time) return null;
    const text = `by the mutation ${this.mutation.name} ${answered} wrong passwords are answered one by one, and then the caller is slowed down (429); ${count} in one request are all answered, twice`;
    return this.told('batched-attempts', text);
  }

  /** A user that cannot exist. */
  private madeUp(): string {
    const user = `unlatched-${randomBytes(8).toString('hex')}`;
    return /mail/i.test(this.mutation.userField) ? `${user}@example.invalid` : user;
  }

  private async guess(user: string, count: number): Promise<Answer | null> {
    const { asker, path, request, mutation } = this;
    const passwords = Array.from({ length: count }, () => `wrong-${randomBytes(6).toString('hex')}`);
    const { answer } = await post(asker, path, request.login.id, loginBody(mutation, user, passwords), true);
    const what = count === 1 ? 'a wrong password' : `${count} wrong passwords in one request`;
    if (answer) this.reasons.push({ text: `${what}: ${answer.status}`, exchange: answer.exchange });
    return answer;
  }

  /** Whether each password was answered as the first one was. */
  private isRefused({ json, exchange, status }: Answer, count: number): boolean {
    const outcomes = status === 429 ? null : attemptsIn(json, count, this.mutation);
    this.words ??= outcomes?.[0] ?? null;
    if (outcomes === null || outcomes.some((outcome) => outcome !== this.words)) return false;
    this.asker.sender.label(exchange, 'LOGIN-FAILED');
    return true;
  }

  private told(kind: LoginRemark['kind'], text: string): LoginRemark {
    const { login } = this.request;
    return { kind, subject: `POST ${login.path}`, operation: login.id, text, reasons: this.reasons };
  }
}

function post(asker: Asker, path: string, operation: string | null, body: MessageBody, attempt: boolean): Promise<Sent> {
  return asker.sender.send({
    probe: attempt ? 'login' : 'graphql-schema',
    operation,
    method: 'POST',
    path,
    query: [],
    credential: NO_CREDENTIAL,
    body,
    ...(attempt ? { secretAnswer: true, once: true } : {}),
    fresh: 'connection',
  });
}
