/** Rule: the project sets no default permission, and views rely on it. */
import type { Rule } from '../model/finding.ts';
import { groupHits, namesOf, reportOf } from './shared/group.ts';
import { opennessOf } from './shared/openness.ts';

export const rule: Rule = {
  id: 'no-default-permission',
  title: 'views rely on a default permission that lets anyone in',
  family: 'bypass',
  severity: 'critical',
  cwe: 'CWE-306',
  owasp: ['API2:2023', 'API8:2023'],
  why: 'Where a view names no permission, Django REST framework takes DEFAULT_PERMISSION_CLASSES, and its own default is AllowAny. Without a safe default every view on which somebody forgets one line is open, now and in future.',
  bad: `REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
}
`,
  good: `REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
}
`,
  refute:
    'Print rest_framework.settings.api_settings.DEFAULT_PERMISSION_CLASSES in the running project, and call one of the operations without a token. A setting that another module adds at start, or a gateway in front, would refute the finding.',
  references: [
    'CWE-306: Missing Authentication for Critical Function',
    'CWE-1188: Initialization of a Resource with an Insecure Default',
    'OWASP API8:2023 Security Misconfiguration',
    'Django REST framework: settings, DEFAULT_PERMISSION_CLASSES (default AllowAny)',
  ],
  judge(matrix, facts) {
    const hits = opennessOf(matrix, facts).filter((hit) => hit.kind === 'default');
    return groupHits(hits).map((group) =>
      reportOf(group, {
        title: 'no default permission: views without their own are open',
        message: `${namesOf(group)}: the view sets no permission, and the default lets anyone in.`,
        cause: group.cause?.text ?? 'DEFAULT_PERMISSION_CLASSES is not set',
        caption:
          group.cause?.origin === 'settings' ? 'AllowAny, unless a view says otherwise' : 'no DEFAULT_PERMISSION_CLASSES: AllowAny applies',
      }),
    );
  },
};
