/** Joins command line and configuration file into the options of a run. The command line wins; tables are merged by name. */
import { readFileSync, statSync } from 'node:fs';
import { UsageError } from '../model/errors.ts';
import type { Confidence, Severity } from '../model/finding.ts';
import { nearestName } from '../model/nearest-name.ts';
import { type Config, pathsFromHere } from './find-config.ts';
import { readLoginFile } from './login-file.ts';
import { OPTION_BY_NAME } from './option-table.ts';
import { defaultOptions, type IgnoreEntry, type PublicEntry, type ScanOptions } from './options.ts';
import { readSecret, readToken, Secret } from './secret.ts';

/** What `cli` itself needs: how and where results are shown. */
export interface OutputOptions {
  readonly format: string;
  /** `--report FORMAT=FILE`. */
  readonly reports: readonly { readonly format: string; readonly file: string }[];
  readonly all: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** False with `--no-color`; null = decide by the stream. */
  readonly color: false | null;
  readonly progress: 'auto' | 'always' | 'never';
  /** Whether what is found becomes the baseline. */
  readonly updateBaseline: boolean;
  /** Whether the scan is kept beside the project. */
  readonly cache: boolean;
}

/** Values by long option name: text, numbers as text, `true` for flags, arrays for repeated options. */
export type GivenOptions = Readonly<Record<string, unknown>>;

/**
 * @param given from the command line
 * @param config from the file, or null
 * @throws UsageError that names the option for a value that is wrong
 */
export function resolveOptions(
  path: string,
  given: GivenOptions,
  config: Config | null,
  signal: AbortSignal = new AbortController().signal,
): { readonly scan: ScanOptions; readonly output: OutputOptions } {
  const fromFile = config ? pathsFromHere(config) : {};
  const values: Record<string, unknown> = { ...fromFile, ...given };
  const defaults = defaultOptions(path);
  const text = (name: string) => (values[name] === undefined ? null : String(values[name]));
  const flag = (name: string) => values[name] === true;
  const secret = (name: string) => (text(name) === null ? null : readSecret(text(name)!, `--${name}`));
  const choice = <T extends string>(name: string, fallback: T) => (checkChoice(name, text(name)) ?? fallback) as T;

  const scan: ScanOptions = {
    path,
    configFile: config?.file ?? null,
    source: !flag('no-source'),
    settings: checkModule(text('settings')),
    pythonPath: list(values['python-path']),
    env: { ...readEnvFile(text('env-file')), ...pairs('env', fromFile.env), ...pairs('env', given.env) },
    venv: text('venv'),
    mount: text('mount'),
    spec: oneOrMore(list(values.spec)),
    url: checkUrl(text('url')),
    tokens: list(values.token).map((token) => readToken(token, '--token')),
    login: readLogin(text('login'), text('login-user'), text('login-password')),
    loginFile: text('login-file') === null ? [] : readLoginFile(text('login-file')!),
    secondToken: secret('second-token'),
    lowToken: secret('low-token'),
    refreshToken: secret('refresh-token'),
    signingKey: secret('signing-key'),
    // Whoever may write may send what cannot take effect.
    allowInertWrites: flag('allow-inert-writes') || flag('allow-writes'),
    allowWrites: flag('allow-writes'),
    allowLoginAttempts: flag('allow-login-attempts'),
    ca: readCertificates(text('ca')),
    proxy: readProxyOption(text('proxy')),
    httpOrigin: checkHttpOrigin(text('http-origin'), text('url')),
    tokenScheme: text('token-scheme') ?? 'auto',
    headers: list(values.header).map(readHeader),
    params: { ...pairs('param', fromFile.params), ...pairs('param', fromFile.param), ...pairs('param', given.param) },
    rate: number('rate', values.rate),
    maxRequests: number('max-requests', values['max-requests']),
    timeout: number('timeout', values.timeout) ?? defaults.timeout,
    dryRun: flag('dry-run'),
    allowHosts: list(values['allow-host']),
    only: list(values.only),
    skip: list(values.skip),
    failOn: choice<Severity | 'never'>('fail-on', defaults.failOn),
    minConfidence: choice<Confidence>('min-confidence', defaults.minConfidence),
    minCoverage: number('min-coverage', values['min-coverage']) ?? defaults.minCoverage,
    minTested: number('min-tested', values['min-tested']) ?? defaults.minTested,
    exitZero: flag('exit-zero'),
    exclude: list(values.exclude),
    sensitive: list(values.sensitive),
    proxyThrottle: list(values['proxy-throttle']),
    inlineIgnore: values['inline-ignore'] !== false,
    public: entries<PublicEntry>(config, 'public'),
    ignore: entries<IgnoreEntry>(config, 'ignore'),
    baseline: text('baseline'),
    all: flag('all'),
    signal,
  };
  for (const [index, entry] of scan.ignore.entries()) checkIgnore(entry, index);
  if (scan.dryRun && scan.url === null)
    throw new UsageError('dry-run-without-url', '--dry-run prints the requests to a server; add --url URL');
  if (scan.login && scan.url === null && 'login-user' in given)
    throw new UsageError('login-without-url', '--login-user logs in at a server; add --url URL');
  if (scan.login && scan.loginFile.length > 0)
    throw new UsageError('login-and-file', '--login-user and --login-file both log in; leave one out');
  if (scan.loginFile.length > 0 && scan.url === null && 'login-file' in given)
    throw new UsageError('login-without-url', '--login-file logs in at a server; add --url URL');
  if (scan.loginFile.length > 0 && scan.tokens.some(({ scheme }) => scheme === null))
    throw new UsageError('login-and-token', '--token and --login-file both give the token of the run; leave one out');
  if (scan.login && scan.tokens.some(({ scheme }) => scheme === null))
    throw new UsageError('login-and-token', '--token and --login-user both give the token of the run; leave one out');
  const output: OutputOptions = {
    format: choice('format', 'terminal'),
    reports: list(values.report).map(readReport),
    all: scan.all,
    quiet: flag('quiet'),
    verbose: flag('verbose'),
    color: flag('no-color') ? false : null,
    progress: choice('progress', 'auto'),
    updateBaseline: flag('update-baseline'),
    cache: !flag('no-cache'),
  };
  return { scan, output };
}

function readLogin(operation: string | null, user: string | null, password: string | null): ScanOptions['login'] {
  if (operation !== null && !/^\s*POST\s+\/\S*\s*$/i.test(operation))
    throw new UsageError('option-wrong-value', '--login is written "POST /path/"');
  if (user === null && password === null && operation === null) return null;
  if (user === null || password === null)
    throw new UsageError('login-incomplete', 'a login needs --login-user and --login-password, each env:NAME or file:PATH');
  return {
    operation: operation === null ? null : operation.trim().split(/\s+/)[1]!,
    user: readSecret(user, '--login-user'),
    password: readSecret(password, '--login-password'),
  };
}

/** Null for none; one document alone stays a text. */
function oneOrMore(texts: readonly string[]): string | readonly string[] | null {
  return texts.length > 1 ? texts : (texts[0] ?? null);
}

function list(value: unknown): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** A table of the file, or NAME=VALUE texts of the command line. */
function pairs(option: string, value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (!Array.isArray(value) && typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, String(item)]));
  }
  return Object.fromEntries(
    list(value).map((text) => {
      const match = /^([^=\s]+)=(.*)$/s.exec(text);
      if (!match) throw new UsageError('option-wrong-value', `--${option} takes NAME=VALUE`);
      return [match[1]!, match[2]!];
    }),
  );
}

function number(name: string, value: unknown): number | null {
  if (value === undefined) return null;
  const kind = OPTION_BY_NAME.get(name)!.kind as { readonly min: number; readonly max?: number; readonly whole?: boolean };
  const parsed = typeof value === 'number' ? value : /^\s*-?\d+(\.\d+)?\s*$/.test(String(value)) ? Number(value) : Number.NaN;
  const { min, max = Number.POSITIVE_INFINITY, whole } = kind;
  if (!(parsed >= min && parsed <= max) || (whole && !Number.isInteger(parsed))) {
    const range = Number.isFinite(max) ? `from ${min} to ${max}` : `of at least ${min}`;
    throw new UsageError('option-wrong-value', `--${name} takes a ${whole ? 'whole ' : ''}number ${range}, not ${JSON.stringify(value)}`);
  }
  return parsed;
}

function checkChoice(name: string, value: string | null): string | null {
  if (value === null) return null;
  const { choices } = OPTION_BY_NAME.get(name)!.kind as { readonly choices: readonly string[] };
  if (choices.includes(value)) return value;
  const nearest = nearestName(value, choices);
  const hint = nearest ? `did you mean ${nearest}?` : `one of ${choices.join(', ')}`;
  throw new UsageError('option-wrong-value', `--${name} ${JSON.stringify(value)} is unknown; ${hint}`);
}

function checkModule(module: string | null): string | null {
  // A hyphen is no identifier, yet Django imports `settings.clever-cloud` by its name.
  if (module === null || /^[A-Za-z_][\w-]*(\.[A-Za-z_][\w-]*)*$/.test(module)) return module;
  throw new UsageError(
    'option-wrong-value',
    `--settings ${JSON.stringify(module)} is not a module name; write it like config.settings.production`,
  );
}

function checkUrl(url: string | null): string | null {
  if (url === null) return null;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new UsageError('option-wrong-value', '--url is not a URL; write it like http://127.0.0.1:8000');
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')
    throw new UsageError('option-wrong-value', '--url takes an http or https URL');
  // A password in a URL would end up in process lists and reports.
  if (parsed.username || parsed.password) throw new UsageError('secret-literal', '--url must not hold a user name or password');
  return url;
}

/** The text of a PEM file with at least one certificate. */
function readCertificates(file: string | null): string | null {
  if (file === null) return null;
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError('ca-unreadable', `--ca ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  if (!/-----BEGIN CERTIFICATE-----/.test(pem))
    throw new UsageError('ca-unreadable', `--ca ${file} holds no certificate in PEM (-----BEGIN CERTIFICATE-----)`);
  return pem;
}

/** A URL, or `env:NAME` for one with a password. */
function readProxyOption(text: string | null): Secret | null {
  if (text === null) return null;
  const secret = /^(env|file):/.test(text) ? readSecret(text, '--proxy') : new Secret(text);
  const url = URL.canParse(secret.reveal()) ? new URL(secret.reveal()) : null;
  if (url === null || url.protocol !== 'http:')
    throw new UsageError('option-wrong-value', '--proxy takes a URL like http://127.0.0.1:3128, or env:NAME for one with a password');
  if (url.password !== '' && !/^(env|file):/.test(text))
    throw new UsageError('secret-literal', '--proxy must not hold a password; write env:NAME');
  return secret;
}

/** The plain-http twin of the same host; anything else would be another server. */
function checkHttpOrigin(text: string | null, url: string | null): string | null {
  if (text === null) return null;
  const twin = URL.canParse(text) ? new URL(text) : null;
  if (twin?.protocol !== 'http:' || twin.username || twin.password || twin.search)
    throw new UsageError('option-wrong-value', '--http-origin takes the http URL of the same server');
  if (url === null || new URL(url).hostname !== twin.hostname)
    throw new UsageError('option-wrong-value', '--http-origin must name the host of --url');
  return text;
}

/** `Name: value`, where the value may be `env:NAME`. */
function readHeader(text: string): readonly [string, string] {
  const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*)$/.exec(text);
  if (!match) throw new UsageError('option-wrong-value', '--header is written "Name: value"');
  const value = match[2]!;
  return [match[1]!, value.startsWith('env:') ? readSecret(value, '--header').reveal() : value];
}

function readReport(text: string): { format: string; file: string } {
  const match = /^([a-z]+)=(.+)$/.exec(text);
  if (!match) throw new UsageError('option-wrong-value', '--report is written FORMAT=FILE, for example sarif=unlatched.sarif');
  return { format: match[1]!, file: match[2]! };
}

/** NAME=VALUE lines as shells and Docker write them: `export`, quotes and comments are understood, nothing is expanded. */
function readEnvFile(file: string | null): Record<string, string> {
  if (file === null) return {};
  let text: string;
  try {
    if (statSync(file).size > 1_000_000) throw new UsageError('env-file-too-large', `--env-file ${file} is larger than 1 MB`);
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      'env-file-unreadable',
      `--env-file ${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`,
    );
  }
  const values: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(.*?))\s*(?:\s#.*)?$/.exec(line);
    if (match) values[match[1]!] = match[2] ?? match[3] ?? match[4] ?? '';
  }
  return values;
}

function entries<T>(config: Config | null, key: 'public' | 'ignore'): T[] {
  const found = (config?.values[key] ?? []) as readonly Record<string, string>[];
  return found.map((entry, index) => ({ ...entry, reason: entry.reason ?? '', place: config!.placeOf([key, index]) }) as T);
}

function checkIgnore(entry: IgnoreEntry, index: number): void {
  if (entry.rule || entry.finding) return;
  throw new UsageError('config-wrong-value', `${entry.place.file}:${entry.place.line}: ignore.${index} needs a rule or a finding`);
}
