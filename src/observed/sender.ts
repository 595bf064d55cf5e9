/** Sends the requests of a run: identified, paced, counted, recorded; knows when the server went away. */
import { randomBytes } from 'node:crypto';
import type { Exchange } from '../model/exchange.ts';
import { ownVersion } from '../model/own-package.ts';
import { redact } from '../tokens/redact.ts';
import { type Answer, decodeAnswer, headerOf } from './answer.ts';
import { holdsPrivateKey, shownBy } from './answer-shows.ts';
import type { Credential } from './credential.ts';
import type { Origin } from './origin.ts';
import { Pace } from './pace.ts';
import { curlLine, excerptOf, isSecretHeader, recordHeaders, recordRequest, shellHeaders } from './record.ts';
import { withQuery } from './request-path.ts';
import type { Failure, HeaderList, Transport } from './transport.ts';
import { handshakeHeaders } from './websocket.ts';

/** What is sent after the headers. */
export interface MessageBody {
  readonly type: string;
  readonly text: string;
  /** As it stands between double quotes of a shell, without secrets. */
  readonly shell: string;
}

/** One request as the witness thinks of it. */
export interface Message {
  readonly probe: string;
  readonly operation: string | null;
  readonly method: string;
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  readonly credential: Credential;
  readonly body?: MessageBody;
  /** In place of `application/json`. */
  readonly accept?: string;
  /** The `Origin` of the page that a browser would send this from. */
  readonly pageOrigin?: string;
  /** True where the answer holds a credential that nobody knows yet: nothing but its status is kept. */
  readonly secretAnswer?: boolean;
  /** True where it counts against somebody: it is not sent again after 429. */
  readonly once?: boolean;
  /** A WebSocket handshake. */
  readonly socket?: boolean;
  /** With a cache-buster in the query, on a connection of its own. */
  readonly fresh?: 'connection' | 'connection-and-url';
}

/** What became of it. Without an answer, `stopped` says that nothing was sent. */
export type Sent =
  | { readonly answer: Answer; readonly exchange: string }
  | {
      readonly answer: null;
      readonly exchange: string | null;
      readonly failure: Failure | 'stopped';
      readonly text: string;
      readonly next?: string;
    };

/** Why a run sends nothing any more. */
export interface Stop {
  readonly cause: 'aborted' | 'budget' | 'gone';
  readonly text: string;
  readonly next?: string;
}

export interface SenderOptions {
  readonly origin: Origin;
  readonly transport: Transport;
  readonly headers: HeaderList;
  /** Grows when a token is renewed. */
  readonly secrets: readonly string[];
  readonly rate: number | null;
  readonly maxRequests: number | null;
  readonly signal: AbortSignal;
}

/** Failures in a row, over all operations, after which the server is asked whether it is still there. */
const FAILURES_IN_A_ROW = 5;
const CRASHES_BEFORE_PAUSE = 5;
const CRASHES_BEFORE_STOP = 25;

type MutableExchange = { -readonly [Key in keyof Exchange]: Exchange[Key] };

export class Sender {
  readonly exchanges: MutableExchange[] = [];
  /** Why nothing is sent any more, or null. */
  stopped: Stop | null = null;
  private readonly pace: Pace;
  private readonly identity: HeaderList;
  private failures = 0;
  private reserve = 0;
  private crashes = 0;

  constructor(private readonly options: SenderOptions) {
    this.pace = new Pace(options.rate, options.maxRequests);
    this.identity = [
      ['User-Agent', `unlatched/${ownVersion()}`],
      ['X-Unlatched-Run', randomBytes(8).toString('hex')],
      ['Accept-Encoding', 'identity'],
    ];
  }

  get count(): number {
    return this.exchanges.length;
  }

  /** True when so many requests failed in a row that the server may be gone. */
  get doubtful(): boolean {
    return this.failures >= FAILURES_IN_A_ROW;
  }

  /** Keeps requests of the budget back for the last control. */
  keepBack(requests: number): void {
    this.reserve = requests;
  }

  /** Sends one message; after 429 once more when the server's pause is short. */
  async send(message: Message, last = false): Promise<Sent> {
    const first = await this.sendOnce(message, last);
    if (first.answer === null || !throttled(first.answer)) return first;
    this.label(first.exchange, 'THROTTLED');
    if (message.once) return first;
    if (!this.pace.hold(headerOf(first.answer, 'retry-after'))) return first;
    const second = await this.sendOnce(message, last);
    return second.answer === null && second.exchange === null ? first : second;
  }

  /** Notes the class of an answer on its exchange. */
  label(exchange: string | null, answerClass: string): void {
    const entry = exchange === null ? undefined : this.exchanges[Number(exchange.slice(1)) - 1];
    if (entry) entry.answerClass = answerClass;
  }

  /** Milliseconds from a request to its whole answer. */
  durationOf(exchange: string): number {
    return this.exchanges[Number(exchange.slice(1)) - 1]?.duration ?? 0;
  }

  /** Notes on an exchange what is seen beside its answer. */
  show(exchange: string | null, shows: NonNullable<Exchange['shows']>): void {
    const entry = exchange === null ? undefined : this.exchanges[Number(exchange.slice(1)) - 1];
    if (entry) entry.shows = shows;
  }

  /** A server in trouble is given time, and then left alone. */
  private countCrash(crashed: boolean): void {
    this.crashes = crashed ? this.crashes + 1 : 0;
    if (this.crashes > 0 && this.crashes % CRASHES_BEFORE_PAUSE === 0) this.pace.hold(null);
    if (this.crashes >= CRASHES_BEFORE_STOP) {
      this.stopped ??= {
        cause: 'gone',
        text: `the target answered ${this.crashes} requests in a row with server errors`,
        next: 'look at the server, then ask again',
      };
    }
  }

  private async sendOnce(message: Message, last: boolean): Promise<Sent> {
    const { origin, transport, headers, secrets, signal } = this.options;
    if (!this.stopped && signal.aborted) this.stopped = { cause: 'aborted', text: 'interrupted' };
    if (this.stopped) return { answer: null, exchange: null, failure: 'stopped', text: this.stopped.text, next: this.stopped.next };
    if (!this.pace.take(last ? 0 : this.reserve)) {
      this.stopped = {
        cause: 'budget',
        text: `the budget of ${this.options.maxRequests} requests is used up`,
        next: 'raise --max-requests',
      };
      return { answer: null, exchange: null, failure: 'stopped', text: this.stopped.text, next: this.stopped.next };
    }
    await this.pace.turn(signal);
    if (signal.aborted) return { answer: null, exchange: null, failure: 'stopped', text: 'interrupted' };

    const query =
      message.fresh === 'connection-and-url' ? [...message.query, ['_unlatched', randomBytes(6).toString('hex')] as const] : message.query;
    const carriers = message.credential.query;
    const path = withQuery(message.path, query, carriers, 'wire');
    const body = message.body === undefined ? undefined : Buffer.from(message.body.text, 'utf8');
    const accept = message.accept ?? 'application/json';
    const about: HeaderList = body
      ? [
          ['Content-Type', message.body!.type],
          ['Content-Length', String(body.length)],
        ]
      : [];
    const handshake: HeaderList = [
      ...(message.socket ? handshakeHeaders(origin.origin) : []),
      ...(message.pageOrigin === undefined ? [] : [['Origin', message.pageOrigin] as const]),
    ];
    const plain: HeaderList = [...this.identity, ['Accept', accept], ...handshake, ...about, ...headers];
    const secretValues = [
      ...secrets,
      ...carriers.map((carrier) => carrier.wire).filter(longEnough),
      ...headers.filter(([name]) => isSecretHeader(name)).map(([, value]) => value),
    ];
    const entry: MutableExchange = {
      id: `x${this.exchanges.length + 1}`,
      probe: message.probe,
      operation: message.operation,
      request: recordRequest(message.method, `${origin.origin}${path}`, plain, message.credential.headers, secretValues),
      response: null,
      answerClass: 'NO-ANSWER',
      curl: curlLine({
        method: message.method,
        url: `${origin.origin}${withQuery(message.path, query, carriers, 'shell')}`,
        headers: [
          { name: 'Accept', shell: accept },
          ...(message.body ? [{ name: 'Content-Type', shell: message.body.type }] : []),
          ...handshake.map(([name, shell]) => ({ name, shell })),
          ...shellHeaders(headers),
          ...message.credential.headers,
        ],
        ...(message.body ? { body: message.body.shell } : {}),
      }),
      duration: 0,
    };
    this.exchanges.push(entry);
    const started = performance.now();
    const result = await transport.send(
      {
        method: message.method,
        path,
        headers: [...plain, ...message.credential.headers.map((carrier) => [carrier.name, carrier.wire] as const)],
        fresh: message.fresh !== undefined,
        ...(body ? { body } : {}),
        ...(message.socket ? { socket: true } : {}),
      },
      signal,
    );
    entry.duration = Math.round(performance.now() - started);
    if (!result.ok) {
      entry.error = redact(result.text, secretValues);
      if (result.failure !== 'aborted') this.failures += 1;
      return { answer: null, exchange: entry.id, failure: result.failure, text: result.text };
    }
    this.failures = 0;
    this.countCrash(result.answer.status >= 500);
    const answer = decodeAnswer(entry.id, message.method, path, result.answer);
    if (message.secretAnswer) {
      entry.response = { status: answer.status, headers: [], excerpt: 'not kept: it may hold a credential' };
      return { answer, exchange: entry.id };
    }
    const byAnybody = message.credential.headers.length + carriers.length === 0 && !headers.some(([name]) => isSecretHeader(name));
    const shows = shownBy(answer, byAnybody);
    if (shows) entry.shows = shows;
    entry.response = {
      status: answer.status,
      headers: recordHeaders(answer.headers, secretValues),
      excerpt: holdsPrivateKey(answer) ? 'not kept: it holds a private key' : excerptOf(answer, secretValues),
    };
    return { answer, exchange: entry.id };
  }
}

function throttled(answer: Answer): boolean {
  return answer.status === 429 || (answer.status === 503 && headerOf(answer, 'retry-after') !== null);
}

/** Short literals such as `null` are no secrets, and would be cut out of every body. */
const longEnough = (value: string): boolean => value.length >= 8;
