/** Every option once: the command line, the keys of the configuration file, its JSON Schema and the help are made from this table. */
import { CONFIDENCES, SEVERITIES } from '../model/finding.ts';

/** How a value is written. `pairs` are NAME=VALUE (a table in TOML), `tokens` are `[SCHEME=]SECRET`. */
export type OptionKind =
  | { readonly type: 'flag' }
  | { readonly type: 'text'; readonly path?: boolean }
  | { readonly type: 'list'; readonly path?: boolean }
  | { readonly type: 'number'; readonly min: number; readonly max?: number; readonly whole?: boolean }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | { readonly type: 'pairs' }
  | { readonly type: 'secret' }
  | { readonly type: 'tokens' };

export interface OptionSpec {
  /** The long name; `no-...` are flags of their own. */
  readonly name: string;
  /** Placeholder in the help. */
  readonly value?: string;
  readonly kind: OptionKind;
  readonly help: string;
  readonly group: 'Source' | 'Document' | 'Server' | 'Judging' | 'Output';
}

/** Formats of the contract; which of them exist is known by the registry of reports. */
export const FORMATS = ['terminal', 'concise', 'json', 'sarif', 'junit', 'markdown', 'github', 'gitlab', 'html'] as const;

const flag = { type: 'flag' } as const;
const text = { type: 'text' } as const;
const path = { type: 'text', path: true } as const;
const list = { type: 'list' } as const;
const pairs = { type: 'pairs' } as const;
const secret = { type: 'secret' } as const;
const percent = { type: 'number', min: 0, max: 100 } as const;

export const OPTIONS: readonly OptionSpec[] = [
  {
    name: 'settings',
    value: 'MODULE',
    kind: text,
    group: 'Source',
    help: 'settings module (default: what wsgi.py or asgi.py names, else manage.py)',
  },
  { name: 'python-path', value: 'DIR', kind: { type: 'list', path: true }, group: 'Source', help: 'folder of Python modules (repeatable)' },
  {
    name: 'env',
    value: 'NAME=VALUE',
    kind: pairs,
    group: 'Source',
    help: 'value for os.environ in the source (repeatable); the real environment is never read',
  },
  { name: 'env-file', value: 'FILE', kind: path, group: 'Source', help: 'file of NAME=VALUE lines for os.environ in the source' },
  { name: 'venv', value: 'DIR', kind: path, group: 'Source', help: 'virtual environment or site-packages with the libraries' },
  { name: 'mount', value: 'PREFIX', kind: text, group: 'Source', help: "where document and server see Django's root" },
  { name: 'no-source', kind: flag, group: 'Source', help: 'leave the source out' },

  {
    name: 'spec',
    value: 'FILE|URL|auto',
    kind: { type: 'list', path: true },
    group: 'Document',
    help: 'OpenAPI document (repeatable); a URL must be one of --url, auto looks beside the source and then at --url',
  },

  { name: 'url', value: 'URL', kind: text, group: 'Server', help: 'origin of the running server, with an optional path prefix' },
  {
    name: 'token',
    value: '[SCHEME=]SECRET',
    kind: { type: 'tokens' },
    group: 'Server',
    help: 'valid token, as env:NAME or file:PATH (repeatable)',
  },
  {
    name: 'token-scheme',
    value: 'WORD',
    kind: text,
    group: 'Server',
    help: 'word in front of the token: auto, Bearer, Token, JWT, ... (default auto)',
  },
  {
    name: 'header',
    value: '"Name: value"',
    kind: list,
    group: 'Server',
    help: 'header for every request; the value may be env:NAME (repeatable)',
  },
  { name: 'param', value: 'NAME=VALUE', kind: pairs, group: 'Server', help: 'value of a path parameter (repeatable)' },
  {
    name: 'rate',
    value: 'N',
    kind: { type: 'number', min: 0.01 },
    group: 'Server',
    help: 'requests a second (default 5, loopback unlimited)',
  },
  { name: 'max-requests', value: 'N', kind: { type: 'number', min: 1, whole: true }, group: 'Server', help: 'at most so many requests' },
  {
    name: 'timeout',
    value: 'S',
    kind: { type: 'number', min: 0.1, max: 600 },
    group: 'Server',
    help: 'seconds to wait for an answer (default 10)',
  },
  { name: 'dry-run', kind: flag, group: 'Server', help: 'print the requests with their reasons, send none' },
  {
    name: 'allow-host',
    value: 'HOST',
    kind: list,
    group: 'Server',
    help: 'a host that is neither loopback nor private and that you own (repeatable)',
  },
  {
    name: 'http-origin',
    value: 'URL',
    kind: text,
    group: 'Server',
    help: 'the plain-http twin of the server, asked once with a made-up token',
  },
  {
    name: 'second-token',
    value: 'SECRET',
    kind: secret,
    group: 'Server',
    help: "token of a second user: are the first user's objects given to it?",
  },
  {
    name: 'low-token',
    value: 'SECRET',
    kind: secret,
    group: 'Server',
    help: 'token of few rights: is it taken where scopes or administrators are asked for?',
  },
  {
    name: 'refresh-token',
    value: 'SECRET',
    kind: secret,
    group: 'Server',
    help: 'refresh token of the same login: is it taken as access token?',
  },
  {
    name: 'signing-key',
    value: 'SECRET',
    kind: secret,
    group: 'Server',
    help: 'key that signs the tokens (secret, PEM or JWK): are signed tokens with one thing wrong taken?',
  },
  {
    name: 'login',
    value: '"POST /path/"',
    kind: text,
    group: 'Server',
    help: 'operation that gives a token (found in source or document when it is not named)',
  },
  { name: 'login-user', value: 'SECRET', kind: secret, group: 'Server', help: 'user name for the login' },
  { name: 'login-password', value: 'SECRET', kind: secret, group: 'Server', help: 'password for the login' },
  {
    name: 'login-file',
    value: 'FILE',
    kind: path,
    group: 'Server',
    help: 'users and their logins in Web Fuzzing Commons format: the first is the user of the run',
  },
  {
    name: 'allow-inert-writes',
    kind: flag,
    group: 'Server',
    help: 'send unsafe requests that cannot take effect, where the source vouches for that',
  },
  {
    name: 'allow-writes',
    kind: flag,
    group: 'Server',
    help: 'the same without source: a broken write may then take effect; a log-out of a login of its own; on this machine accounts of its own at a registration; tokens that have the server fetch or look up a key',
  },
  {
    name: 'allow-login-attempts',
    kind: flag,
    group: 'Server',
    help: 'try wrong passwords: eight for a user that cannot exist, two in a row for that of --login; with --allow-writes a reset as well, which mails him',
  },
  { name: 'ca', value: 'FILE', kind: path, group: 'Server', help: 'certificate authority of the server' },
  { name: 'proxy', value: 'URL', kind: text, group: 'Server', help: 'proxy for the requests' },

  { name: 'only', value: 'ID|CWE', kind: list, group: 'Judging', help: 'judge by these rules only (repeatable)' },
  { name: 'skip', value: 'ID|CWE', kind: list, group: 'Judging', help: 'leave these rules out (repeatable)' },
  {
    name: 'fail-on',
    value: 'LEVEL',
    kind: { type: 'choice', choices: [...SEVERITIES.filter((level) => level !== 'info'), 'never'] },
    group: 'Judging',
    help: 'lowest severity that gates: critical, high, medium, low, never (default high)',
  },
  {
    name: 'min-confidence',
    value: 'LEVEL',
    kind: { type: 'choice', choices: CONFIDENCES },
    group: 'Judging',
    help: 'lowest confidence that gates: certain, firm, tentative (default firm)',
  },
  { name: 'min-coverage', value: 'PERCENT', kind: percent, group: 'Judging', help: 'operations that must be judged (default 80)' },
  {
    name: 'min-tested',
    value: 'PERCENT',
    kind: percent,
    group: 'Judging',
    help: 'operations that the server must have been asked about (default 0)',
  },
  {
    name: 'baseline',
    value: 'FILE',
    kind: path,
    group: 'Judging',
    help: 'findings that are known: a baseline or a scan document',
  },
  { name: 'update-baseline', kind: flag, group: 'Judging', help: 'write the baseline' },
  { name: 'exit-zero', kind: flag, group: 'Judging', help: 'exit 0 where it would be 1 or 3' },

  {
    name: 'format',
    value: 'FORMAT',
    kind: { type: 'choice', choices: FORMATS },
    group: 'Output',
    help: `format on stdout: ${FORMATS.join(', ')} (default terminal)`,
  },
  { name: 'report', value: 'FORMAT=FILE', kind: list, group: 'Output', help: 'write a report to a file (repeatable)' },
  { name: 'all', kind: flag, group: 'Output', help: 'hardening notes in full' },
  { name: 'quiet', kind: flag, group: 'Output', help: 'no notes on stderr' },
  { name: 'verbose', kind: flag, group: 'Output', help: 'what goes on, on stderr' },
  { name: 'no-color', kind: flag, group: 'Output', help: 'no colours (also: NO_COLOR)' },
  {
    name: 'progress',
    value: 'WHEN',
    kind: { type: 'choice', choices: ['auto', 'always', 'never'] },
    group: 'Output',
    help: 'progress on stderr: auto, always, never (default auto)',
  },
  { name: 'no-cache', kind: flag, group: 'Output', help: 'do not keep the scan in .unlatched/' },
];

export const OPTION_BY_NAME: ReadonlyMap<string, OptionSpec> = new Map(OPTIONS.map((option) => [option.name, option]));
