/** The promised witness: reads an OpenAPI document (2.0, 3.0, 3.1, 3.2; YAML or JSON) and answers probes with what it says. */
import { UsageError } from '../model/errors.ts';
import type { DocumentedOperation, DocumentRemark } from '../model/matrix.ts';
import { operationId } from '../model/operation.ts';
import { formatPlace } from '../model/place.ts';
import type { Probe } from '../model/probe.ts';
import { unknownVerdict, type Verdict } from '../model/verdict.ts';
import type { NamedVersion, PromisedWitness, TokenWay } from '../model/witness.ts';
import { readBasePaths } from './base-paths.ts';
import { derivationOf } from './derived.ts';
import { brokenLine, DocumentFiles, linesOf, readMainFile } from './files.ts';
import { type DocumentFacts, type JudgedOperation, judgeOperation } from './judge.ts';
import { type ReadOperation, readOperations } from './operations.ts';
import { isCredentialName } from './parameters.ts';
import { Problems, quote } from './problems.ts';
import { References } from './references.ts';
import { remarksOf } from './remarks.ts';
import { type Security, SecurityReader, scopesOf } from './security.ts';
import { readSchemes, type SecurityScheme, wayOf } from './security-schemes.ts';
import { TextSource } from './text-source.ts';
import { child, isMap, keyPlace, kindOf, type MapNode, placeOf, scalarText, type TreeNode } from './tree.ts';
import { versionsOf } from './versions.ts';

/** What the document says about credentials of an operation, in the words of the correlation table. */
export type PromiseKind = 'required' | 'optional' | 'public' | 'silent' | 'unreadable';

/** The promised witness with what else can be read from a document. */
export interface DocumentWitness extends PromisedWitness {
  /** OpenAPI version as written, e.g. `3.1.0`. */
  readonly version: string;
  /** What the document promises for an operation; `explicit` is false for a public one that just has no `security`. */
  promiseOf(operation: DocumentedOperation): { readonly kind: PromiseKind; readonly explicit: boolean };
  /** Values for the path parameters that the document has one for, and for its required query parameters. */
  parametersOf(operation: DocumentedOperation): { readonly path: Record<string, string>; readonly query: Record<string, string> };
  /** Versions of the API that the operation names by media type, header or query parameter. */
  versionsOf(operation: DocumentedOperation): readonly NamedVersion[];
  /** True for a GET that lists 101 among its answers: a WebSocket, the only thing that HTTP APIs switch to (RFC 9110 section 15.2.2). */
  opensSocket(operation: DocumentedOperation): boolean;
  /** Path prefixes of an operation: those of the document unless it or its path has `servers` of its own. */
  basePathsOf(operation: DocumentedOperation): readonly string[];
  /** Names of the query parameters and headers (outside `Authorization`) in which the document says that credentials travel. */
  readonly queryNames: readonly string[];
  readonly headerNames: readonly string[];
  /** How the token of a security scheme travels; null for a scheme without tokens, and for one that is not defined. */
  wayOf(scheme: string): TokenWay | null;
  /** The scopes of each alternative of an operation's security; null unless every alternative lists some. */
  scopesOf(operation: DocumentedOperation): readonly (readonly string[])[] | null;
  /** Lines of the document or of a file that it refers to, for excerpts; null for any other file. */
  linesOf(file: string): readonly string[] | null;
}

export interface LoadOptions {
  /** The name under which the document is printed; default is the path as given. */
  readonly name?: string;
}

/**
 * Loads a document from disk. Other files are read only from its own folder.
 * Throws UsageError (one line, with file and line) when nothing of it can be used; everything less is in `problems`.
 */
export function loadDocument(file: string, options: LoadOptions = {}): DocumentWitness {
  return build(readMainFile(file, options.name ?? file));
}

/** As `loadDocument`, for a text from elsewhere: references to other files are refused. */
export function parseDocument(text: string, name: string): DocumentWitness {
  return build(new TextSource(name, null, text.startsWith('\ufeff') ? text.slice(1) : text));
}

function build(source: TextSource): DocumentWitness {
  const problems = new Problems();
  const files = new DocumentFiles(source, problems);
  const root = rootOf(files, problems);
  const { version, isSwagger } = versionOf(root, files, problems);
  const references = new References(files, problems);
  const schemes = readSchemes(root, isSwagger, references, problems);
  const security = new SecurityReader(schemes, references, problems);
  const documentSecurity = security.read(root, 'document', '');
  const paths = pathsOf(root, problems);
  const operations = paths
    ? readOperations({ paths, security, documentSecurity, parameters: { references, problems, lists: new Map() }, references, problems })
    : [];
  refuseEmpty(source, problems, operations);
  // What webhooks ask of others is not read; a scheme may be meant for them.
  for (const scheme of root.entries.has('webhooks') ? [] : security.unused()) {
    problems.add('note', `security scheme ${quote(scheme.name)} is defined and never asked for`, scheme.place ?? undefined);
  }
  const derivation = derivationOf(root, version, operations);
  const facts: DocumentFacts = {
    silent: silence(root, documentSecurity, operations, schemes),
    brokenAt: files.all.map((file) => brokenLine(file)).find((line) => line !== null) ?? null,
    derived: derivation?.reason ?? null,
  };
  const basePaths = readBasePaths(root, isSwagger, problems);
  const remarks = remarksOf({
    root,
    isSwagger,
    operations,
    documentSecurity,
    schemes,
    isSilent: facts.silent !== null,
    generator: derivation?.generator ?? null,
  });
  return witness({
    source,
    files,
    version,
    operations,
    documentSecurity,
    schemes,
    facts,
    generator: derivation?.generator ?? null,
    basePaths,
    remarks,
    problems,
  });
}

/** The root map. Throws when there is none. */
function rootOf(files: DocumentFiles, problems: Problems): MapNode {
  const { root, source } = files.main;
  if (isMap(root)) return root;
  if (problems.firstError) throw broken(problems, files);
  if (root === null || (root.kind === 'scalar' && root.value === null)) {
    throw new UsageError('document-empty', `${source.file}:1: the OpenAPI document is empty`);
  }
  throw notOpenApi(root, `it is ${kindOf(root)} where a map is expected`);
}

function broken(problems: Problems, files: DocumentFiles): UsageError {
  const error = problems.firstError;
  const where = error?.place ? formatPlace(error.place) : `${files.main.source.file}:1`;
  return new UsageError('document-broken', `${where}: ${error?.text ?? 'the text cannot be read'}; mend the OpenAPI document`);
}

function notOpenApi(root: TreeNode, why: string): UsageError {
  return new UsageError('document-not-openapi', `${formatPlace(placeOf(root))}: this is no OpenAPI document: ${why}`);
}

/** The version; a document without one is read as the version that its other keys belong to. */
function versionOf(root: MapNode, files: DocumentFiles, problems: Problems): { version: string; isSwagger: boolean } {
  const key = root.entries.has('openapi') ? 'openapi' : 'swagger';
  const node = child(root, key);
  if (!node) {
    if (!root.entries.has('paths') && files.main.broken.length > 0) throw broken(problems, files);
    if (!root.entries.has('paths')) throw notOpenApi(root, 'it has neither "openapi" nor "swagger" nor "paths"');
    const isSwagger = root.entries.has('securityDefinitions') || root.entries.has('definitions') || root.entries.has('basePath');
    const version = isSwagger ? '2.0' : '3.0.0';
    problems.add('error', `the document does not say its version ("openapi" or "swagger"): read as ${version}`, placeOf(root));
    return { version, isSwagger };
  }
  const written = scalarText(node)?.trim();
  const place = keyPlace(root, key);
  // YAML reads an unquoted 2.0 as the number 2.
  const version = written === '2' ? '2.0' : written === '3' ? '3.0' : written;
  if (version === undefined || !/^\d+(\.\d+)*/.test(version)) {
    problems.add('error', `${key} is no version number: read as ${key === 'swagger' ? '2.0' : '3.0.0'}`, place);
    return key === 'swagger' ? { version: '2.0', isSwagger: true } : { version: '3.0.0', isSwagger: false };
  }
  const isSwagger = version.startsWith('2.') || (key === 'swagger' && !version.startsWith('3.'));
  if (!/^(2\.0|3\.[012])(\.|$|-)/.test(version)) {
    problems.add(
      'warning',
      `version ${quote(version)} is not known (2.0, 3.0, 3.1 and 3.2 are): read as ${isSwagger ? '2.0' : '3.2'}`,
      place,
    );
  }
  return { version, isSwagger };
}

function pathsOf(root: MapNode, problems: Problems): MapNode | null {
  const paths = child(root, 'paths');
  if (isMap(paths)) {
    if (paths.entries.size === 0) problems.add('warning', 'the document describes no path', keyPlace(root, 'paths'));
    return paths;
  }
  if (paths) problems.add('error', `paths is ${kindOf(paths)} where a map is expected: no operation can be read`, keyPlace(root, 'paths'));
  else problems.add('warning', 'the document has no paths', placeOf(root));
  return null;
}

/** Nothing to judge and something wrong: the run must not go on as if there were no document. */
function refuseEmpty(source: TextSource, problems: Problems, operations: readonly ReadOperation[]): void {
  const error = problems.firstError;
  if (operations.length > 0 || !error) return;
  const where = error.place ? formatPlace(error.place) : source.file;
  throw new UsageError('document-no-operations', `${where}: ${error.text}; no operation of the OpenAPI document can be read`);
}

/** Catalogue term SIL: no `security` anywhere, so that the lack of it in one operation means nothing. */
function silence(
  root: MapNode,
  documentSecurity: Security | null,
  operations: readonly ReadOperation[],
  schemes: ReadonlyMap<string, SecurityScheme>,
): DocumentFacts['silent'] {
  if (documentSecurity || operations.some((operation) => operation.security)) return null;
  const names = [...schemes.keys()].slice(0, 5).map(quote).join(', ');
  const more = names === '' ? '' : `: it defines ${names}, but no operation asks for it`;
  return {
    why: `the document says nothing about security${more}`,
    place: keyPlace(root, root.entries.has('openapi') ? 'openapi' : 'swagger'),
  };
}

interface Parts {
  readonly source: TextSource;
  readonly files: DocumentFiles;
  readonly version: string;
  readonly operations: readonly ReadOperation[];
  readonly documentSecurity: Security | null;
  readonly schemes: ReadonlyMap<string, SecurityScheme>;
  readonly facts: DocumentFacts;
  readonly generator: string | null;
  readonly basePaths: readonly string[];
  readonly remarks: readonly DocumentRemark[];
  readonly problems: Problems;
}

function witness(parts: Parts): DocumentWitness {
  const byKey = new Map(
    parts.operations.map((operation) => [operationId(operation.documented.method, operation.documented.path), operation]),
  );
  const prepared = new Map(parts.operations.map((operation) => [operation, judged(parts, operation)]));
  const find = (operation: DocumentedOperation): ReadOperation | null => byKey.get(operationId(operation.method, operation.path)) ?? null;
  const keysIn = (place: 'query' | 'header'): readonly string[] => {
    const names = [...parts.schemes.values()].filter((scheme) => scheme.in === place).flatMap((scheme) => scheme.parameter ?? []);
    return [...new Set(names)].filter((name) => name.toLowerCase() !== 'authorization');
  };
  const queryNames = keysIn('query');
  return {
    document: parts.source.file,
    version: parts.version,
    derivedFrom: parts.generator,
    operations: parts.operations.map(({ documented }) => documented),
    problems: parts.problems.list,
    basePaths: parts.basePaths,
    remarks: parts.remarks,
    queryNames,
    headerNames: keysIn('header'),
    wayOf: (name) => wayOf(parts.schemes.get(name) ?? null),
    scopesOf: (operation) => scopesOf(prepared.get(find(operation)!)?.security ?? null),
    judge: (operation, probe) => judge(parts, prepared, find, operation, probe),
    promiseOf: (operation) => promiseOf(parts, prepared.get(find(operation)!) ?? null),
    parametersOf: (operation) => parametersOf(find(operation), queryNames),
    versionsOf: (operation) => {
      const read = find(operation);
      return read === null ? [] : versionsOf(read);
    },
    opensSocket: (operation) => operation.method === 'GET' && (find(operation)?.statuses.has('101') ?? false),
    basePathsOf: (operation) => find(operation)?.basePaths ?? parts.basePaths,
    linesOf: (file) => linesOf(parts.files, file),
  };
}

type Find = (operation: DocumentedOperation) => ReadOperation | null;

type Prepared = ReadonlyMap<ReadOperation, JudgedOperation>;

function judge(parts: Parts, prepared: Prepared, find: Find, asked: DocumentedOperation, probe: Probe): Verdict {
  const cannot = probe.cannot?.promised;
  if (cannot) return unknownVerdict(cannot);
  const method = probe.sends.method?.toUpperCase() ?? asked.method;
  if (method === asked.method) {
    const operation = find(asked);
    if (!operation) return unknownVerdict(`${asked.method} ${quote(asked.path)} is not in the document`);
    return judgeOperation(prepared.get(operation)!, probe, parts.facts);
  }
  const own = find({ ...asked, method });
  if (own) return judgeOperation(prepared.get(own)!, probe, parts.facts);
  const get = asked.method === 'GET' ? find(asked) : null;
  if (method !== 'HEAD' || !get) return unknownVerdict(`the document has no ${method} for ${quote(asked.path)}`, asked.place);
  // RFC 9110 section 9.3.2: HEAD is GET without the content, so the promise of GET holds for it.
  const verdict = judgeOperation(prepared.get(get)!, probe, parts.facts);
  const reason = { text: 'HEAD is not documented here: what is said of GET holds for it', place: asked.place, pointer: asked.pointer };
  return { ...verdict, reasons: [...verdict.reasons, reason] };
}

function judged(parts: Parts, operation: ReadOperation): JudgedOperation {
  const { place, pointer } = operation.documented;
  const security = operation.security ?? parts.documentSecurity;
  return { place, pointer, security, statuses: operation.statuses, brokenAt: brokenInside(parts, operation) };
}

function brokenInside(parts: Parts, { node }: ReadOperation): number | null {
  const file = parts.files.all.find((one) => one.source === node.source);
  return file ? brokenLine(file, node) : null;
}

function promiseOf(parts: Parts, operation: JudgedOperation | null): { kind: PromiseKind; explicit: boolean } {
  if (!operation) return { kind: 'unreadable', explicit: false };
  const { security } = operation;
  if (parts.facts.silent) return { kind: 'silent', explicit: false };
  if (operation.brokenAt !== null) return { kind: 'unreadable', explicit: security !== null };
  if (!security) return parts.facts.brokenAt === null ? { kind: 'public', explicit: false } : { kind: 'unreadable', explicit: false };
  if (!security.alternatives) return { kind: 'unreadable', explicit: true };
  if (security.alternatives.length === 0) return { kind: 'public', explicit: true };
  if (security.alternatives.some(({ requirements }) => requirements?.length === 0)) return { kind: 'optional', explicit: true };
  return { kind: security.alternatives.every(({ requirements }) => requirements !== null) ? 'required' : 'unreadable', explicit: true };
}

function parametersOf(
  operation: ReadOperation | null,
  queryNames: readonly string[],
): { path: Record<string, string>; query: Record<string, string> } {
  const path: [string, string][] = [];
  const query: [string, string][] = [];
  for (const parameter of operation?.parameters ?? []) {
    if (parameter.in === 'path' && parameter.value !== null) path.push([parameter.name, parameter.value]);
    if (parameter.in !== 'query' || !parameter.required) continue;
    // A request without a token must not carry one as an example.
    if (isCredentialName(parameter.name) || queryNames.includes(parameter.name)) continue;
    query.push([parameter.name, parameter.value ?? '1']);
  }
  return { path: Object.fromEntries(path), query: Object.fromEntries(query) };
}
