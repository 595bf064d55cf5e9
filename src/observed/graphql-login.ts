/** The login of a GraphQL endpoint: which mutation it is, by what the schema says of itself, and how it is asked several times in one request. */
import { shellText } from './credential.ts';
import type { MessageBody } from './sender.ts';

export interface LoginMutation {
  readonly name: string;
  /** The object that both fields lie in; null where they are arguments of their own. */
  readonly input: string | null;
  readonly userField: string;
  readonly passwordField: string;
  /** The fields of the answer that are asked for; null where it has none. */
  readonly fields: readonly string[] | null;
  /** Whether these say how a password was refused: not where that may stand in a field which is not asked for. */
  readonly saysWhy: boolean;
}

const TYPE = 'kind ofType{kind ofType{kind}}';
const INPUT = `name type{${TYPE} inputFields{name type{${TYPE}}} ofType{inputFields{name type{${TYPE}}}}}`;
const FIELDS = `fields{name args{name} type{${TYPE}}}`;
const RESULT = `kind ${FIELDS} ofType{kind ${FIELDS}}`;
/** The mutations, their arguments and what they give (GraphQL October 2021, section 4): no resolver of the project runs. */
export const INTROSPECTION = `{__schema{mutationType{fields{name args{${INPUT}} type{${RESULT}}}}}}`;

/** Names that logins have in GraphQL: those of django-graphql-jwt, django-graphql-auth, strawberry and Saleor among them. */
const LOGIN =
  /^(token_?auth|token_?create|token_?pair|(create|get|obtain)_?(json_?web_?|auth_?|jwt_?|access_?)?token(_?pair)?|(user_?)?(log|sign)_?in(_?user)?|authenticate(_?user)?)$/i;
const USER = /^(user_?name|e_?mail(_?address)?|user|login|identifier|phone(_?number)?)$/i;
const PASSWORD = /^pass(word|phrase)?$/i;
const MOST_MUTATIONS = 2000;
const MOST_FIELDS = 20;
const NAME = /^[_A-Za-z]\w{0,60}$/;
/** Fields that may say why a login was refused. */
const ERRORS = /error|problem|failure|exception|reason|message/i;

interface TypeRef {
  readonly kind?: unknown;
  readonly ofType?: TypeRef | null;
  readonly inputFields?: unknown;
  readonly fields?: unknown;
}

/** The mutation of a schema that takes a user and a password and nothing else that must be there, or null. */
export function loginMutationIn(json: unknown): LoginMutation | null {
  for (const field of listAt(json, ['data', '__schema', 'mutationType', 'fields']).slice(0, MOST_MUTATIONS)) {
    const { name, args, type } = field as { name?: unknown; args?: unknown; type?: TypeRef };
    if (typeof name !== 'string' || !NAME.test(name) || !LOGIN.test(name)) continue;
    const result = resultOf(type);
    const own = listAt(args, []);
    const flat = userAndPassword(own);
    if (flat) return { name, input: null, ...flat, ...result };
    const [only] = own as { name?: unknown; type?: TypeRef }[];
    if (own.length !== 1 || typeof only?.name !== 'string' || !NAME.test(only.name)) continue;
    const inner = userAndPassword(listAt(only.type?.inputFields ?? only.type?.ofType?.inputFields, []));
    if (inner) return { name, input: only.name, ...inner, ...result };
  }
  return null;
}

/** Plain fields are asked for. One that takes another question may say what these do not, and a union has none at all. */
function resultOf(type: TypeRef | undefined): Pick<LoginMutation, 'fields' | 'saysWhy'> {
  const given = bare(type);
  if (isPlain(given)) return { fields: null, saysWhy: true };
  const all = listAt(given?.fields, []) as readonly { name?: unknown; args?: unknown; type?: TypeRef }[];
  const plain = all.filter(({ name, args, type: own }) => NAME.test(String(name)) && listAt(args, []).length === 0 && isPlain(bare(own)));
  const fields = plain.map(({ name }) => String(name)).slice(0, MOST_FIELDS);
  const hidden = all.map(({ name }) => String(name)).filter((name) => !fields.includes(name));
  return { fields, saysWhy: fields.length > 0 && !hidden.some((name) => ERRORS.test(name)) };
}

function isPlain(type: TypeRef | null): boolean {
  return type?.kind === 'SCALAR' || type?.kind === 'ENUM';
}

function userAndPassword(args: readonly unknown[]): Pick<LoginMutation, 'userField' | 'passwordField'> | null {
  const named = args as readonly { name?: unknown; type?: TypeRef }[];
  const fits = (pattern: RegExp): string | null => {
    const found = named.find(({ name, type }) => typeof name === 'string' && pattern.test(name) && bare(type)?.kind === 'SCALAR');
    return (found?.name as string | undefined) ?? null;
  };
  const userField = fits(USER);
  const passwordField = fits(PASSWORD);
  const others = named.filter(({ name, type }) => type?.kind === 'NON_NULL' && name !== userField && name !== passwordField);
  return userField && passwordField && others.length === 0 ? { userField, passwordField } : null;
}

function bare(type: TypeRef | null | undefined): TypeRef | null {
  return type?.kind === 'NON_NULL' ? (type.ofType ?? null) : (type ?? null);
}

function listAt(json: unknown, path: readonly string[]): readonly unknown[] {
  let at = json;
  for (const key of path) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
  return Array.isArray(at) ? at.filter((one) => typeof one === 'object' && one !== null) : [];
}

/** One request with the mutation once for each password, each under a name of its own. */
export function loginBody(mutation: LoginMutation, user: string, passwords: readonly string[]): MessageBody {
  const { name, input, userField, passwordField, fields: wanted } = mutation;
  const selection = wanted === null ? '' : ` { ${['__typename', ...wanted].join(' ')} }`;
  const attempts = passwords.map((password, index) => {
    const fields = `${userField}: ${JSON.stringify(user)}, ${passwordField}: ${JSON.stringify(password)}`;
    const args = input === null ? fields : `${input}: {${fields}}`;
    return `${ALIAS}${index}: ${name}(${args})${selection}`;
  });
  return queryBody(`mutation { ${attempts.join(' ')} }`);
}

export function queryBody(query: string): MessageBody {
  const text = JSON.stringify({ query });
  return { type: 'application/json', text, shell: shellText(text) };
}

const ALIAS = 'try';
/** What refusals of a password say, so that a refusal of something else is not taken for one. */
const REFUSES_PASSWORD =
  /credential|password|incorrect|invalid|wrong|log-?in|sign-?in|authenticat(e|ion failed)|no such|not found|does not exist/i;
/** A refusal before any password was looked at. */
const ASKS_FOR_LOGIN = /(logged in|log in (first|to)|must be authenticated|authentication (is )?required|not authenticated|permission)/i;
/** One that counts. */
const COUNTS = /too many|rate|limit|throttl|locked|try again|slow down/i;

/**
 * How each attempt of one request was answered: the words of its error, or its payload. Null where one of them was not
 * answered as a wrong password is (GraphQL October 2021, section 7.1: an error names the path of its field).
 */
export function attemptsIn(json: unknown, count: number, { saysWhy }: Pick<LoginMutation, 'saysWhy'>): readonly string[] | null {
  const errors = listAt(json, ['errors']) as readonly { message?: unknown; path?: unknown }[];
  const data = (json as { data?: Record<string, unknown> | null } | null)?.data ?? {};
  const outcomes = Array.from({ length: count }, (_, index) => {
    const alias = `${ALIAS}${index}`;
    const error = errors.find(({ path }) => Array.isArray(path) && path[0] === alias);
    if (error) return refusalIn(String(error.message ?? ''));
    const payload = data[alias];
    if (typeof payload === 'object' && payload !== null) return saysWhy ? refusalOf(payload) : null;
    return payload === false ? 'false' : typeof payload === 'string' ? refusalIn(payload) : null;
  });
  return outcomes.every((outcome) => outcome !== null) ? outcomes : null;
}

function refusalIn(words: string): string | null {
  return REFUSES_PASSWORD.test(words) && !ASKS_FOR_LOGIN.test(words) && !COUNTS.test(words) ? words.slice(0, 300) : null;
}

/** A payload without a token, whose words are none of anything else. */
function refusalOf(payload: object): string | null {
  const { __typename: _type, ...fields } = payload as Readonly<Record<string, unknown>>;
  if (Object.entries(fields).some(([name, value]) => /token|jwt|access|refresh/i.test(name) && typeof value === 'string')) return null;
  const words = JSON.stringify(Object.values(fields));
  return ASKS_FOR_LOGIN.test(words) || COUNTS.test(words) ? null : JSON.stringify(payload).slice(0, 300);
}
