/** Makes accounts that are the run's own, at a registration that anybody may use; what it wants to know is found out by what it answers. */
import { randomBytes } from 'node:crypto';
import type { FoundOperation } from '../../model/login-life.ts';
import type { Answer } from '../answer.ts';
import { type Asker, pathUnder } from '../asker.ts';
import { NO_CREDENTIAL } from '../credential.ts';
import { missingFields } from '../login-form.ts';
import type { MessageBody, Sent } from '../sender.ts';

export interface Account {
  readonly name: string;
  /** In a domain that nobody has (RFC 2606): mails to it reach nobody. */
  readonly email: string;
  readonly password: string;
}

/** Requests until a registration understands, at the most. */
const TRIES = 3;
const REPEATED =
  /^(re[-_]?(type|enter|peat)?[-_]?password|password[-_]?(2|confirm|confirmation|repeat|again|check)|(confirm|repeat)[-_]?password|password1)$/i;
const NAME = /^((first|last|full|display)[-_]?name|name|nick(name)?)$/i;
const AGREEMENT = /(terms|accept|agree|consent|privacy)/i;

/** A strong password has all kinds of characters that a policy may ask for. */
export function strongPassword(): string {
  return `${randomBytes(18).toString('base64url')}-aZ9!`;
}

/** Names of one run begin alike, so that whoever finds one knows where it is from. */
export function accountNamed(run: string, count: number, password: string | null): Account {
  const name = `unlatched-${run}${count === 0 ? '' : `-${count}`}`;
  return { name, email: `${name}@example.invalid`, password: password ?? name };
}

export class Registration {
  /** Accounts that were made or may have been, in their order. */
  readonly made: Account[] = [];
  /** Names of those of which no answer says that they were made: a registration may fail when the account is there. */
  readonly doubtful = new Set<string>();
  /** Fields beside the usual three, once they are known. */
  private more: readonly string[] = [];

  constructor(
    private readonly asker: Asker,
    private readonly operation: FoundOperation,
  ) {}

  /**
   * Asks for an account. Only an answer that names a missing field leads to a second try: such a one made nothing.
   * @returns the last answer; null where there was none
   */
  async make(account: Account): Promise<{ readonly answer: Answer; readonly exchange: string } | null> {
    for (let tries = 1; ; tries += 1) {
      const sent = await this.send(account);
      if (sent !== null && sent.exchange !== null) this.remember(account, sent.answer);
      if (sent === null || sent.answer === null) return null;
      const { answer, exchange } = sent;
      this.asker.sender.label(exchange, answer.status < 300 ? 'REGISTERED' : 'NOT-REGISTERED');
      const missing = answer.status === 400 || answer.status === 422 ? missingFields(answer.json) : [];
      const fresh = missing.filter((field) => !this.more.includes(field) && !(field in usual(account)) && filling(field, account) !== null);
      if (fresh.length === 0 || tries >= TRIES) return { answer, exchange };
      this.more = [...this.more, ...fresh];
    }
  }

  private remember(account: Account, answer: Answer | null): void {
    const status = answer?.status ?? null;
    if (status !== null && status >= 400 && status < 500) return;
    this.made.push(account);
    if (status === null || status >= 300) this.doubtful.add(account.name);
  }

  private async send(account: Account): Promise<Sent | null> {
    const path = pathUnder(this.asker.origin, this.operation.path);
    if (path === null) return null;
    const fields = { ...usual(account), ...Object.fromEntries(this.more.map((field) => [field, filling(field, account)!])) };
    return this.asker.sender.send({
      probe: 'own-account',
      operation: this.operation.id,
      method: 'POST',
      path,
      query: [],
      credential: NO_CREDENTIAL,
      body: jsonBody(fields, account.password),
      secretAnswer: true,
      once: true,
      fresh: 'connection',
    });
  }
}

function usual({ name, email, password }: Account): Readonly<Record<string, string>> {
  return { username: name, email, password };
}

function filling(field: string, { name, password }: Account): string | boolean | null {
  if (REPEATED.test(field)) return password;
  if (NAME.test(field)) return name;
  return AGREEMENT.test(field) ? true : null;
}

/** JSON whose password a shell takes from a variable. */
export function jsonBody(fields: Readonly<Record<string, string | boolean>>, ...passwords: readonly string[]): MessageBody {
  const text = JSON.stringify(fields);
  let shell = text.replace(/[\\"$`]/g, '\\$&');
  for (const [index, password] of passwords.entries()) {
    const written = JSON.stringify(password).replace(/[\\"$`]/g, '\\$&');
    shell = shell.split(`:${written}`).join(`:\\"$ACCOUNT_PASSWORD${index === 0 ? '' : `_${index + 1}`}\\"`);
  }
  return { type: 'application/json', text, shell };
}
