/** What `unlatched routes` prints: every operation grouped by view with its policy, as a table or as the routes document. */

import { DOCUMENT_VERSION } from '../model/document-version.ts';
import type { SourceOperation } from '../model/matrix.ts';
import { operationId } from '../model/operation.ts';
import { formatPlace } from '../model/place.ts';
import type { RoutesDocument } from '../model/routes-document.ts';
import type { RoutesResult } from '../model/routes-result.ts';
import type { Reason, Verdict } from '../model/verdict.ts';
import { count } from './digest/outcome.ts';
import { stepsOf } from './digest/steps.ts';
import { ADMISSION_WORDS, type Admission, FORGED } from './digest/who-gets-in.ts';
import { problemOf, projectOf } from './json.ts';
import type { ReportOptions } from './report.ts';
import { Page, type Part } from './text/page.ts';
import { permissionText, shortName } from './text/permissions.ts';
import { plain } from './text/plain.ts';
import { cells, cut, cutMiddle, keepEnd } from './text/width.ts';

type Route = RoutesDocument['routes'][number];

/** The routes document of the contract; pure. */
export function toRoutesDocument(result: RoutesResult): RoutesDocument {
  return {
    schema_version: DOCUMENT_VERSION,
    tool: { ...result.tool },
    project: projectOf(result.project),
    routes: result.operations.map((operation) =>
      routeOf(operation, result.verdicts?.get(operation.rowId) ?? null, result.verdicts !== null),
    ),
    coverage: {
      operations: result.operations.length,
      decided: result.operations.filter((operation) => operation.unknown === null).length,
      undecided: undecidedOf(result.operations).map(({ reason, operations, next }) => ({ reason, operations: operations.length, next })),
    },
    problems: result.problems.map(problemOf),
  };
}

export function routesJson(result: RoutesResult): string {
  return `${JSON.stringify(toRoutesDocument(result), null, 2)}\n`;
}

function routeOf(operation: SourceOperation, verdicts: ReadonlyMap<string, Verdict> | null, wanted: boolean): Route {
  const { place, routePlace } = operation;
  return {
    id: operationId(operation.method, operation.path),
    row_id: operation.rowId,
    method: operation.method,
    path: operation.path,
    format_suffix: operation.formatSuffix,
    kind: operation.kind,
    name: operation.name,
    view: operation.view,
    action: operation.action,
    file: place?.file ?? null,
    line: place?.line ?? null,
    route_file: routePlace?.file ?? null,
    route_line: routePlace?.line ?? null,
    reachable: operation.reachable,
    authenticators: operation.authenticators ? [...operation.authenticators] : null,
    permissions: operation.permissions ? [...operation.permissions] : null,
    throttles: operation.throttles ? [...operation.throttles] : null,
    provenance: Object.fromEntries(Object.entries(operation.provenance).map(([part, links]) => [part, links.map(linkOf)])),
    ...(wanted ? { verdicts: Object.fromEntries([...(verdicts ?? [])].map(([probe, verdict]) => [probe, verdictOf(verdict)])) } : {}),
    unknown: operation.unknown,
  };
}

function verdictOf(verdict: Verdict): NonNullable<Route['verdicts']>[string] {
  return {
    verdict: verdict.verdict,
    status: verdict.status ?? null,
    stage: verdict.stage ?? null,
    conditions: [...(verdict.conditions ?? [])],
    reasons: stepsOf(verdict.reasons).map(({ reason }) => linkOf(reason)),
    ...(verdict.next !== undefined ? { next: verdict.next } : {}),
  };
}

function linkOf({ text, place }: Pick<Reason, 'text' | 'place'>): { text: string; file?: string; line?: number } {
  return { text, ...(place ? { file: place.file, line: place.line } : {}) };
}

interface Undecided {
  readonly reason: string;
  readonly operations: SourceOperation[];
  readonly next: string | null;
}

/** Reasons why something is undecided, those that unlock most operations first. */
function undecidedOf(operations: readonly SourceOperation[]): readonly Undecided[] {
  const groups = new Map<string, Undecided>();
  for (const operation of operations) {
    if (operation.unknown === null) continue;
    const group = groups.get(operation.unknown) ?? { reason: operation.unknown, operations: [], next: operation.next ?? null };
    group.operations.push(operation);
    groups.set(operation.unknown, group);
  }
  return [...groups.values()].sort((left, right) => right.operations.length - left.operations.length);
}

/** The table: a block for each view and policy, a line for each operation. Format-suffix twins are counted unless `all`. */
export function routesTable(result: RoutesResult, options: ReportOptions): string {
  const page = new Page(Math.max(40, options.width), options.color);
  const { project } = result;
  const known = [project.django && `Django ${project.django}`, project.drf && `DRF ${project.drf}`].filter(Boolean).join(', ');
  const versions = project.django ? known : [known, 'no version of Django found: taken as the newest'].filter(Boolean).join(', ');
  page.paragraph(
    ['bold', `Unlatched ${result.tool.version.split('.').slice(0, 2).join('.')}  `],
    `${project.settings}${project.settingsFrom ? ` (from ${formatPlace(project.settingsFrom)})` : ''}, ${versions}`,
  );
  page.blank();
  const shown = options.all ? result.operations : result.operations.filter((operation) => !operation.formatSuffix);
  for (const block of blocksOf(shown)) {
    policy(page, block[0]!);
    for (const operation of block) row(page, operation, result);
    page.blank();
  }
  for (const { reason, operations, next } of undecidedOf(shown)) {
    page.paragraph(['yellow', '? '], `${count(operations.length, 'operation')} undecided: ${reason}`);
    if (next) page.paragraph('  next  ', next);
  }
  page.blank();
  for (const { severity, text, place } of result.problems) {
    if (severity === 'note' && !options.all) continue;
    page.paragraph([severity === 'error' ? 'red' : 'yellow', `${severity}: `], place ? `${formatPlace(place)}: ${text}` : text);
  }
  page.blank();
  const decided = shown.filter((operation) => operation.unknown === null).length;
  const twins = result.operations.length - shown.length;
  page.paragraph(
    '',
    `${count(shown.length, 'operation')}, ${decided} decided${twins > 0 ? `; ${twins} more with a format suffix: --all` : ''}`,
  );
  return page.toString();
}

/** Neighbours with one view and one policy. */
function blocksOf(operations: readonly SourceOperation[]): SourceOperation[][] {
  const blocks = new Map<string, SourceOperation[]>();
  for (const operation of operations) {
    const key = JSON.stringify([operation.view ?? operation.rowId, operation.authenticators, operation.permissions, operation.unknown]);
    const block = blocks.get(key);
    if (block) block.push(operation);
    else blocks.set(key, [operation]);
  }
  return [...blocks.values()];
}

function policy(page: Page, operation: SourceOperation): void {
  const place = operation.place ? formatPlace(operation.place) : '';
  const right = keepEnd(plain(place), Math.floor(page.width / 2));
  page.ends(['bold', cutMiddle(plain(operation.view ?? 'a view that could not be read'), page.width - cells(right) - 2)], ['dim', right]);
  // Policy lists are DRF's and Ninja's; what guards a plain Django view shows in its verdicts.
  if (operation.kind !== 'drf' && operation.kind !== 'ninja' && operation.unknown === null) {
    page.line('  ', ['dim', kindText(operation)]);
    return;
  }
  const authenticators =
    operation.authenticators === null
      ? 'authenticators undecided'
      : operation.authenticators.map(shortName).join(', ') || 'no authenticator';
  const permissions: Part =
    operation.permissions === null
      ? ['yellow', 'permissions undecided']
      : operation.permissions.length === 0
        ? operation.kind === 'ninja'
          ? ['dim', operation.authenticators?.length ? 'any of them lets in' : 'no auth: nothing is asked']
          : ['red', 'no permission: nothing is asked']
        : operation.permissions
            .map((each) =>
              typeof each === 'object' && operation.permissions!.length > 1 ? `(${permissionText(each)})` : permissionText(each),
            )
            .join(' & ');
  page.line('  ', ['dim', cut(plain(authenticators), Math.floor(page.width * 0.55))], ['dim', ' -> '], permissions);
}

function row(page: Page, operation: SourceOperation, result: RoutesResult): void {
  const who = result.verdicts ? admissionOf(result.verdicts.get(operation.rowId)) : null;
  const alarming = who === 'anyone' || who === 'forged';
  const right = !operation.reachable ? 'hidden by an earlier route' : who ? `${ADMISSION_WORDS[who]}${alarming ? ' !' : ''}` : '';
  const action = operation.action ? `  ${operation.action}` : '';
  const room = page.width - 10 - cells(right) - 2;
  const path = cutMiddle(plain(operation.path), Math.max(10, room - cells(action)));
  const left = `${path}${action}`;
  page.line(
    '  ',
    operation.method.padEnd(8),
    path,
    ['dim', action],
    ' '.repeat(Math.max(2, room - cells(left) + 2)),
    alarming ? ['alarm', right] : who === 'unknown' ? ['yellow', right] : ['dim', right],
  );
}

/** Who may call an operation by the source's verdicts; purpose is not known here, so deliberate openness is `anyone` too. */
function admissionOf(verdicts: ReadonlyMap<string, Verdict> | undefined): Admission {
  const without = verdicts?.get('no-token')?.verdict ?? 'unknown';
  if (without === 'admits') return 'anyone';
  for (const [probe, verdict] of verdicts ?? []) if (FORGED.has(probe) && verdict.verdict === 'admits') return 'forged';
  return without === 'unknown' ? 'unknown' : 'valid-only';
}

/** What stands in place of a policy where a view has no lists of classes. */
function kindText({ kind, socket }: SourceOperation): string {
  if (socket) return 'WebSocket, no policy lists';
  return kind === 'admin' ? 'Django admin' : 'plain Django view, no policy lists';
}
