/**
 * Checks in code that we do not have: `firebase_admin.auth.verify_id_token(token)`, `stripe.Webhook.construct_event(body, signature, key)`.
 * Whether such a function goes through or raises is known to it alone, so that what follows is neither open nor closed.
 */
import { optionsThere } from '../../interpreter/presence.ts';
import type { PyFunc, PyUnknown, Value } from '../../interpreter/values.ts';
import { asked } from '../../interpreter/watched.ts';
import type { CredentialTexts } from './credential-texts.ts';
import { isRequest } from './request-values.ts';
import { VALID } from './sent.ts';

/**
 * Names of functions that check whatever they are given, and of those that check who sends it. `authenticate` alone is none: a backend
 * that does not know somebody says so and lets the next one try (django/contrib/auth/__init__.py).
 */
const OF_ANYTHING = /verif|construct_event|signature|unsign/i;
const OF_CALLERS = /validat|authenticat(?!e$)|introspect/i;
/** Names of functions that only take note of something: of logs, counters and traces. */
const OF_NOTHING =
  /^(?:debug|info|warn(?:ing)?|error|exception|critical|log|bind|incr(?:ement)?|inc|observe|gauge|timing|set_\w+|add_\w+|capture\w*)$/;
/** How what a header holds is called. */
const HEADER = /^(?:str\()?(?:header|META):/;

/**
 * Whether a function that we do not have may refuse what it is given, a request or something of it. It takes the right token: that is
 * what makes the token right.
 * @param texts the credentials of the probe that is under way
 * @param authenticates an authenticator asks: then it is what a header holds that is checked, whatever the function is called
 */
export function mayRefuse(texts: CredentialTexts, callee: PyUnknown, given: readonly Value[], authenticates = false): boolean {
  const name = callee.symbol.split('.').at(-1)!;
  if (OF_NOTHING.test(name)) return false;
  const ofCallers = OF_CALLERS.test(name);
  return given.flatMap(optionsThere).some((value) => {
    // Nothing at all is what an authenticator has of a request without a credential.
    if (value.k === 'str') return asked(value, (text) => (authenticates && text === '') || isUnproved(texts, text));
    if (value.k === 'inst') return (ofCallers || OF_ANYTHING.test(name)) && isRequest(value);
    if (value.k !== 'unknown' || value.origin !== 'attacker') return false;
    return OF_ANYTHING.test(name) || ((ofCallers || authenticates) && HEADER.test(value.symbol));
  });
}

/** Authenticators of DRF are methods `authenticate` of the project (rest_framework/authentication.py, BaseAuthentication). */
export function isAuthenticator(func: PyFunc): boolean {
  return func.name === 'authenticate' && func.unit.own && func.code.parameters.positional.length === 2;
}

/** How deep in dictionaries and lists a credential is looked for, and in how many values. */
const DEEPEST = 3;
const MOST_VALUES = 60;

/**
 * Whether what is handed to a service elsewhere (an address, headers, fields of a form) holds the caller's credential, and which: such a
 * service knows the right one, and no other (RFC 7662, 2.2).
 * @returns null where it holds none
 */
export function credentialHandedOver(texts: CredentialTexts, given: Value): 'right' | 'wrong' | null {
  let found: 'right' | 'wrong' | null = null;
  let left = MOST_VALUES;
  const look = (value: Value, depth: number): void => {
    if (left-- <= 0 || depth > DEEPEST || found === 'wrong') return;
    if (value.k === 'alt') for (const option of optionsThere(value)) look(option, depth);
    else if (value.k === 'tuple' || value.k === 'list') for (const item of value.items) look(item, depth + 1);
    else if (value.k === 'dict') for (const entry of value.entries.values()) look(entry.value, depth + 1);
    else if (value.k === 'inst' && value.payload) look(value.payload, depth);
    else if (value.k === 'str' || value.k === 'bytes') {
      if (asked(value, (text) => isUnproved(texts, text))) found = 'wrong';
      else if (asked(value, (text) => texts.materialAmong(text) === 'valid')) found ??= 'right';
    }
  };
  look(given, 0);
  return found;
}

/** A credential other than the right one, be it a known word or empty, alone or among other words. */
function isUnproved(texts: CredentialTexts, text: string): boolean {
  const kind = texts.materialIn(text);
  if (kind !== null && kind !== 'valid') return true;
  const { literal, material } = texts;
  // Split at its first space, ` x` gives nothing.
  if (literal !== null) return text.trim() === '' || text.split(/\s+/).includes(literal);
  return material !== null && material !== VALID && text.includes(material);
}
