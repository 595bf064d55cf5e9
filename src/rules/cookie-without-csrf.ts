/** Rule: a cookie alone gets a write in, from whatever page. */
import type { Rule } from '../model/finding.ts';
import type { LoginRemark } from '../model/login-life.ts';
import { loginReports } from './shared/login-remarks.ts';

export const rule: Rule = {
  id: 'cookie-without-csrf',
  title: 'a cookie is enough to write, without a CSRF token',
  family: 'account',
  severity: 'medium',
  cwe: 'CWE-352',
  owasp: ['API8:2023'],
  why: 'A browser sends the cookies of a site with every request to it, whoever wrote the page that makes the request. An API that takes a cookie for a login, and asks for nothing that only its own pages know, lets any page write in the name of its visitor. SessionAuthentication of Django REST framework checks a CSRF token; subclasses that leave the check out, and tokens that are read from a cookie, do not. SameSite keeps most requests of other sites away, not those of neighbouring subdomains.',
  bad: `class CsrfExemptSession(SessionAuthentication):
    def enforce_csrf(self, request):
        return
`,
  good: `REST_FRAMEWORK = {"DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"]}
`,
  refute:
    'Send the write with the cookie of a login and the header "Origin: https://elsewhere.invalid", without a CSRF token: 403 refutes it.',
  references: [
    'CWE-352: Cross-Site Request Forgery',
    'OWASP ASVS 5.0, 3.5.1',
    'Django REST framework: rest_framework/authentication.py, SessionAuthentication.enforce_csrf',
    'RFC 6265 section 8.2',
  ],
  judge: (matrix, facts) =>
    loginReports(matrix, facts, ['cookie-write'], (remark) => ({
      rating: { severity: 'medium', confidence: 'certain' },
      title: 'a cookie is enough to write, without a CSRF token',
      means: `Any page that its visitor opens can write in his name${held(remark) ? ', if it is of a neighbouring subdomain: SameSite keeps others away' : ''}.`,
    })),
};

/** Browsers then send the cookie with no write from another site. */
const held = ({ sameSite }: LoginRemark): boolean => sameSite === 'lax' || sameSite === 'strict';
