/** What is asked of the server before the scan itself: a login for the token, and its own OpenAPI document. */
import type { ScanOptions } from '../config/options.ts';
import { Secret, type TokenOption } from '../config/secret.ts';
import { UsageError } from '../model/errors.ts';
import type { EventSink } from '../model/events.ts';
import type { Exchange } from '../model/exchange.ts';
import type { FoundOperation, LoginEntry } from '../model/login-life.ts';
import type { Problem } from '../model/problem.ts';
import type { FetchDocumentRequest, LoginResult, PlannedRequest, PredictedWitness, ServerAccess } from '../model/witness.ts';
import type { DocumentWitness } from '../promised/load-document.ts';
import { mergeDocuments } from '../promised/merge-documents.ts';
import { accessOf, plannedUrl } from './access.ts';
import type { Doors } from './doors.ts';
import { placeOfDocument } from './find-document.ts';
import { findLogin } from './find-login.ts';
import { joinedOf } from './joined.ts';
import { isGraphql, serverPath } from './targets.ts';

/** Stands for the token of a login that a dry run does not send. */
const PLANNED_TOKEN = 'token-that-the-login-would-give';
const PLANNED_SECOND = 'token-that-the-second-login-would-give';

export interface Approach {
  readonly promised: DocumentWitness | null;
  /** The options with the token of the login among the others. */
  readonly options: ScanOptions;
  readonly exchanges: readonly Exchange[];
  readonly plan: readonly PlannedRequest[];
  readonly problems: readonly Problem[];
  /** Logs in once more, when the token of the run died. */
  readonly renew: (() => Promise<string | null>) | null;
  /** How the run logged in; null where it did not. */
  readonly entry: LoginEntry | null;
  /** The login at which wrong passwords may be tried; null without the user's consent. */
  readonly attempts: FoundOperation | null;
}

/**
 * Login first where it can be found without the document, so that the document can be fetched with the token.
 * @throws UsageError for what the user can mend: no document, a login that cannot be found, a URL that may not be asked
 */
export async function approach(options: ScanOptions, predicted: PredictedWitness | null, doors: Doors, emit: EventSink): Promise<Approach> {
  const steps = new Steps(options, predicted, doors, emit);
  const specs = options.spec === null ? [] : [options.spec].flat();
  const places = specs.map((spec) => ({ spec, ...placeOfDocument(spec, options.path, options.url, predicted) }));
  const documents: DocumentWitness[] = [];
  for (const place of places) {
    if (!('file' in place)) continue;
    emit({ type: 'phase', witness: 'promised', text: `reading ${place.file}` });
    documents.push(await doors.loadDocument(place.file));
  }
  const remote = places.flatMap((place) => ('locations' in place ? [place] : []));
  let promised = merged(documents);
  // Without a document still to come the login must be known by now; it says so itself when it is not.
  if (options.loginFile.length > 0) await steps.followFile();
  if (options.login && (remote.length === 0 || steps.canLogIn(promised))) await steps.logIn(promised);
  if (remote.length > 0 && !options.signal.aborted) {
    for (const { spec, locations } of remote) {
      const fetched = await steps.fetch(locations, spec);
      if (fetched) documents.push(fetched);
    }
    promised = merged(documents);
    if (options.login && !steps.loggedIn && !options.dryRun) await steps.logIn(promised);
  }
  const attempts = options.allowLoginAttempts && options.url !== null ? steps.attemptsAt(promised) : null;
  const { exchanges, plan, problems, renew, entry } = steps;
  return { promised, options: steps.options, exchanges, plan, problems, renew, entry, attempts };
}

function merged(documents: readonly DocumentWitness[]): DocumentWitness | null {
  return documents.length > 0 ? mergeDocuments(documents) : null;
}

class Steps {
  options: ScanOptions;
  readonly exchanges: Exchange[] = [];
  readonly plan: PlannedRequest[] = [];
  readonly problems: Problem[] = [];
  renew: (() => Promise<string | null>) | null = null;
  entry: LoginEntry | null = null;
  loggedIn = false;

  constructor(
    options: ScanOptions,
    private readonly predicted: PredictedWitness | null,
    private readonly doors: Doors,
    private readonly emit: EventSink,
  ) {
    this.options = options;
  }

  canLogIn(promised: DocumentWitness | null): boolean {
    if (this.options.url === null) return false;
    const { rows } = joinedOf(this.options, this.predicted, promised);
    return this.options.login?.operation != null || findLogin(this.predicted, rows) !== null;
  }

  async logIn(promised: DocumentWitness | null): Promise<void> {
    const { options, doors } = this;
    const given = options.login!;
    if (options.url === null || this.options.signal.aborted) return;
    const login = this.loginOperation(promised);
    this.loggedIn = true;
    const entry: LoginEntry = { by: 'password', login, user: given.user.reveal(), password: given.password.reveal() };
    if (options.dryRun) {
      this.plan.push({
        method: 'POST',
        url: plannedUrl(options.url, login.path),
        headers: [
          ['Accept', 'application/json'],
          ['Content-Type', 'application/json'],
        ],
        why: `the login (${login.why}): user and password for a token, at most four times in other spellings until it is understood, and again when the token dies`,
      });
      this.useToken({ scheme: null, secret: new Secret(PLANNED_TOKEN) });
      this.entry = entry;
      return;
    }
    const request = { ...this.access(), login, user: entry.user, password: entry.password };
    this.emit({ type: 'phase', witness: 'observed', text: `logging in at POST ${login.path}` });
    if (await this.enter(() => doors.logIn(request))) this.entry = entry;
  }

  /** Users of `--login-file`: the first gives the token of the run, the next one the token of the second user. */
  async followFile(): Promise<void> {
    const { options, doors } = this;
    if (options.url === null) return;
    const [first, second] = options.loginFile;
    for (const entry of [second, first]) {
      if (!entry) continue;
      const use = entry === first ? (token: TokenOption) => this.useToken(token) : (token: TokenOption) => this.useSecond(token);
      if ('token' in entry) {
        use(entry.token);
        continue;
      }
      const { recipe } = entry;
      const login = { path: recipe.path.split('?', 1)[0]!, why: '--login-file', id: null };
      const own: LoginEntry | null = entry === first ? { by: 'recipe', login, recipe } : null;
      if (options.dryRun) {
        this.entry = own;
        const url = recipe.path.startsWith('/') ? plannedUrl(options.url, recipe.path) : recipe.path;
        const headers: [string, string][] = [
          ['Content-Type', recipe.contentType],
          ...recipe.headers.map(([name]): [string, string] => [name, '<of the login file>']),
        ];
        this.plan.push({
          method: recipe.method,
          url,
          headers,
          why: `the login of ${recipe.name} (--login-file), again when the token dies`,
        });
        use({
          scheme: null,
          secret: new Secret(entry === first ? PLANNED_TOKEN : PLANNED_SECOND),
          ...(recipe.way ? { way: recipe.way } : {}),
        });
        continue;
      }
      this.emit({ type: 'phase', witness: 'observed', text: `logging in at ${recipe.method} ${recipe.path.split('?', 1)[0]}` });
      if (await this.enter(() => doors.followRecipe({ ...this.access(), recipe }), entry === first ? null : use)) this.entry = own;
    }
  }

  /** Logs in and takes the token, if there is one; without `use` it is the one of the run, renewed when it dies. */
  private async enter(ask: () => Promise<LoginResult>, use: ((token: TokenOption) => void) | null = null): Promise<boolean> {
    const once = async (): Promise<TokenOption | null> => {
      const { token, way, exchanges, problem } = await ask();
      this.exchanges.push(...exchanges);
      if (problem !== null) this.problems.push({ severity: 'error', text: problem });
      return token === null ? null : { scheme: null, secret: new Secret(token), ...(way ? { way } : {}) };
    };
    const token = await once();
    if (token === null) return false;
    if (use) use(token);
    else {
      this.useToken(token);
      this.renew = async () => (await once())?.secret.reveal() ?? null;
    }
    return true;
  }

  async fetch(locations: readonly string[], spec: string): Promise<DocumentWitness | null> {
    const { options, doors, plan } = this;
    if (options.dryRun) {
      for (const location of locations) {
        const url = location.startsWith('/') ? `${options.url!.replace(/\/+$/, '')}${location}` : location;
        plan.push({ method: 'GET', url, headers: [], why: 'the OpenAPI document; its operations are known only once it is there' });
      }
      return null;
    }
    this.emit({ type: 'phase', witness: 'promised', text: 'fetching the document' });
    const { tokens } = this.options;
    const token = tokens.find(({ scheme }) => scheme === null) ?? tokens[0];
    const request: FetchDocumentRequest = {
      ...this.access(),
      locations,
      token: token?.secret.reveal() ?? null,
      tokenScheme: options.tokenScheme,
      way: token?.way ?? null,
    };
    const result = await doors.fetchDocument(request);
    this.exchanges.push(...result.exchanges);
    if (result.text === null) {
      const text = `--spec ${spec}: no OpenAPI document: ${result.problem}`;
      // With the source the scan goes on; without it there is nothing to scan.
      if (this.predicted === null) throw new UsageError('spec-not-fetched', `${text}; give a file, or a token that may read it`);
      this.problems.push({ severity: 'error', text });
      return null;
    }
    return doors.parseDocument(result.text, result.location!);
  }

  /** Where wrong passwords are tried; null where there is only the login of a GraphQL endpoint. */
  attemptsAt(promised: DocumentWitness | null): FoundOperation | null {
    const { options, predicted } = this;
    const { rows } = joinedOf(options, predicted, promised);
    const named = options.login?.operation != null || findLogin(predicted, rows) !== null;
    return !named && rows.some((row) => isGraphql(row, predicted?.facts ?? null)) ? null : this.loginOperation(promised);
  }

  /** @throws UsageError when no operation looks like a login */
  private loginOperation(promised: DocumentWitness | null): FoundOperation {
    const { login, url } = this.options;
    const joined = joinedOf(this.options, this.predicted, promised);
    if (login?.operation != null) {
      const { operation } = login;
      const row = joined.rows.find(
        ({ method, path }) => (method === 'POST' || method === '*') && serverPath(joined, url!, path) === operation,
      );
      return { path: operation, why: '--login', id: row?.id ?? null };
    }
    const found = findLogin(this.predicted, joined.rows);
    if (found === null) {
      throw new UsageError(
        'login-not-found',
        'neither source nor document has an operation that looks like a login; name it with --login "POST /path/"',
      );
    }
    return { ...found, path: serverPath(joined, url!, found.path) };
  }

  private useToken(token: TokenOption): void {
    this.options = { ...this.options, tokens: [token, ...this.options.tokens] };
  }

  private useSecond({ secret }: TokenOption): void {
    this.options = { ...this.options, secondToken: this.options.secondToken ?? secret };
  }

  private access(): ServerAccess {
    return accessOf(this.options);
  }
}
