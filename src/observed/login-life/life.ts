/** What the steps of a login's life share: the logins, the request that tells a living token, and what was found. */
import type { FoundOperation, LoginFault, LoginLifeRequest, LoginRemark } from '../../model/login-life.ts';
import type { Problem } from '../../model/problem.ts';
import type { Reason } from '../../model/verdict.ts';
import type { TokenWay } from '../../model/witness.ts';
import { garbageLike } from '../../tokens/break.ts';
import { findToken } from '../../tokens/find-token.ts';
import type { Asker } from '../asker.ts';
import { pathUnder } from '../asker.ts';
import { bindMaterial, type Credential, inAuthorization, NO_CREDENTIAL, shellText } from '../credential.ts';
import { type LoginForm, missingFields } from '../login-form.ts';
import type { MessageBody, Sent } from '../sender.ts';
import { readShot, rememberDenial, type Shot, shotReason } from '../shot.ts';
import { type OwnLogin, OwnLogins, type RefreshToken, refreshIn } from './own-login.ts';

/** The operation that is to blame; a POST where it does not say so. */
interface Blamed {
  readonly method?: string;
  readonly path: string;
  readonly id: string | null;
}

export class Life {
  readonly remarks: LoginRemark[] = [];
  readonly problems: Problem[] = [];
  readonly logins: OwnLogins;
  /** Bodies of denials, see `rememberDenial`. */
  private readonly denials = new Set<string>();
  /** Path -> the field in which it wants a token, where that is not the one in which it came. */
  private readonly fields = new Map<string, string>();
  /** Whether the refresh endpoint turns a made-up token away; asked once. */
  private refusesMadeUp: Promise<boolean> | null = null;

  constructor(
    readonly request: LoginLifeRequest,
    readonly asker: Asker,
    /** Whose it is, in the words of notes. */
    private readonly whose = 'the login',
  ) {
    this.logins = new OwnLogins(asker, request.entry);
  }

  /** Logins of another user at the same operation. */
  loginsOf(user: string, password: string, form: LoginForm | null = this.logins.form): OwnLogins {
    const { entry } = this.request;
    const logins = new OwnLogins(this.asker, { by: 'password', login: entry.login, user, password });
    logins.form = form;
    return logins;
  }

  /** Something that could not be told, and why. */
  note(text: string): void {
    this.problems.push({ severity: 'note', text: `the life of ${this.whose}: ${text}` });
  }

  found(kind: LoginFault, operation: Blamed, remark: Pick<LoginRemark, 'text' | 'reasons' | 'lifetime' | 'sameSite'>): void {
    this.remarks.push({ kind, subject: `${operation.method ?? 'POST'} ${operation.path}`, operation: operation.id, ...remark });
  }

  /** How a token of this login travels. */
  wayOf({ way }: Pick<OwnLogin, 'way'>): TokenWay {
    return way && way.word !== 'auto' ? way : (this.request.sign?.way ?? inAuthorization('Bearer'));
  }

  /** A token the way that the run sends its own. */
  credential(login: Pick<OwnLogin, 'way'>, token: string, name = 'access token of a login of its own'): Credential {
    return bindMaterial(this.wayOf(login), { wire: token, shell: '$OWN_TOKEN', shape: `<${name}>` });
  }

  /** What an answer means, beside what is known of the denials of this server. */
  read(sent: Sent): Shot {
    const { origin, sender } = this.asker;
    return readShot(sent, { origin, valid: null, softNotFound: null, knownDenials: this.denials }, sender);
  }

  /** Asks the request that tells a living token; null where there is none. */
  async sign(probe: string, credential: Credential): Promise<Shot | null> {
    const { sign } = this.request;
    if (sign === null) return null;
    const { operation, method, path, query } = sign;
    const sent = await this.asker.sender.send({ probe, operation, method, path, query, credential, fresh: 'connection' });
    const shot = this.read(sent);
    if (credential === NO_CREDENTIAL) rememberDenial(shot, this.denials);
    return shot;
  }

  /** Sends a token in the body to an operation that takes it there, and once more when another name of the field is asked for. */
  async hand(probe: string, operation: FoundOperation, token: RefreshToken | null, credential: Credential): Promise<Sent | null> {
    const path = pathUnder(this.asker.origin, operation.path);
    if (path === null) return null;
    const send = (field: string | null): Promise<Sent> =>
      this.asker.sender.send({
        probe,
        operation: operation.id,
        method: 'POST',
        path,
        query: [],
        credential,
        body: bodyOf(token, field),
        secretAnswer: true,
        fresh: 'connection',
      });
    const field = token === null ? null : (this.fields.get(path) ?? token.field);
    const first = await send(field);
    if (first.answer === null || token === null || ![400, 422].includes(first.answer.status)) return first;
    const other = missingFields(first.answer.json).find((name) => /^refresh([_-]?token)?$|^token$/i.test(name) && name !== field);
    if (other === undefined) return first;
    this.fields.set(path, other);
    return send(other);
  }

  /** Exchanges a refresh token. What comes back is a secret from then on. */
  async exchange(probe: string, token: RefreshToken): Promise<Exchanged> {
    const { refresh } = this.request;
    const sent = refresh && (await this.hand(probe, refresh, token, NO_CREDENTIAL));
    if (!sent || sent.answer === null) return { status: null, exchange: sent?.exchange ?? null, access: null, next: null };
    const { answer, exchange } = sent;
    const access = answer.status < 300 ? findToken(answer.json) : null;
    const next = answer.status < 300 ? refreshIn(answer.json) : null;
    this.asker.secrets.push(...(access ? [access] : []), ...(next ? [next.value] : []));
    this.asker.sender.label(exchange, access ? 'REACHED' : answer.status < 500 ? 'DENIED' : 'CRASH');
    return { status: answer.status, exchange, access, next };
  }

  /** The negative control of the refresh endpoint: a made-up token gets nothing. */
  refusesMadeUpRefresh(token: RefreshToken): Promise<boolean> {
    this.refusesMadeUp ??= this.exchange('refresh-made-up', { ...token, value: garbageLike(token.value) }).then(
      ({ status, access }) => status !== null && status >= 400 && status < 500 && access === null,
    );
    return this.refusesMadeUp;
  }

  /**
   * Whether a credential gets in where a request without one does not.
   * @returns both as reasons; null when it does not, or when nobody can tell
   */
  async getsIn(probe: string, credential: Credential, who: string): Promise<readonly Reason[] | null> {
    const inside = await this.sign(probe, credential);
    if (inside?.class !== 'REACHED') return null;
    const without = await this.sign(probe, NO_CREDENTIAL);
    return without?.class === 'DENIED' ? [shotReason(inside, who), shotReason(without, 'no token')] : null;
  }
}

export interface Exchanged {
  /** Null when there was no answer. */
  readonly status: number | null;
  readonly exchange: string | null;
  readonly access: string | null;
  readonly next: RefreshToken | null;
}

function bodyOf(token: RefreshToken | null, field: string | null): MessageBody {
  if (token === null || field === null) return { type: 'application/json', text: '{}', shell: '{}' };
  return {
    type: 'application/json',
    text: JSON.stringify({ [field]: token.value }),
    shell: `${shellText(`{"${field}": "`)}$OWN_REFRESH_TOKEN${shellText('"}')}`,
  };
}
