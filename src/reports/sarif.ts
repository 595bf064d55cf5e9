/** SARIF 2.1.0 for code-scanning dashboards: every result has a physical location, a fingerprint and the path that led to it. */
import type * as sarif from 'sarif';
import { type Finding, type RuleWords, SECURITY_SEVERITY, type Severity } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { ScanResult } from '../model/scan-result.ts';
import type { Reason } from '../model/verdict.ts';
import { ciPath, isUrl, locationOf } from './digest/location.ts';
import { orderFindings } from './digest/order.ts';
import { outcomeOf } from './digest/outcome.ts';
import { stepsOf } from './digest/steps.ts';
import { operationTitle, witnessWords } from './digest/who-gets-in.ts';
import type { Report } from './report.ts';
import { plain, visible } from './text/plain.ts';
import { maskSecrets } from './text/secrets.ts';

export const report: Report = {
  id: 'sarif',
  title: 'SARIF 2.1.0, for code-scanning dashboards',
  render: (result) => `${JSON.stringify(toSarif(result), null, 2)}\n`,
};

const ROOT = 'SRCROOT';
const LEVEL: Readonly<Record<Severity, sarif.ReportingConfiguration.level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
const PRECISION = { certain: 'very-high', firm: 'high', tentative: 'medium' } as const;

/** The whole log as plain objects (OASIS SARIF 2.1.0, with the properties that GitHub's code scanning reads). */
export function toSarif(result: ScanResult): sarif.Log {
  const findings = orderFindings(result.findings);
  const rules = rulesOf(result, findings);
  const outcome = outcomeOf(result);
  const verified = outcome.notVerified === null && !result.interrupted;
  const started = new Date(result.started);
  const ended = new Date(started.getTime() + result.durationMs);
  return {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'Unlatched',
            version: result.tool.version,
            ...(/^\d+\.\d+\.\d+/.test(result.tool.version) ? { semanticVersion: result.tool.version } : {}),
            rules: rules.map(descriptorOf),
          },
        },
        columnKind: 'unicodeCodePoints',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The directory in which the scan was started.' } } },
        invocations: [
          {
            executionSuccessful: verified,
            ...(Number.isNaN(started.getTime()) ? {} : { startTimeUtc: started.toISOString(), endTimeUtc: ended.toISOString() }),
            exitCode: result.exitCode,
            exitCodeDescription: `${outcome.word}: ${outcome.sentence}`,
            toolExecutionNotifications: notificationsOf(result, outcome.notVerified),
          },
        ],
        results: findings.map((finding) => resultOf(result, finding, rules)),
        properties: {
          coverage: { ...result.matrix.coverage, notJudged: result.matrix.coverage.notJudged.length },
          witnesses: Object.keys(result.witnesses),
        },
      },
    ],
  };
}

/** The rules that ran and, should a finding come from another one, that too. */
function rulesOf(result: ScanResult, findings: readonly Finding[]): readonly RuleWords[] {
  const rules = new Map(result.rules.map((rule) => [rule.id, rule]));
  for (const { rule } of findings) if (!rules.has(rule.id)) rules.set(rule.id, rule);
  return [...rules.values()];
}

function descriptorOf(rule: RuleWords): sarif.ReportingDescriptor {
  const page = [rule.why, '', 'Bad:', '', fence(rule.bad), '', 'Good:', '', fence(rule.good), '', `To refute: ${rule.refute}`].join('\n');
  const reference = rule.references.find(isUrl);
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(\w)/g, (_all, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why}\n\nTo refute: ${rule.refute}`, markdown: page },
    ...(reference ? { helpUri: reference } : {}),
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: {
      tags: [
        'security',
        'authentication',
        rule.family,
        `external/cwe/${rule.cwe.toLowerCase()}`,
        ...rule.owasp.map((each) => `owasp/${each}`),
      ],
      precision: 'high',
      'security-severity': SECURITY_SEVERITY[rule.severity].toFixed(1),
      'problem.severity': LEVEL[rule.severity] === 'note' ? 'recommendation' : LEVEL[rule.severity],
    },
  };
}

function resultOf(result: ScanResult, finding: Finding, rules: readonly RuleWords[]): sarif.Result {
  const place = locationOf(result, finding);
  const flow = flowOf(result, finding);
  const related = relatedOf(result, finding);
  return {
    ruleId: finding.rule.id,
    ruleIndex: rules.findIndex((rule) => rule.id === finding.rule.id),
    kind: 'fail',
    level: LEVEL[finding.severity],
    message: { text: messageOf(result, finding) },
    locations: [
      {
        physicalLocation: physical(result, place, true),
        ...(finding.symbol ? { logicalLocations: [{ fullyQualifiedName: plain(finding.symbol) }] } : {}),
      },
    ],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(flow ? { codeFlows: [flow] } : {}),
    partialFingerprints: { 'unlatchedFinding/v1': finding.id },
    ...(result.baseline && finding.baseline ? { baselineState: finding.baseline === 'known' ? 'unchanged' : 'new' } : {}),
    suppressions: finding.suppressed
      ? [
          {
            kind: /\.py(:|$)/.test(finding.suppressed.by) ? 'inSource' : 'external',
            justification: `${finding.suppressed.reason} (${finding.suppressed.by})`,
          },
        ]
      : [],
    properties: {
      'security-severity': SECURITY_SEVERITY[finding.severity].toFixed(1),
      precision: PRECISION[finding.confidence],
      gates: finding.gates,
      confidence: finding.confidence,
      operations: [...finding.operations],
      verdicts: finding.verdicts,
    },
  };
}

/** One paragraph that stands alone in a dashboard: what, the witnesses, how far it reaches. */
function messageOf(result: ScanResult, finding: Finding): string {
  const sentences = [finding.message, finding.cause ? `Cause: ${finding.cause}.` : ''];
  for (const [probe, cell] of Object.entries(finding.verdicts).slice(0, 3)) {
    sentences.push(
      `${probe}: ${witnessWords(cell)
        .map(({ witness, word }) => `${witness} ${word}`)
        .join(', ')}.`,
    );
  }
  if (finding.operations.length > 0) {
    const shown = finding.operations.slice(0, 5).map((id) => operationTitle(result, id));
    const more = finding.operations.length - shown.length;
    sentences.push(`Reaches ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`);
  }
  return plain(sentences.filter(Boolean).join(' '));
}

function flowOf(result: ScanResult, finding: Finding): sarif.CodeFlow | null {
  const locations = stepsOf(finding.reasons)
    .filter(({ reason }) => reason.place)
    .map(({ reason, depth }) => ({ location: stepLocation(result, reason), nestingLevel: depth }));
  return locations.length > 1 ? { threadFlows: [{ locations }] } : null;
}

function stepLocation(result: ScanResult, reason: Reason): sarif.Location {
  return { physicalLocation: physical(result, reason.place!, false), message: { text: plain(reason.text) } };
}

/** The document, and the views of the operations that stand elsewhere than the cause. */
function relatedOf(result: ScanResult, finding: Finding): sarif.Location[] {
  const related: { place: Place; text: string }[] = [];
  if (finding.place && finding.documentPlace)
    related.push({ place: finding.documentPlace, text: `promised at ${finding.documentPlace.pointer}` });
  const seen = new Set(finding.place ? [`${finding.place.file}:${finding.place.line}`] : []);
  for (const row of result.matrix.rows) {
    const place = row.source?.place;
    if (!place || !finding.operations.includes(row.id) || seen.has(`${place.file}:${place.line}`)) continue;
    seen.add(`${place.file}:${place.line}`);
    related.push({ place, text: `view of ${row.method} ${row.path}` });
  }
  for (const reason of finding.reasons) {
    const key = reason.place && `${reason.place.file}:${reason.place.line}`;
    if (!key || seen.has(key)) continue;
    seen.add(key);
    related.push({ place: reason.place!, text: reason.text });
  }
  return related
    .slice(0, 10)
    .map(({ place, text }, index) => ({ id: index + 1, physicalLocation: physical(result, place, false), message: { text: plain(text) } }));
}

function physical(result: ScanResult, place: Place, snippet: boolean): sarif.PhysicalLocation {
  const line = snippet ? result.linesOf(place.file)?.[place.line - 1] : undefined;
  const region: sarif.Region = { startLine: place.line };
  if (place.column !== undefined) {
    region.startColumn = place.column;
    if (place.endLine !== undefined && place.endColumn !== undefined) {
      region.endLine = place.endLine;
      region.endColumn = place.endColumn;
    }
  }
  if (line !== undefined) region.snippet = { text: visible(maskSecrets(line)).slice(0, 500) };
  return { artifactLocation: artifact(result, place.file), region };
}

/** A relative URI reference: each segment percent-encoded, as RFC 3986 asks. */
function artifact(result: ScanResult, file: string): sarif.ArtifactLocation {
  if (isUrl(file)) return { uri: encodeURI(wellFormed(file)) };
  const path = ciPath(result, file).replaceAll('\\', '/').replace(/^\.\//, '');
  const uri = path
    .split('/')
    .map((segment) => encodeURIComponent(wellFormed(segment)))
    .join('/');
  return path.startsWith('/') ? { uri: `file://${uri}` } : { uri, uriBaseId: ROOT };
}

/** Lone surrogates cannot be percent-encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

function notificationsOf(result: ScanResult, notVerified: string | null): sarif.Notification[] {
  const notifications: sarif.Notification[] = [];
  if (result.interrupted) notifications.push({ level: 'error', message: { text: 'The scan was interrupted: the results are partial.' } });
  if (notVerified) notifications.push({ level: 'error', message: { text: `Not verified: ${notVerified}.` } });
  for (const { reason, operations, next } of result.matrix.coverage.notJudged) {
    notifications.push({
      level: 'warning',
      message: { text: plain(`Not judged (${operations.length}): ${reason}${next ? `. Next: ${next}` : ''}`) },
    });
  }
  for (const { severity, text, place } of result.problems) {
    notifications.push({
      level: severity,
      message: { text: plain(text) },
      ...(place ? { locations: [{ physicalLocation: physical(result, place, false) }] } : {}),
    });
  }
  return notifications;
}

function fence(code: string): string {
  return `\`\`\`python\n${code.trimEnd()}\n\`\`\``;
}
