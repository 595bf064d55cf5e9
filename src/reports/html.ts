/** One self-contained page to show to a colleague: no network, works without scripts, light and dark, prints well. */
import { createHash } from 'node:crypto';
import type { ScanResult } from '../model/scan-result.ts';
import { findingsSection } from './html/findings.ts';
import { matrixSection } from './html/matrix.ts';
import { SCRIPT } from './html/script.ts';
import { coverageSection, exchangesSection, problemsSection, verdictSection, whoSection } from './html/sections.ts';
import { STYLE } from './html/style.ts';
import { html, trusted } from './html/tag.ts';
import type { Report } from './report.ts';

export const report: Report = {
  id: 'html',
  title: 'one self-contained page: findings, matrix, reasons, proofs',
  render: (result) => `<!doctype html>\n${page(result)}\n`,
};

/** Only this style and this script run, whatever the scanned project says; nothing is loaded and nothing is sent. */
function policy(): string {
  return `default-src 'none'; style-src '${hash(STYLE)}'; script-src '${hash(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
}

function page(result: ScanResult): string {
  const project = result.witnesses.predicted?.settings ?? result.witnesses.promised?.document ?? result.witnesses.observed?.url ?? '';
  return html`<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${trusted(policy())}">
    <meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer"><title>Unlatched: ${project}</title>
    <style>${trusted(STYLE)}</style></head><body><header class="top"><h1>Unlatched <small>which requests get in without a valid token</small></h1>
    <nav><a href="#findings">Findings</a><a href="#matrix">Matrix</a><a href="#coverage">Coverage</a>${
      result.exchanges.length > 0 ? html`<a href="#exchanges">Exchanges</a>` : ''
    }</nav></header><main>${verdictSection(result)}${whoSection(result)}${findingsSection(result)}${matrixSection(result)}${coverageSection(result)}${exchangesSection(
      result,
    )}${problemsSection(result)}</main><footer>Unlatched ${result.tool.version}, ${result.started}. This page loads nothing and sends nothing. An unknown answer is never counted as protected.</footer>
    <script>${trusted(SCRIPT)}</script></body></html>`.markup;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
