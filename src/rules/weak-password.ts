/** Rule: an account can be made with a password that everybody tries first. */
import type { Rule } from '../model/finding.ts';
import { loginReports } from './shared/login-remarks.ts';

export const rule: Rule = {
  id: 'weak-password',
  title: 'a registration takes weak passwords',
  family: 'account',
  severity: 'medium',
  cwe: 'CWE-521',
  owasp: ['API2:2023'],
  why: 'Passwords such as 12345678 stand on top of every list, and who guesses tries those first, with one account after the other. Django asks its AUTH_PASSWORD_VALIDATORS only in its own forms and commands: a serializer that calls create_user asks nobody.',
  bad: `class RegisterSerializer(serializers.ModelSerializer):
    def create(self, data):
        return User.objects.create_user(**data)
`,
  good: `class RegisterSerializer(serializers.ModelSerializer):
    def validate_password(self, password):
        validate_password(password)
        return password
`,
  refute: 'Register with the password 12345678: an answer of 400 that names the password refutes it.',
  references: [
    'CWE-521: Weak Password Requirements',
    'OWASP ASVS 5.0, 6.2.1 and 6.2.4',
    'Django: django/contrib/auth/password_validation.py',
  ],
  judge: (matrix, facts) =>
    loginReports(matrix, facts, ['weak-password'], () => ({
      rating: { severity: 'medium', confidence: 'certain' },
      title: 'a registration takes weak passwords',
      means: 'Whoever guesses tries such passwords first.',
    })),
};
