/** The matrix of the HTML page: operations x probes x witnesses, and what stands behind every answer. */
import type { Cell, MatrixRow, PermissionExpression } from '../../model/matrix.ts';
import { formatPlace } from '../../model/place.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import type { Verdict } from '../../model/verdict.ts';
import { ADMISSION_WORDS, ADMISSIONS, admissionOf } from '../digest/who-gets-in.ts';
import { whyAbsent } from '../json.ts';
import { permissionText } from '../text/permissions.ts';
import { pathBlock } from './findings.ts';
import { type Content, type Html, html } from './tag.ts';
import { letter, toneOf, WITNESS_LABEL, WITNESS_NAMES, word } from './words.ts';

export function matrixSection(result: ScanResult): Html {
  const { rows, probes } = result.matrix;
  if (rows.length === 0) return html`<section id="matrix"><h2>Matrix</h2><p class="soft">No operation was found.</p></section>`;
  const used = ADMISSIONS.filter((admission) => rows.some((row) => admissionOf(row, result) === admission));
  return html`<section id="matrix"><h2>Matrix <small>${rows.length} operations, each probe fired at document, source and server</small></h2>
    <div class="tools" hidden><input type="search" id="path" placeholder="Filter by path" aria-label="Filter operations">
    <select id="who" aria-label="Who gets in"><option value="">everybody's operations</option>${used.map(
      (admission) => html`<option value="${admission}">${ADMISSION_WORDS[admission]}</option>`,
    )}</select></div>
    <div class="scroll"><table class="matrix"><thead><tr><th>operation</th>${probes.map((probe) => html`<th>${probe}</th>`)}<th>who gets in</th></tr></thead>
    <tbody>${rows.map((row, index) => matrixRow(result, row, index))}</tbody></table></div>
    <p class="legend"><span>each cell: document, source, server</span><span>${example('r', 'ok')} rejects</span><span>${example('A', 'bad')} ADMITS</span>
    <span>${example('A', 'ok')} admits, as it should</span><span>${example('A', 'meant')} open on purpose</span><span>${example('?', 'unk')} unknown</span>
    <span>${example('c', 'unk')} crashes</span><span>${example('·', 'none')} not asked</span></p>
    <h2>Reasons <small>why each witness answers as it does</small></h2>
    <div class="tools" hidden><button type="button" data-unfold="operations-list">Unfold all</button></div>
    <div id="operations-list">${rows.map((row, index) => operationBlock(result, row, index))}</div></section>`;
}

function example(text: string, tone: string): Html {
  return html`<span class="v ${tone}">${text}</span>`;
}

function matrixRow(result: ScanResult, row: MatrixRow, index: number): Html {
  const who = admissionOf(row, result);
  return html`<tr data-op="op-${index + 1}" data-who="${who}" data-text="${`${row.method} ${row.path} ${row.source?.view ?? ''}`.toLowerCase()}">
    <th scope="row"><a href="#op-${index + 1}"><code><span class="m">${row.method}</span>${row.path}</code></a></th>${result.matrix.probes.map(
      (probe) => {
        const cell = row.cells.get(probe) ?? {};
        return html`<td><span class="trio" title="${title(cell)}">${WITNESS_NAMES.map((witness) => letter(probe, cell[witness]?.verdict, row))}</span></td>`;
      },
    )}<td><span class="dot ${who}"></span>${ADMISSION_WORDS[who]}</td></tr>`;
}

function title(cell: Cell): string {
  return WITNESS_NAMES.map((witness) => `${WITNESS_LABEL[witness]} ${cell[witness]?.verdict ?? 'not asked'}`).join(', ');
}

function operationBlock(result: ScanResult, row: MatrixRow, index: number): Html {
  const who = admissionOf(row, result);
  const witnesses = WITNESS_NAMES.filter((witness) => result.witnesses[witness]);
  return html`<details class="op" id="op-${index + 1}"><summary><span class="dot ${who}"></span><code>${row.method} ${row.path}</code> <span class="soft">${ADMISSION_WORDS[who]}</span></summary>
    <div class="in">${facts(row)}<div class="scroll"><table><thead><tr><th>probe</th>${witnesses.map((witness) => html`<th>${WITNESS_LABEL[witness]}</th>`)}</tr></thead><tbody>${grouped(
      row,
      result,
    ).map(
      ({ probes, cell }) =>
        html`<tr><td>${probes.map((probe, at) => html`${at > 0 ? ', ' : ''}<code>${probe}</code>`)}</td>${witnesses.map(
          (witness) => html`<td>${verdictBlock(result, row, probes[0]!, cell[witness], whyAbsent(row, witness))}</td>`,
        )}</tr>`,
    )}</tbody></table></div></div></details>`;
}

/** Probes that every witness answers alike, for the same reasons and in the same tone, share a line. */
function grouped(row: MatrixRow, result: ScanResult): { probes: string[]; cell: Cell }[] {
  const groups = new Map<string, { probes: string[]; cell: Cell }>();
  for (const probe of result.matrix.probes) {
    const cell = row.cells.get(probe) ?? {};
    const key = WITNESS_NAMES.map((witness) => `${toneOf(probe, cell[witness]?.verdict, row)}${content(cell[witness])}`).join('\0');
    const group = groups.get(key);
    if (group) group.probes.push(probe);
    else groups.set(key, { probes: [probe], cell });
  }
  return [...groups.values()];
}

/** The text by which verdicts count as the same; exchanges differ from probe to probe and do not matter. */
function content(verdict: Verdict | undefined): string {
  if (!verdict) return '';
  const reasons = verdict.reasons.map((reason) => [reason.text, reason.place?.file, reason.place?.line]);
  return JSON.stringify([verdict.verdict, verdict.status, verdict.conditions, verdict.effect, verdict.next, reasons]);
}

function verdictBlock(result: ScanResult, row: MatrixRow, probe: string, verdict: Verdict | undefined, absent: string): Content {
  if (!verdict) return html`<span class="soft">${absent}</span>`;
  const details = [verdict.status === undefined ? '' : String(verdict.status), verdict.stage ? `in the ${verdict.stage}` : '']
    .filter(Boolean)
    .join(' ');
  return html`${word(probe, verdict, row)} <span class="soft">${details}</span>${verdict.conditions?.map((each) => html`<br><span class="soft">if ${each}</span>`)}${
    verdict.effect ? html`<br><span class="soft">reaches ${verdict.effect}</span>` : ''
  }${pathBlock('', verdict.reasons, result)}${verdict.next ? html`<span class="soft">next: ${verdict.next}</span>` : ''}`;
}

function facts(row: MatrixRow): Html {
  const { source, documented } = row;
  const list = (label: string, value: Content): Content => (value ? html`<dt>${label}</dt><dd>${value}</dd>` : '');
  const links = (kind: 'authenticators' | 'permissions'): Content =>
    source?.provenance[kind]?.map(
      (link) =>
        html` <span class="soft">from ${link.text}${link.place ? html` <code class="loc">${formatPlace(link.place)}</code>` : ''}</span>`,
    );
  const names = (values: readonly PermissionExpression[] | null | undefined, none: string): Content =>
    values === null || values === undefined
      ? 'undecided'
      : values.length === 0
        ? none
        : html`<code>${values.map(permissionText).join(', ')}</code>`;
  return html`<dl>${source ? list('view', html`<code>${source.view ?? 'unknown'}${source.action ? `.${source.action}` : ''}</code>${source.place ? html` <code class="loc">${formatPlace(source.place)}</code>` : ''}`) : ''}${
    source?.routePlace ? list('route', html`<code class="loc">${formatPlace(source.routePlace)}</code>`) : ''
  }${source ? list('authenticators', [names(source.authenticators, 'none'), links('authenticators')]) : ''}${
    source ? list('permissions', [names(source.permissions, 'none: nothing is asked'), links('permissions')]) : ''
  }${source?.unknown ? list('undecided', `${source.unknown}${source.next ? `. Next: ${source.next}` : ''}`) : ''}${
    documented
      ? list(
          'document',
          html`<code>${documented.pointer}</code> <code class="loc">${formatPlace(documented.place)}</code>, ${documented.schemes.length > 0 ? `asks for ${documented.schemes.join(', ')}` : 'asks for nothing'}`,
        )
      : list('document', html`<span class="soft">not described</span>`)
  }${row.intendedPublic ? list('open on purpose', row.intendedPublic.why) : ''}${row.sensitive ? list('sensitive', 'listed in the configuration') : ''}</dl>`;
}
