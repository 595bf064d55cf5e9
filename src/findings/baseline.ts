/** The baseline: findings that are known and do not fail a run any more. */
import { UsageError } from '../model/errors.ts';
import type { Finding } from '../model/finding.ts';

/** One known finding; title and rule are there for people who read the file. */
export interface BaselineEntry {
  readonly id: string;
  readonly title: string;
}

const VERSION = '1.0';

/**
 * Reads a baseline or a whole scan document.
 * @param file as the user named it, for the message
 * @throws UsageError when the text is neither
 */
export function readBaseline(text: string, file: string): readonly BaselineEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError('baseline-unreadable', `${file}: not JSON; write a baseline with --update-baseline`);
  }
  const findings = isObject(value) ? value.findings : undefined;
  if (!Array.isArray(findings)) {
    throw new UsageError(
      'baseline-unreadable',
      `${file}: neither a baseline nor a scan document (no "findings"); write one with --update-baseline`,
    );
  }
  const entries: BaselineEntry[] = [];
  for (const finding of findings) {
    const id = isObject(finding) ? finding.id : undefined;
    if (typeof id !== 'string' || !/^[a-z0-9-]+:[0-9a-f]{8}$/.test(id)) {
      throw new UsageError('baseline-unreadable', `${file}: an entry has no finding id; write the file again with --update-baseline`);
    }
    const title = isObject(finding) && typeof finding.title === 'string' ? finding.title : '';
    entries.push({ id, title });
  }
  return entries;
}

/** The text of a baseline that knows these findings; suppressed ones have their own reason and are left out. */
export function writeBaseline(findings: readonly Finding[]): string {
  const entries = findings
    .filter((finding) => !finding.suppressed)
    .map((finding) => ({ id: finding.id, title: finding.title, ...(finding.place ? { file: finding.place.file } : {}) }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  return `${JSON.stringify({ schema_version: VERSION, kind: 'baseline', findings: entries }, null, 2)}\n`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
