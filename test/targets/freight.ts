/** The freight project (`freight/`): its truth as types, and the project as a running server with everybody's credentials. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, type TokenOption } from '../../src/config/secret.ts';
import { operationId } from '../../src/model/operation.ts';
import type { Grant } from '../../src/model/probe.ts';
import { DOORS } from '../../src/scan/doors.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

export const FREIGHT = join(import.meta.dirname, 'freight');

export interface FreightOperation {
  /** Method and path template. */
  readonly operation: string;
  readonly view: string;
  /** Null for views of libraries. */
  readonly file: string | null;
  readonly credential: CredentialName | 'signature' | 'none';
  readonly documented: 'protected' | 'public' | 'optional';
  readonly probes: Readonly<Record<string, { readonly verdict: 'rejects' | 'admits'; readonly status: number }>>;
  /** True for an object that belongs to one user. */
  readonly owned?: boolean;
  /** That the document asks for. */
  readonly scopes?: readonly string[];
  /** Why everybody may call it. */
  readonly public?: string;
  /** The attacks that get in, when it is not public. */
  readonly gets_in?: readonly string[];
  /** What the holder of the signing key gets in with besides. */
  readonly with_key?: readonly string[];
  readonly body?: unknown;
  readonly fault: string | null;
  /** Why it looks as if it had a fault. */
  readonly looks?: string;
}

export interface FreightFault {
  readonly id: string;
  readonly operations: readonly string[];
  readonly rule: string;
  readonly without_source?: string;
  readonly attack: string | null;
  readonly by_document_and_token: boolean;
  /** The option that hands over what it takes to show it. */
  readonly needs?: Grant;
  /** Showing it at the server would change data. */
  readonly writes?: boolean;
  readonly why: string;
}

export interface FreightTruth {
  readonly operations: readonly FreightOperation[];
  readonly faults: readonly FreightFault[];
}

/** What is true of all apps together. */
export function freightTruth(): FreightTruth {
  const folder = join(FREIGHT, 'truth');
  const parts = readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as FreightTruth);
  return { operations: parts.flatMap(({ operations }) => operations), faults: parts.flatMap(({ faults }) => faults) };
}

/** The join key of an operation of the truth. */
export function idOf(operation: string): string {
  const [method, path] = operation.split(' ');
  return operationId(method!, path!);
}

/** Who has a credential: users (`access`), the customs office, devices in the yard, the crane, partners. */
export type CredentialName = 'access' | 'office' | 'device' | 'crane' | 'partner';
export type Credentials = Readonly<Record<CredentialName | 'refresh' | 'low' | 'second', string>>;

/** Names of the document's security schemes. */
export const SCHEMES: Readonly<Record<CredentialName, string>> = {
  access: 'accessToken',
  office: 'officeToken',
  device: 'deviceKey',
  crane: 'craneKey',
  partner: 'partnerKey',
};

/** All credentials, each under the name that the document gives it; the users' is the one without a name. */
export function tokensOf({ credentials }: { readonly credentials: Credentials }): readonly TokenOption[] {
  return (Object.keys(SCHEMES) as CredentialName[]).map((name) => ({
    scheme: name === 'access' ? null : SCHEMES[name],
    secret: new Secret(credentials[name]),
  }));
}

/** Everything that the project takes from its environment, made up for this run. */
export function freightEnvironment(): Readonly<Record<string, string>> {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const text = (): string => randomBytes(32).toString('hex');
  return {
    FREIGHT_SECRET_KEY: text(),
    FREIGHT_SIGNING_KEY: text(),
    FREIGHT_BRIDGE_KEY: text(),
    FREIGHT_CARRIER_KEYS: `${text()},${text()}`,
    FREIGHT_CUSTOMS_PUBLIC_KEY: pair.publicKey,
    FREIGHT_CUSTOMS_PRIVATE_KEY: pair.privateKey,
  };
}

export const FREIGHT_PASSWORD = 'marits-long-Pa55-phrase';

export interface FreightServer extends RunningTarget {
  readonly credentials: Credentials;
  /** What signs the tokens of users (a secret) and of the customs office (an RSA key). */
  readonly keys: Readonly<Record<'access' | 'office', string>>;
}

/** Starts the project on a free port. */
export async function serveFreight(server: 'gunicorn' | 'uvicorn'): Promise<FreightServer> {
  const env = freightEnvironment();
  const target = await serveTarget('freight', FREIGHT_PASSWORD, { server, package: 'freight', env });
  const keys = { access: env.FREIGHT_SIGNING_KEY!, office: env.FREIGHT_CUSTOMS_PRIVATE_KEY! };
  return { ...target, credentials: JSON.parse(target.seeded) as Credentials, keys };
}

/** Doors that read the source once, for scans of one test file. */
export function readingOnce(): typeof DOORS {
  let source: ReturnType<typeof DOORS.loadSource> | null = null;
  return {
    ...DOORS,
    loadSource: (...args) => {
      source ??= DOORS.loadSource(...args);
      return source;
    },
  };
}
