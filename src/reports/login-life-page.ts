/** The part of `docs/probes.md` about the life of a login: what is asked beside the operations, and what is not and why. */

interface Step {
  /** Id of the rule that tells it. */
  readonly rule: string;
  readonly asks: string;
  /** What the user gives. */
  readonly needs: string;
  /** Requests at the most, those of a login that must be found out first not counted. */
  readonly requests: number;
}

const STEPS: readonly Step[] = [
  { rule: 'token-not-rotated', asks: 'another login or two: is it the same token each time? (R25)', needs: '`--login`', requests: 2 },
  {
    rule: 'session-fixation',
    asks: 'where a login sets the cookie of a session: a made-up session id and one that the login page gave out, each sent with a login: is either that of the user afterwards? (R29)',
    needs: '`--login`',
    requests: 13,
  },
  {
    rule: 'cookie-without-csrf',
    asks: 'where a login sets a cookie: that cookie with the Origin of another site and no CSRF token, at unsafe operations, by requests that cannot take effect (R44)',
    needs: '`--login`, `--allow-inert-writes`, the source',
    requests: 9,
  },
  {
    rule: 'refresh-token-reuse',
    asks: 'where the exchange of a refresh token gives a new one: the old one once more (R26)',
    needs: '`--login`',
    requests: 6,
  },
  {
    rule: 'token-after-logout',
    asks: 'one more login, its log-out, then its token, two other spellings of it where it is refused, and its refresh token (R22, J31)',
    needs: '`--login`, `--allow-writes`',
    requests: 16,
  },
  {
    rule: 'weak-password',
    asks: 'at a registration that anybody may use: an account with a strong password, and where it logs in, and not with another password, further ones with 12345678, password and their own name, until the first is taken; it must log in (R30)',
    needs: '`--allow-writes`, a server on this machine',
    requests: 20,
  },
  {
    rule: 'token-after-password-change',
    asks: 'that account logs in twice, the second login changes its password, and token and refresh token of the first one are asked: the login that makes the change may stay (R23)',
    needs: '`--allow-writes`, a server on this machine, and the token of the run',
    requests: 14,
  },
  {
    rule: 'user-enumeration',
    asks: 'two wrong passwords for the user of the login and two for one that cannot exist: are status and body alike? Where they are and both pairs took times that lie apart, five more of each, with the right password after each two: do the medians differ by more than 50 ms and three times the spread? (R28)',
    needs: '`--login`, `--allow-login-attempts`',
    requests: 17,
  },
  {
    rule: 'user-enumeration',
    asks: 'a reset of the password (which mails the user) and a registration with an empty password, twice for the user of the login and twice for one that cannot exist: are status and body alike? (R28)',
    needs: '`--login`, `--allow-login-attempts`, `--allow-writes`',
    requests: 10,
  },
  {
    rule: 'missing-throttle',
    asks: 'eight wrong passwords for a user that cannot exist, one a second, at the very end; where the server slows down (429), with another X-Forwarded-For, beside the valid token (more often than without it) and at other spellings of the path, and without between them: does the count go by what the caller writes? A limit that the run has used up before is waited for, a minute at the most (R27)',
    needs: '`--allow-login-attempts`',
    requests: 36,
  },
  {
    rule: 'missing-throttle',
    asks: 'the mutations of a GraphQL endpoint, by its schema; where one is a login: eight wrong passwords for a user that cannot exist, one a second; where the server slows down (429), two requests that carry more of them than were answered, after a minute at the most: does the count go by requests? (R40)',
    needs: '`--allow-login-attempts`',
    requests: 12,
  },
];

const NOT_ASKED: readonly (readonly [what: string, why: string])[] = [
  [
    'the token of a user who was switched off (R24)',
    'nothing that a client can send switches a user off. The probe `inactive-user` asks the source, its rule tells it',
  ],
  [
    'a reset of the password with the Host of somebody else (R31)',
    'the link stands in a mail that cannot be read here. `reset-link` tells from source where the host of a link comes from',
  ],
  [
    'a password alone where the user has a second factor (R42)',
    'whether the user of the login is enrolled is not known, and for one who is not the token is right',
  ],
];

export function loginLifeMarkdown(): readonly string[] {
  return [
    '## The life of a login',
    '',
    'Asked once, at the end of a run that logged in, on logins made for it. A token counts as alive where the canary of the run lets it in and,',
    'asked in the same way, turns away whoever has none; what is found is confirmed by a second request. What cannot be told is a note.',
    '',
    '| rule | what is asked | needs | requests at the most |',
    '|---|---|---|---|',
    ...STEPS.map(({ rule, asks, needs, requests }) => `| [${rule}](rules/${rule}.md) | ${asks} | ${needs} | ${requests} |`),
    '',
    'Accounts of a run are called `unlatched-<random>`, with addresses in `example.invalid`. They are deleted where source or document name an',
    'operation that deletes the own account, which is shown by a login that is refused from then on; each one that stays is named in a warning.',
    '',
    'Not sent:',
    '',
    ...NOT_ASKED.map(([what, why]) => `- ${what}: ${why}.`),
    '',
  ];
}
