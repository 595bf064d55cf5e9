/** What a run was asked to do: command line and configuration file, merged and checked. `scan` reads it, `cli` fills it. */
import type { Confidence, Severity } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { LoginEntry } from './login-file.ts';
import type { Secret, TokenOption } from './secret.ts';

/** An operation that is open on purpose (`[[tool.unlatched.public]]`). */
export interface PublicEntry {
  /** `METHOD /path/`, wildcards allowed. */
  readonly operation: string;
  readonly reason: string;
  /** The table in the configuration file. */
  readonly place: Place;
}

/** A suppression (`[[tool.unlatched.ignore]]`): `rule` or `finding`, narrowed by `file` or `operation`. */
export interface IgnoreEntry {
  readonly rule?: string;
  readonly finding?: string;
  readonly file?: string;
  readonly operation?: string;
  /** Empty when the entry has none (which is reported). */
  readonly reason: string;
  /** `YYYY-MM-DD`; the last day on which it holds. */
  readonly until?: string;
  readonly place: Place;
}

export interface ScanOptions {
  /** PATH as the user typed it, relative to the working directory. */
  readonly path: string;
  /** The configuration file that was read, or null. */
  readonly configFile: string | null;

  // -- source
  /** False with `--no-source`. */
  readonly source: boolean;
  readonly settings: string | null;
  readonly pythonPath: readonly string[];
  /** Values for `os.environ` in the source; the real environment is never read. */
  readonly env: Readonly<Record<string, string>>;
  readonly venv: string | null;
  readonly mount: string | null;

  // -- document
  /** File, URL or `auto`; several documents of one API as a list. */
  readonly spec: string | readonly string[] | null;

  // -- server
  readonly url: string | null;
  readonly tokens: readonly TokenOption[];
  /** User and password for a login, and its `METHOD /path` when the user named it. */
  readonly login: { readonly operation: string | null; readonly user: Secret; readonly password: Secret } | null;
  /** Users of `--login-file`: the first is the user of the run, the next one the second user. */
  readonly loginFile: readonly LoginEntry[];
  readonly secondToken: Secret | null;
  readonly lowToken: Secret | null;
  readonly refreshToken: Secret | null;
  readonly signingKey: Secret | null;
  readonly allowInertWrites: boolean;
  readonly allowWrites: boolean;
  readonly allowLoginAttempts: boolean;
  /** PEM of the server's certificate authority. */
  readonly ca: string | null;
  readonly proxy: Secret | null;
  readonly httpOrigin: string | null;
  /** `auto` or the word in front of the token. */
  readonly tokenScheme: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Values for path parameters by name. */
  readonly params: Readonly<Record<string, string>>;
  /** Requests a second; null = the default (5, loopback unlimited). */
  readonly rate: number | null;
  readonly maxRequests: number | null;
  /** Seconds. */
  readonly timeout: number;
  readonly dryRun: boolean;
  readonly allowHosts: readonly string[];

  // -- judging
  /** Rule ids or CWE numbers; empty = all. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly failOn: Severity | 'never';
  readonly minConfidence: Confidence;
  /** Percent. */
  readonly minCoverage: number;
  readonly minTested: number;
  readonly exitZero: boolean;
  /** Globs of files whose findings are not reported. */
  readonly exclude: readonly string[];
  /** Operation patterns. */
  readonly sensitive: readonly string[];
  readonly proxyThrottle: readonly string[];
  readonly inlineIgnore: boolean;
  readonly public: readonly PublicEntry[];
  readonly ignore: readonly IgnoreEntry[];
  readonly baseline: string | null;

  // -- showing
  /** Hardening notes in full. */
  readonly all: boolean;
  readonly signal: AbortSignal;
}

/** The defaults of the contract, for PATH; callers spread their own values over them. */
export function defaultOptions(path = '.'): ScanOptions {
  return {
    path,
    configFile: null,
    source: true,
    settings: null,
    pythonPath: [],
    env: {},
    venv: null,
    mount: null,
    spec: null,
    url: null,
    tokens: [],
    login: null,
    loginFile: [],
    secondToken: null,
    lowToken: null,
    refreshToken: null,
    signingKey: null,
    allowInertWrites: false,
    allowWrites: false,
    allowLoginAttempts: false,
    ca: null,
    proxy: null,
    httpOrigin: null,
    tokenScheme: 'auto',
    headers: [],
    params: {},
    rate: null,
    maxRequests: null,
    timeout: 10,
    dryRun: false,
    allowHosts: [],
    only: [],
    skip: [],
    failOn: 'high',
    minConfidence: 'firm',
    minCoverage: 80,
    minTested: 0,
    exitZero: false,
    exclude: [],
    sensitive: [],
    proxyThrottle: [],
    inlineIgnore: true,
    public: [],
    ignore: [],
    baseline: null,
    all: false,
    signal: new AbortController().signal,
  };
}
