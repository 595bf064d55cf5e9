/** Other spellings of a signed token that a lenient decoder reads as the same token. */
import { jwtFacts } from './inspect.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export interface Respelling {
  readonly token: string;
  /** The change in words, to stand after a noun. */
  readonly how: string;
}

/**
 * The signature of a JWT in other letters: the last character of a base64url text may have unused bits, and `=` may fill it
 * (RFC 4648 sections 3.2 and 3.5). The signed part is text and has one spelling only.
 * @returns none for other tokens, nor for one without a signature
 */
export function respellings(token: string): readonly Respelling[] {
  const signature = jwtFacts(token) === null ? '' : token.slice(token.lastIndexOf('.') + 1);
  if (!/^[\w-]+$/.test(signature)) return [];
  const spellings: Respelling[] = [];
  // Two or four bits of the last character are unused where the length is no multiple of four.
  const unused = signature.length % 4 === 2 ? 4 : signature.length % 4 === 3 ? 2 : 0;
  if (unused > 0) {
    const last = ALPHABET[ALPHABET.indexOf(token.at(-1)!) ^ 1]!;
    spellings.push({ token: token.slice(0, -1) + last, how: 'with another last character' });
  }
  spellings.push({ token: `${token}=`, how: 'with = behind it' });
  return spellings;
}
