/** Makes bad credentials out of a good one, on its raw characters: nothing is decoded and encoded again. */
import { randomInt } from 'node:crypto';
import { tokenKind } from './inspect.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const HEX = '0123456789abcdef';

/** What stands in for a token's shape when there is no token: 40 hex digits, the shape of DRF's own tokens. */
const SHAPELESS_LENGTH = 40;

/** A token with one character exchanged, and where: enough to write the change down without the token. */
export interface Tampered {
  readonly token: string;
  readonly index: number;
  readonly character: string;
}

/**
 * A made-up token of the same length and alphabet: letters become letters of the same case, digits digits, and
 * separators stay, so that a server which looks at the shape sees nothing odd. Without a token: 40 hex digits.
 * Its characters are drawn at random and say nothing about the token's.
 */
export function garbageLike(token: string | null): string {
  if (token === null || token === '') return Array.from({ length: SHAPELESS_LENGTH }, () => pick(HEX)).join('');
  const hex = /^[0-9a-f]+$/.test(token);
  for (;;) {
    const made = [...token].map((character) => (hex ? pick(HEX) : likeCharacter(character))).join('');
    // A token without letters and digits, or a very short one, may come out as itself.
    if (made !== token) return made;
    if (![...token].some((character) => likeCharacter(character) !== character || /[A-Za-z0-9]/.test(character))) return `${token}x`;
  }
}

/**
 * The token with one character changed where it must matter: the first character of a JWT's signature, the middle
 * one of an opaque token. The last character of a base64url text has unused low bits (RFC 4648 section 3.5), and
 * changing only those leaves the signature as it was.
 */
export function tamper(token: string): Tampered {
  const signature = tokenKind(token) === 'jwt' ? token.lastIndexOf('.') + 1 : token.length;
  const index = signature < token.length ? signature : Math.floor((token.length - 1) / 2);
  const old = token[index] ?? '';
  const alphabet = (old >= 'A' && old <= 'Z' ? UPPER : DIGITS.includes(old) ? DIGITS : LOWER).replace(old, '');
  // In hex texts a letter beyond f would already fail a format check.
  const usable = /^[0-9a-f]+$/.test(token) ? HEX.replace(old, '') : alphabet;
  const character = pick(usable);
  return { token: token.slice(0, index) + character + token.slice(index + 1), index, character };
}

/** The first half of a token: what a look-up by prefix would take. */
export function firstHalf(token: string): string {
  return token.slice(0, Math.ceil(token.length / 2));
}

/** The token with small letters in place of capital ones and the other way round; null for a JWT, and where there are no letters. */
export function otherCase(token: string): string | null {
  const swapped = token.replace(/[A-Za-z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
  return swapped === token || tokenKind(token) === 'jwt' ? null : swapped;
}

function likeCharacter(character: string): string {
  if (character >= 'A' && character <= 'Z') return pick(UPPER);
  if (character >= 'a' && character <= 'z') return pick(LOWER);
  if (DIGITS.includes(character)) return pick(DIGITS);
  return character;
}

function pick(alphabet: string): string {
  return alphabet[randomInt(alphabet.length)]!;
}
