/**
 * Whether a reset of the password or a registration tells a user that exists from one that does not (catalogue R28), by status and body.
 * A reset mails the user of the run, and nobody else; a registration is asked with an empty password, which no account can have.
 */
import type { FoundOperation } from '../../model/login-life.ts';
import type { Reason } from '../../model/verdict.ts';
import type { Answer } from '../answer.ts';
import { headerOf } from '../answer.ts';
import { pathUnder } from '../asker.ts';
import { isCsrf } from '../cookies.ts';
import { NO_CREDENTIAL, shellText } from '../credential.ts';
import { missingFields } from '../login-form.ts';
import type { MessageBody, Sent } from '../sender.ts';
import { difference, type Parts, partsOf } from './answers-differ.ts';
import type { Life } from './life.ts';
import { strangers } from './told-user.ts';

/** Requests for each of the two. */
const TRIES = 2;

/** What was answered for one of the two, and the same without the names that were sent. */
interface Told {
  readonly answers: Answer[];
  readonly parts: Parts[];
}

export async function toldElsewhere(life: Life): Promise<void> {
  const { allowLoginAttempts, allowWrites, entry, reset = null, register = null } = life.request;
  if (!allowLoginAttempts || entry.by !== 'password') return;
  for (const [operation, what] of [
    [reset, 'reset'],
    [register, 'registration'],
  ] as const) {
    if (operation === null) continue;
    const note = (why: string): void => life.note(`POST ${operation.path} was not asked who exists: ${why}`);
    if (!allowWrites) note(what === 'reset' ? 'a reset writes a mail and needs --allow-writes' : 'a registration needs --allow-writes');
    else await new Page(life, operation, what, entry.user, note).ask();
  }
}

class Page {
  /** In which the user is named. */
  private field: string;

  constructor(
    private readonly life: Life,
    private readonly operation: FoundOperation,
    private readonly what: 'reset' | 'registration',
    private readonly user: string,
    private readonly note: (why: string) => void,
  ) {
    this.field = user.includes('@') ? 'email' : 'username';
  }

  async ask(): Promise<void> {
    const { life, operation, user, what } = this;
    const path = pathUnder(life.asker.origin, operation.path);
    const stranger = strangers(user, life.asker.secrets);
    if (path === null || stranger === null) return this.note('no name like that of the user is free for certain');
    const known: Told = { answers: [], parts: [] };
    const unknown: Told = { answers: [], parts: [] };
    for (let round = 0; round < TRIES; round += 1) {
      // What a registration makes of an empty password is seen from a name that nobody has, before that of the user is sent.
      for (const side of [unknown, known]) {
        const name = side === known ? user : stranger();
        let sent = await this.send(path, name);
        const other = round === 0 && side === unknown ? this.otherField(sent.answer) : null;
        if (other !== null) {
          this.field = other;
          sent = await this.send(path, name);
        }
        const why = whyNot(sent.answer) ?? (what === 'registration' ? this.whyNotRefused(sent.answer!, name) : null);
        if (why !== null) return this.note(why);
        side.answers.push(sent.answer!);
        side.parts.push(partsOf(sent.answer!, name));
      }
    }
    const differs = difference(known.parts, unknown.parts);
    if (differs === null) {
      if (known.answers.every(({ status }) => status === 400 || status === 422)) this.note('it wants more than is known here');
      return;
    }
    const page = what === 'reset' ? 'a reset of the password' : 'a registration with an empty password';
    life.found(what === 'reset' ? 'user-told-at-reset' : 'user-told-at-registration', operation, {
      text: `${page} is answered otherwise for a user that exists than for one that does not, twice each: ${differs}`,
      reasons: [...reasonsOf(known.answers, page, 'a user that exists'), ...reasonsOf(unknown.answers, page, 'one that does not')],
    });
  }

  /** The field that an answer asks for, where what names the user fits into it. */
  private otherField(answer: Answer | null): string | null {
    if (answer?.status !== 400 && answer?.status !== 422) return null;
    const fits = this.user.includes('@') ? /mail/i : /^(user(_?name)?|login|identifier)$/i;
    const [name] = missingFields(answer.json).filter((one) => fits.test(one) && one !== this.field);
    return name ?? null;
  }

  /** Nobody was meant to get an account. */
  private whyNotRefused({ status }: Answer, name: string): string | null {
    if (status >= 400) return null;
    // The domain is that of the user.
    const shown = name.split('@', 1)[0];
    const text = `POST ${this.operation.path} answered ${status} to a registration with an empty password: there may be an account more, ${shown}`;
    this.life.problems.push({ severity: 'warning', text });
    return `it answered ${status} to an empty password`;
  }

  private send(path: string, user: string): Promise<Sent> {
    return this.life.asker.sender.send({
      probe: this.what === 'reset' ? 'password-reset' : 'registration',
      operation: this.operation.id,
      method: 'POST',
      path,
      query: [],
      credential: NO_CREDENTIAL,
      body: this.body(user),
      secretAnswer: true,
      once: true,
      fresh: 'connection',
    });
  }

  private body(user: string): MessageBody {
    const password = this.what === 'reset' ? '' : ', "password": ""';
    return {
      type: 'application/json',
      text: `{${JSON.stringify(this.field)}: ${JSON.stringify(user)}${password}}`,
      shell: `${shellText(`{"${this.field}": "`)}$LOGIN_USER${shellText(`"${password}}`)}`,
    };
  }
}

function whyNot(answer: Answer | null): string | null {
  if (answer === null) return 'no answer';
  const slowed = answer.status === 429 || headerOf(answer, 'retry-after') !== null;
  const gone = [401, 403, 404, 405, 415].includes(answer.status) && answer.kind !== 'json';
  return slowed || gone || answer.status >= 500 || isCsrf(answer) ? `it answered ${answer.status}, so no more was sent` : null;
}

function reasonsOf(answers: readonly Answer[], page: string, who: string): readonly Reason[] {
  return answers.map(({ status, exchange }) => ({ text: `${page} for ${who}: ${status}`, exchange }));
}
