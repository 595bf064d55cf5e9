/** Reads a secret from where the user says it lies; a secret on the command line is refused and never repeated. */
import { closeSync, openSync, readSync } from 'node:fs';
import { UsageError } from '../model/errors.ts';

/** Larger than any token that a server takes in a header. */
const MAX_SECRET_BYTES = 64 * 1024;

/**
 * Reads `env:NAME` or `file:PATH`; white space around the secret is cut.
 * @param spec what the user wrote
 * @param option the option it was written for, e.g. `--token`, for messages
 * @throws UsageError for a literal (without printing it), a variable that is not set, a file that cannot be read,
 *   an empty secret, or one that no header can carry
 */
export function readSecret(spec: string, option = 'a secret'): string {
  const match = /^(env|file):(.+)$/s.exec(spec);
  if (!match) {
    throw new UsageError(
      'literal-secret',
      `${option}: write env:NAME or file:PATH; a secret on the command line ends up in shell history and logs`,
    );
  }
  const [, kind, name] = match as unknown as [string, 'env' | 'file', string];
  const secret = (kind === 'env' ? fromEnvironment(name, option) : fromFile(name, option)).trim();
  if (secret === '') throw new UsageError('secret-empty', `${option}: ${kind}:${name} is empty`);
  if (/[\u0000-\u001f\u007f]/.test(secret) || /[^\u0000-\u00ff]/.test(secret)) {
    throw new UsageError(
      'secret-characters',
      `${option}: ${kind}:${name} holds characters that an HTTP header cannot carry (line breaks?)`,
    );
  }
  return secret;
}

function fromEnvironment(name: string, option: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    // Not repeated: somebody may have written env:SECRET with the secret itself.
    throw new UsageError('secret-variable', `${option}: env: must be followed by the name of an environment variable`);
  }
  const value = process.env[name];
  if (value === undefined) throw new UsageError('secret-missing', `${option}: the environment variable ${name} is not set`);
  return value;
}

function fromFile(path: string, option: string): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    throw unreadable(path, option, error);
  }
  try {
    const buffer = Buffer.alloc(MAX_SECRET_BYTES + 1);
    const length = readSync(descriptor, buffer, 0, buffer.length, 0);
    if (length > MAX_SECRET_BYTES)
      throw new UsageError('secret-large', `${option}: ${path} is larger than ${MAX_SECRET_BYTES / 1024} KB, no token is`);
    return buffer.toString('utf8', 0, length);
  } catch (error) {
    throw error instanceof UsageError ? error : unreadable(path, option, error);
  } finally {
    closeSync(descriptor);
  }
}

function unreadable(path: string, option: string, error: unknown): UsageError {
  const code = (error as NodeJS.ErrnoException).code;
  const why =
    code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `it cannot be read (${code ?? 'unknown error'})`;
  return new UsageError('secret-file', `${option}: file:${path}: ${why}`);
}
