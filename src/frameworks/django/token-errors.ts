/** Exceptions with which libraries say that a token is not good. */
import type { Value } from '../../interpreter/values.ts';

/** The common base of each library's exceptions, by module and name. */
const BASES: ReadonlySet<string> = new Set([
  'jwt.exceptions.InvalidTokenError',
  'jose.exceptions.JOSEError',
  'authlib.jose.errors.JoseError',
  'jwcrypto.common.JWException',
  'itsdangerous.exc.BadData',
  'django.core.signing.BadSignature',
  'rest_framework_simplejwt.exceptions.TokenError',
]);

/** Whether an exception says that a signature or a claim of a token is wrong. */
export function isTokenError(raised: Value): boolean {
  return raised.k === 'inst' && raised.cls.mro.some((cls) => BASES.has(`${cls.module}.${cls.name}`));
}
