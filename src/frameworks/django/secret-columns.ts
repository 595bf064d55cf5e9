/** Columns that hold what only the owner of a row knows, told by their names. */
import { ensureBody } from '../../interpreter/functions.ts';
import type { PyUnknown, Value } from '../../interpreter/values.ts';
import { nodesIn } from '../../python/nodes.ts';

/** A field that holds what only its owner knows. */
export function isSecretName(path: string): boolean {
  return (
    /(token|secret|key|hash|digest|password|passwd|signature|code|jti|otp|bearer|authori[sz]ation|credential)s?$/i.test(path) &&
    !PUBLIC_CODE.test(path) &&
    !PUBLIC_KEY.test(path)
  );
}

/** Codes out of lists that everybody has, and keys that only name a thing. */
const PUBLIC_CODE =
  /(country|language|lang|locale|currency|region|state|city|area|zip|postal|post|bar|colou?r|status|error|type|product|course|airport|station|unit|dial|phone|iso)_?codes?$/i;
const PUBLIC_KEY =
  /(foreign|primary|public|natural|issue|project|object|sort|order|group|cache|row|config|setting|translation|message|storage|file|image)_?keys?$/i;

/** Whether an unknown is a column that only the owner of a row knows. */
export function isRowSecret({ origin, symbol }: PyUnknown): boolean {
  return origin === 'world' && isSecretName(symbol.slice(symbol.lastIndexOf('.') + 1));
}

/** Names of codes that are typed in by hand, each good once. */
const TYPED = /(^|[_:.-])(otp|passcode|totp|one_?time_?(code|password|pin))(s?$|[_:.-])/i;
/** Models and columns of codes that were sent to somebody; that of a polling station, say, is none. */
const OF_SOMEBODY =
  /otp|pass_?code|verif|confirm|reset|activat|two_?factor|2fa|mfa|one_?time|sms|(phone|mobile|e?mail|log_?in|auth|security)_?code/i;

/**
 * Whether what stands in a column is short enough to be tried: a code out of a message.
 * @param column with its model: `PhoneCode.code`
 * @param isShort no longer text fits
 */
export function isTypedCode(column: string, isShort: boolean): boolean {
  const name = column.slice(column.lastIndexOf('.') + 1);
  return !PUBLIC_CODE.test(name) && (TYPED.test(name) || (isShort && /code$/i.test(name) && OF_SOMEBODY.test(column)));
}

/** Keys under which a project keeps, in its cache, what it has mailed or sent to somebody. */
const SENT_TO_SOMEBODY =
  /(?<![a-z])(otp|totp|passcode|one_?time)|(verif\w*|reset|log_?in|sms|e?mail|phone|mobile|auth|confirm\w*|activation|two_?factor|2fa|mfa)[_:.-]?(code|pin|token)/i;

/** Whether what a cache holds under a key is known to one person only. */
export function isKeptSecret({ origin, symbol }: PyUnknown): boolean {
  const [, key] = symbol.split(CACHED);
  return origin === 'world' && key !== undefined && SENT_TO_SOMEBODY.test(key);
}

/** What stands before the key in the symbol of a cached value. */
export const CACHED = 'a cached value of ';

/** Functions of Python and Django that give something at random. */
const RANDOM =
  /^(token_(hex|urlsafe|bytes)|uuid[14]|get_random_string|get_random_secret_key|urandom|choices?|sample|randbelow|randint|randrange|getrandbits|randbytes)$/;

/** How many functions of a project one may lead through to such a one. */
const FAR = 3;

/** Whether the default of a column is made at random, by what its function calls: nothing is executed here. */
export function isMadeAtRandom(made: Value | null, depth = 0): boolean {
  if (made?.k !== 'func') return false;
  if (RANDOM.test(made.name)) return true;
  if (!made.unit.own || depth === FAR || !ensureBody(made)) return false;
  for (const { nodeType, func } of nodesIn(made.code.body)) {
    if (nodeType !== 'Call') continue;
    const called = func as { nodeType: string; id?: string; attr?: string };
    const name = called.nodeType === 'Name' ? called.id : called.nodeType === 'Attribute' ? called.attr : undefined;
    if (name !== undefined && (RANDOM.test(name) || isMadeAtRandom(made.scope.module.scope.vars.get(name) ?? null, depth + 1))) return true;
  }
  return false;
}

/** Columns that say who somebody is, and are no secret. */
const NAMES_USER =
  /(^|__)(pk|id|(user|login|account|customer|member|nick)?_?(id|name|pk)|e?_?mail|email_address|phone(_number)?|user|login)$/;

/** Whether a column that a filter names says who somebody is. */
export function namesUser(path: string): boolean {
  return NAMES_USER.test(path);
}
