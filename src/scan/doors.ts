/** The doors of the three witnesses, loaded only when they are asked. */
import type { EventSink } from '../model/events.ts';
import type { AccountRequest, LoginLifeRequest, LoginLifeResult } from '../model/login-life.ts';
import type {
  AttemptsRequest,
  AttemptsResult,
  FetchDocumentRequest,
  FetchedDocument,
  LoginRequest,
  LoginResult,
  Observation,
  ObserveRequest,
  PlainHttpRequest,
  PlainHttpResult,
  PredictedWitness,
  RecipeRequest,
} from '../model/witness.ts';
import type { DocumentWitness } from '../promised/load-document.ts';

/** What the source witness is asked to load. */
export interface SourceRequest {
  /** PATH as the user typed it. */
  readonly root: string;
  readonly settings?: string;
  readonly pythonPath: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly venv?: string;
  /** Texts of files that are judged in place of what is on the disk. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** No probe will be fired. */
  readonly unjudged?: boolean;
  readonly emit: EventSink;
}

export interface Doors {
  loadSource(request: SourceRequest): Promise<PredictedWitness>;
  loadDocument(file: string): Promise<DocumentWitness>;
  /** A document that was fetched; `name` is what is printed. */
  parseDocument(text: string, name: string): Promise<DocumentWitness>;
  logIn(request: LoginRequest): Promise<LoginResult>;
  /** The login that a file describes. */
  followRecipe(request: RecipeRequest): Promise<LoginResult>;
  tryWrongPasswords(request: AttemptsRequest): Promise<AttemptsResult>;
  tryBatchedPasswords(request: AttemptsRequest): Promise<AttemptsResult>;
  fetchDocument(request: FetchDocumentRequest): Promise<FetchedDocument>;
  askPlainHttp(request: PlainHttpRequest): Promise<PlainHttpResult>;
  observe(request: ObserveRequest): Promise<Observation>;
  liveLogin(request: LoginLifeRequest): Promise<LoginLifeResult>;
  liveAccount(request: AccountRequest): Promise<LoginLifeResult>;
}

export const DOORS: Doors = {
  async liveAccount(request) {
    const { liveAccount } = await import('../observed/own-account/live-account.ts');
    return liveAccount(request);
  },
  async loadSource(request) {
    const { loadSource } = await import('../predicted/index.ts');
    return loadSource(request);
  },
  async loadDocument(file) {
    const { loadDocument } = await import('../promised/load-document.ts');
    return loadDocument(file);
  },
  async parseDocument(text, name) {
    const { parseDocument } = await import('../promised/load-document.ts');
    return parseDocument(text, name);
  },
  async logIn(request) {
    const { logIn } = await import('../observed/login.ts');
    return logIn(request);
  },
  async followRecipe(request) {
    const { followRecipe } = await import('../observed/login.ts');
    return followRecipe(request);
  },
  async tryWrongPasswords(request) {
    const { tryWrongPasswords } = await import('../observed/wrong-passwords.ts');
    return tryWrongPasswords(request);
  },
  async tryBatchedPasswords(request) {
    const { tryBatchedPasswords } = await import('../observed/batched-passwords.ts');
    return tryBatchedPasswords(request);
  },
  async fetchDocument(request) {
    const { fetchDocument } = await import('../observed/fetch-document.ts');
    return fetchDocument(request);
  },
  async askPlainHttp(request) {
    const { askPlainHttp } = await import('../observed/plain-http.ts');
    return askPlainHttp(request);
  },
  async observe(request) {
    const { observe } = await import('../observed/observe.ts');
    return observe(request);
  },
  async liveLogin(request) {
    const { liveLogin } = await import('../observed/login-life/live-login.ts');
    return liveLogin(request);
  },
};
