/** Rule: a forgotten password can be reset by somebody else. */
import type { ResetFact, SourceFacts } from '../model/facts.ts';
import type { Report, Rule, Severity } from '../model/finding.ts';
import type { Matrix, MatrixRow } from '../model/matrix.ts';
import { operationId } from '../model/operation.ts';
import { entranceOf } from './shared/evidence.ts';
import { groupRows, rowNames, sourceReport } from './shared/source-report.ts';

export const rule: Rule = {
  id: 'reset-link',
  title: 'a forgotten password can be reset by somebody else',
  family: 'account',
  severity: 'critical',
  cwe: 'CWE-640',
  owasp: ['API2:2023'],
  why: 'A reset is a second way to log in, and it asks for no password. Where the token is not tied to the user whose password it sets, whoever has asked for a mail of his own takes over any account; where the answer holds the token, not even the mail is needed; where a token works twice, a mail that is found later opens the account again; and where the link takes its host from the request, the user who follows it hands his token to the attacker.',
  bad: `link = ResetLink.objects.filter(token=request.data["token"]).first()
if link is None:
    return Response(status=400)
user = User.objects.get(email=request.data["email"])
user.set_password(request.data["password"])
`,
  good: `link = get_object_or_404(ResetLink, token=request.data["token"], used=False)
user = link.user
user.set_password(request.data["password"])
link.delete()
`,
  refute:
    'Ask for a reset of an account of your own and send its token with the name of another of your accounts: the answer must be a refusal. Then use it rightly, twice: the second time must be refused.',
  references: [
    'CWE-640: Weak Password Recovery Mechanism for Forgotten Password',
    'OWASP ASVS 5.0, 6.4.3',
    'OWASP WSTG-ATHN-09',
    'Django: django/contrib/auth/tokens.py, PasswordResetTokenGenerator',
  ],
  judge(matrix, facts) {
    if (facts === null) return [];
    return [...group(matrix.rows.flatMap((row) => resetsOf(row, facts).map((reset) => ({ row, reset })))), ...lateResets(matrix, facts)];
  },
};

const TITLES: Readonly<Record<ResetFact['kind'], string>> = {
  unasked: 'anybody sets the password of anybody',
  unbound: 'a reset token of one user sets the password of another',
  reusable: 'a reset token works more than once',
  given: 'a reset token is handed to whoever asks',
  host: 'a reset link leads to where the attacker says',
};

const SEVERITIES: Readonly<Record<ResetFact['kind'], Severity>> = {
  unasked: 'critical',
  unbound: 'critical',
  given: 'critical',
  host: 'high',
  reusable: 'medium',
};

function resetsOf({ source }: MatrixRow, facts: SourceFacts): readonly ResetFact[] {
  return source ? (facts.resets?.(operationId(source.method, source.path)) ?? []) : [];
}

const WEEK = 7 * 86_400;

/** Tokens of Django's generator that are good for more than a week (django/conf/global_settings.py: three days). */
function lateResets(matrix: Matrix, facts: SourceFacts): readonly Report[] {
  const setting = facts.setting('PASSWORD_RESET_TIMEOUT');
  if (setting?.value.kind !== 'constant' || typeof setting.value.value !== 'number' || setting.value.value <= WEEK) return [];
  const rows = matrix.rows.filter((row) => entranceOf(row, facts)?.asksFor === 'mailed token');
  if (rows.length === 0) return [];
  const days = Math.round(setting.value.value / 86_400);
  return [
    sourceReport({
      rating: { severity: 'medium', confidence: 'firm' },
      symbol: 'PASSWORD_RESET_TIMEOUT',
      place: setting.place,
      title: 'reset tokens are good for long',
      message: `${rowNames(rows)}: a reset token is good for ${days} days, for whoever finds the mail.`,
      cause: `PASSWORD_RESET_TIMEOUT is ${days} days`,
      rows,
    }),
  ];
}

interface Hit {
  readonly row: MatrixRow;
  readonly reset: ResetFact;
}

/** One report for each place. */
function group(hits: readonly Hit[]): readonly Report[] {
  const groups = groupRows(hits, ({ row, reset: { kind, place } }) => [kind, place, place ? '' : row.id]);
  return groups.map(({ first: { row, reset }, rows }) =>
    sourceReport({
      rating: { severity: SEVERITIES[reset.kind], confidence: 'firm' },
      symbol: row.source?.view ?? row.path,
      place: reset.place ?? row.source?.place ?? null,
      title: TITLES[reset.kind],
      message: `${rowNames(rows)}: ${reset.text}.`,
      cause: reset.text,
      rows,
    }),
  );
}
