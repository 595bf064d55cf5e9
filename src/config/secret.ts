/** A secret that the user handed over by `env:NAME` or `file:PATH`; it refuses to be printed by accident. */
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { UsageError } from '../model/errors.ts';
import type { TokenWay } from '../model/witness.ts';

export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself: only for what sends it. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  [inspect.custom](): string {
    return '[secret]';
  }
}

/** A token and the security scheme or authenticator that it is for (null: any). */
export interface TokenOption {
  readonly scheme: string | null;
  readonly secret: Secret;
  /** How it travels, when that is known from where it came: a session cookie. */
  readonly way?: TokenWay;
}

/**
 * Reads `env:NAME` or `file:PATH` (one trailing line break is dropped).
 * A literal is refused without repeating it: command lines and configuration files are read by others.
 * @param option the option that it was given for, for the message
 */
export function readSecret(reference: string, option: string): Secret {
  if (reference.startsWith('env:')) {
    const name = reference.slice(4);
    const value = process.env[name];
    if (!value)
      throw new UsageError('secret-unset', `${option}: the environment variable ${name || '(no name)'} is not set; export it first`);
    return new Secret(value);
  }
  if (reference.startsWith('file:')) {
    const path = reference.slice(5);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      throw new UsageError(
        'secret-unreadable',
        `${option}: cannot read the file ${path || '(no name)'}; check the path and its permissions`,
      );
    }
    const value = text.replace(/\r?\n$/, '');
    if (value === '') throw new UsageError('secret-empty', `${option}: the file ${path} is empty`);
    return new Secret(value);
  }
  throw new UsageError('secret-literal', `${option} takes env:NAME or file:PATH, never the secret itself (others can read command lines)`);
}

/** Reads `[SCHEME=]SECRET`; the scheme may not hold a colon, so `env:A=B` stays a reference. */
export function readToken(text: string, option: string): TokenOption {
  const match = /^([^=:]+)=((?:env|file):.*)$/s.exec(text);
  if (match) return { scheme: match[1]!, secret: readSecret(match[2]!, option) };
  return { scheme: null, secret: readSecret(text, option) };
}
