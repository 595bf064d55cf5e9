/** Columns that hold what only the owner of a row knows, told by their names. */
import type { PyUnknown } from '../../interpreter/values.ts';

/** A field that holds what only its owner knows. */
export function isSecretName(path: string): boolean {
  return (
    /(token|secret|key|hash|digest|password|passwd|signature|code|jti|otp)s?$/i.test(path) &&
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
