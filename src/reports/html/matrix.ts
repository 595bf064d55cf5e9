/** The matrix of the HTML page: operations x probes x witnesses, and what stands behind every answer. */
import type { MatrixRow, PermissionExpression } from '../../model/matrix.ts';
import { formatPlace, type Place } from '../../model/place.ts';
import type { WitnessName } from '../../model/probe.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import type { Reason, Verdict } from '../../model/verdict.ts';
import { count } from '../digest/outcome.ts';
import { purposeOf } from '../digest/purposes.ts';
import { type Step, stepsOf } from '../digest/steps.ts';
import { ADMISSION_WORDS, ADMISSIONS, admissionOf } from '../digest/who-gets-in.ts';
import { whyAbsent } from '../json.ts';
import { permissionText } from '../text/permissions.ts';
import { stepText } from './findings.ts';
import { type OperationGroup, operationGroups, operationLink, probeGroups } from './operation-groups.ts';
import { SharedPaths } from './shared-paths.ts';
import { type Content, type Html, html } from './tag.ts';
import { letter, WITNESS_LABEL, WITNESS_NAMES, word } from './words.ts';

const SHOWN_NAMES = 6;

export function matrixSection(result: ScanResult): Html {
  const { rows, probes } = result.matrix;
  if (rows.length === 0) return html`<section id="matrix"><h2>Matrix</h2><p class="soft">No operation was found.</p></section>`;
  const witnesses = present(result);
  const labels = witnesses.map((witness) => WITNESS_LABEL[witness]);
  const used = ADMISSIONS.filter((admission) => rows.some((row) => admissionOf(row, result) === admission));
  return html`<section id="matrix"><h2>Matrix <small>${count(rows.length, 'operation')}, each probe fired at ${labels.join(' and ')}</small></h2>
    <div class="tools" hidden><input type="search" id="path" placeholder="Filter by path" aria-label="Filter operations">
    <select id="who" aria-label="Who gets in"><option value="">everybody's operations</option>${used.map(
      (admission) => html`<option value="${admission}">${ADMISSION_WORDS[admission]}</option>`,
    )}</select></div>
    <p class="legend"><span>each cell: ${labels.join(', ')}</span><span>${example('r', 'ok')} rejects</span><span>${example('A', 'bad')} ADMITS</span>
    <span>${example('A', 'ok')} admits, as it should</span><span>${example('A', 'meant')} open on purpose</span><span>${example('?', 'unk')} unknown</span>
    <span>${example('c', 'unk')} crashes</span><span>${example('·', 'none')} not asked</span></p>
    <div class="scroll" tabindex="0" role="region" aria-label="matrix of operations and probes"><table class="matrix"><thead><tr><th>operation</th><th>who gets in</th>${probes.map((probe) => html`<th>${probe}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => matrixRow(result, row, witnesses))}</tbody></table></div>
    <h2>Reasons <small>why each witness answers as it does</small></h2>
    <div class="tools" hidden><button type="button" data-unfold="operations-list">Unfold all</button></div>
    ${reasons(result)}</section>`;
}

function reasons(result: ScanResult): Content {
  const paths = new SharedPaths(result);
  const blocks = () => operationGroups(result).map((group, index) => operationBlock(result, group, index, paths));
  blocks();
  paths.collected();
  return [html`<div id="operations-list">${blocks()}</div>`, paths.list()];
}

function example(text: string, tone: string): Html {
  return html`<i class=${tone}>${text}</i>`;
}

function matrixRow(result: ScanResult, row: MatrixRow, witnesses: readonly WitnessName[]): Html {
  const who = admissionOf(row, result);
  const meant = purposeOf(row, result) !== null;
  return html`<tr data-who=${who}><th scope=row>${operationLink(result, row, html`<span class=m>${row.method}</span>${row.path}`)}</th><td><span class="dot ${who}"></span>${ADMISSION_WORDS[who]}</td>${result.matrix.probes.map(
    (probe) => {
      const cell = row.cells.get(probe) ?? {};
      return html`<td>${witnesses.map((witness) => letter(probe, cell[witness]?.verdict, meant))}</td>`;
    },
  )}</tr>`;
}

function operationBlock(result: ScanResult, group: OperationGroup, index: number, paths: SharedPaths): Html {
  const row = group.rows[0]!;
  const who = admissionOf(row, result);
  const witnesses = present(result);
  const answers = probeGroups(row, result);
  const shared = new Map(witnesses.map((witness) => [witness, sharedSteps(answers.map(({ cell }) => cell[witness]))]));
  const names = group.rows.slice(0, SHOWN_NAMES).map((each, at) => html`${at > 0 ? ', ' : ''}<code>${each.method} ${each.path}</code>`);
  const more = group.rows.length > SHOWN_NAMES ? ` and ${group.rows.length - SHOWN_NAMES} more` : '';
  return html`<details class=op id="op-${index + 1}" data-rows="${group.indexes.join(' ')}"><summary><span class="dot ${who}"></span>${names}${more} <span class=soft>${ADMISSION_WORDS[who]}</span></summary>
    <div class=in>${facts(result, group)}<div class=scroll><table><thead><tr><th>probe</th>${witnesses.map((witness) => html`<th>${WITNESS_LABEL[witness]}</th>`)}</tr></thead><tbody>${
      [...shared.values()].some((steps) => steps.length > 0) &&
      html`<tr><td class=soft>in every answer</td>${witnesses.map((witness) => html`<td>${paths.block(shared.get(witness)!)}</td>`)}</tr>`
    }${answers.map(
      ({ probes, cell }) =>
        html`<tr><td>${probes.map((probe, at) => html`${at > 0 ? ', ' : ''}<code>${probe}</code>`)}</td>${witnesses.map(
          (witness) =>
            html`<td>${verdictBlock(result, row, probes[0]!, cell[witness], whyAbsent(row, witness), shared.get(witness)!, paths)}</td>`,
        )}</tr>`,
    )}</tbody></table></div></div></details>`;
}

function verdictBlock(
  result: ScanResult,
  row: MatrixRow,
  probe: string,
  verdict: Verdict | undefined,
  absent: string,
  shared: readonly Step[],
  paths: SharedPaths,
): Content {
  if (!verdict) return html`<span class=soft>${absent}</span>`;
  const details = [verdict.status === undefined ? '' : String(verdict.status), verdict.stage ? `in the ${verdict.stage}` : '']
    .filter(Boolean)
    .join(' ');
  const told = new Set(shared.map(({ reason }) => stepKey(reason)));
  const steps = stepsOf(verdict.reasons).filter(({ reason }) => !told.has(stepKey(reason)));
  return html`${word(probe, verdict, purposeOf(row, result) !== null)}${details && html` <span class=soft>${details}</span>`}${verdict.conditions?.map((each) => html`<br><span class=soft>if ${each}</span>`)}${
    verdict.effect ? html`<br><span class=soft>reaches ${verdict.effect}</span>` : ''
  }${paths.block(steps)}${verdict.next ? html`<span class=soft>next: ${verdict.next}</span>` : ''}`;
}

/** The steps that stand in every answer of a witness that knows: told once. */
function sharedSteps(verdicts: readonly (Verdict | undefined)[]): readonly Step[] {
  const paths = verdicts.flatMap((verdict) => (verdict && verdict.verdict !== 'unknown' ? [stepsOf(verdict.reasons)] : []));
  const [first, ...rest] = paths;
  if (!first || rest.length === 0) return [];
  const keys = rest.map((path) => new Set(path.map(({ reason }) => stepKey(reason))));
  return first.filter(({ reason }) => keys.every((set) => set.has(stepKey(reason))));
}

function stepKey(reason: Reason): string {
  return JSON.stringify([stepText(reason), reason.place?.file, reason.place?.line, reason.exchange]);
}

function present(result: ScanResult): readonly WitnessName[] {
  return WITNESS_NAMES.filter((witness) => result.witnesses[witness]);
}

function facts(result: ScanResult, group: OperationGroup): Html {
  const row = group.rows[0]!;
  const purpose = purposeOf(row, result);
  const { source } = row;
  const at = (place: Place | null | undefined): Content => place && html` <code class=loc>${formatPlace(place)}</code>`;
  const entry = (label: string, value: Content): Content => value && html`<dt>${label}</dt><dd>${value}</dd>`;
  const list = (label: 'authenticators' | 'permissions', values: readonly PermissionExpression[] | null, none: string): Content => {
    const names = values === null ? 'undecided' : values.length === 0 ? none : html`<code>${values.map(permissionText).join(', ')}</code>`;
    return entry(label, [
      names,
      source?.provenance[label]?.map((link) => html` <span class=soft>from ${link.text}${at(link.place)}</span>`),
    ]);
  };
  return html`<dl>${
    source
      ? [
          entry('view', [html`<code>${source.view ?? 'unknown'}</code>`, at(source.place)]),
          list('authenticators', source.authenticators, 'none'),
          list('permissions', source.permissions, 'none: nothing is asked'),
          source.unknown && entry('undecided', `${source.unknown}${source.next ? `. Next: ${source.next}` : ''}`),
        ]
      : entry('view', 'not in the source')
  }${group.rows.map(({ method, path, source: each, documented }) =>
    entry(`${method} ${group.rows.length > 1 ? path : ''}`, [
      each?.routePlace ? ['route', at(each.routePlace), '; '] : '',
      documented
        ? [
            documented.schemes.length > 0 ? `the document asks for ${documented.schemes.join(', ')}` : 'the document asks for nothing',
            at(documented.place),
          ]
        : 'not in the document',
    ]),
  )}${purpose === null ? '' : entry('open on purpose', purpose)}${row.sensitive ? entry('sensitive', 'listed in the configuration') : ''}</dl>`;
}
