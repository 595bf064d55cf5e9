/** What a report is: a pure function from a scan result to text. Each format is one file `src/reports/<id>.ts` that exports `report`. */
import type { ScanResult } from '../model/scan-result.ts';

export interface ReportOptions {
  /** Terminal colours; formats for machines ignore it. */
  readonly color: boolean;
  /** Columns of the terminal; formats for machines ignore it. */
  readonly width: number;
  /** Hardening notes and drift in full (`--all`). */
  readonly all: boolean;
}

export interface Report {
  /** The name after `--format`; the file name. */
  readonly id: string;
  /** One line for `--help`. */
  readonly title: string;
  /** The whole report, ending in a newline. Never throws on hostile content and never holds control characters of it. */
  render(result: ScanResult, options: ReportOptions): string;
}
