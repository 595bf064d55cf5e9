/** A login that is written out in a file, as one message. */
import type { LoginRecipe } from '../model/witness.ts';
import { together } from './cookies.ts';
import { type Credential, NO_CREDENTIAL } from './credential.ts';
import type { Message } from './sender.ts';

/**
 * The request of a login file.
 * @param beside what goes along with it, such as a cookie
 */
export function recipeMessage(recipe: LoginRecipe, path: string, beside: Credential = NO_CREDENTIAL): Message {
  const headers = recipe.headers.map(([name, value]) => ({
    name,
    wire: value,
    shell: `$${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`,
    shape: '<of the login file>',
  }));
  return {
    probe: 'login',
    operation: null,
    method: recipe.method,
    path,
    query: [],
    credential: together({ headers, query: [] }, beside),
    ...(recipe.payload === '' ? {} : { body: { type: recipe.contentType, text: recipe.payload, shell: '$LOGIN_PAYLOAD' } }),
    secretAnswer: true,
    fresh: 'connection',
  };
}

/** The value that a JSON Pointer names (RFC 6901), or undefined. */
export function valueAt(json: unknown, pointer: string): unknown {
  let at = json;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}
