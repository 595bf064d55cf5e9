/** The findings of the HTML page: each one folds out to its source, the witnesses' answers, the path, the proof and how to refute it. */
import { type Finding, SEVERITIES } from '../../model/finding.ts';
import { formatPlace, type Place } from '../../model/place.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import type { Reason } from '../../model/verdict.ts';
import { shownExchanges } from '../digest/exchanges.ts';
import { isUrl } from '../digest/location.ts';
import { orderFindings } from '../digest/order.ts';
import { count } from '../digest/outcome.ts';
import { isReviewList } from '../digest/purposes.ts';
import { type Step, stepsOf } from '../digest/steps.ts';
import { excerpt } from '../text/excerpt.ts';
import { plain } from '../text/plain.ts';
import { cellsOf, keepEnd } from '../text/width.ts';
import { operationLink } from './operation-groups.ts';
import { type Content, code, type Html, html, NEWLINE } from './tag.ts';
import { WITNESS_LABEL, WITNESS_NAMES, word } from './words.ts';

const ROOM = 110;

export function findingsSection(result: ScanResult): Html {
  const findings = orderFindings(result.findings);
  if (findings.length === 0) return html`<section id="findings"><h2>Findings</h2><p class="soft">None.</p></section>`;
  const severities = SEVERITIES.filter((severity) => findings.some((finding) => finding.severity === severity));
  return html`<section id="findings"><h2>Findings <small>${findings.length}</small></h2>
    <div class="tools" hidden>
      <input type="search" id="find" placeholder="Filter by text, file, rule, operation" aria-label="Filter findings">
      <select id="severity" aria-label="Severity"><option value="">every severity</option><option value="gates">gating</option>${severities.map(
        (severity) => html`<option>${severity}</option>`,
      )}</select>
      <select id="order" aria-label="Order"><option value="number">worst first</option><option value="file">by file</option><option value="rule">by rule</option></select>
      <button type="button" data-unfold="findings-list">Unfold all</button><span id="shown" class="soft"></span>
    </div>
    <div id="findings-list">${findings.map((finding, index) => findingBlock(result, finding, index + 1))}</div></section>`;
}

function findingBlock(result: ScanResult, finding: Finding, number: number): Html {
  const place = finding.place ?? finding.documentPlace ?? null;
  const text = plain(
    [finding.title, finding.rule.id, finding.rule.cwe, finding.symbol, place?.file ?? '', ...finding.operations].join(' ').toLowerCase(),
  );
  return html`<details class="finding" id="f-${number}" data-text="${text}" data-severity="${finding.severity}" data-number="${number}"
    data-file="${place ? `${place.file}:${String(place.line).padStart(6, '0')}` : '~'}" data-rule="${finding.rule.id}" data-gates="${finding.gates ? 'yes' : 'no'}"${
      finding.gates ? html` open` : ''
    }><summary><span class="num">${number}</span><span class="tag ${finding.severity}">${finding.severity}</span>
    <span class="title">${finding.title}</span><span class="tag">${state(finding)}</span>
    <span class="at"><code>${finding.rule.id}</code>${place ? html` at <code>${formatPlace(place)}</code>` : ''} · ${finding.rule.cwe} · ${finding.confidence}</span></summary>
    <div class="in"><p>${finding.message}</p>
    ${finding.suppressed ? html`<p class="soft">Suppressed by ${finding.suppressed.by}: ${finding.suppressed.reason}</p>` : ''}
    ${place ? excerptBlock(result, place, finding.caption ?? finding.cause) : html`<p><b>Cause:</b> ${finding.cause}</p>`}
    ${finding.place && finding.documentPlace ? excerptBlock(result, finding.documentPlace, `promised here: ${finding.documentPlace.pointer}`) : ''}
    ${verdictTable(finding)}${reachBlock(result, finding)}${why(finding, result)}${proofBlock(result, finding)}
    <h3>How to refute it</h3><p>${finding.rule.refute}</p>
    <p class="soft">${finding.rule.title}. ${[finding.rule.cwe, ...finding.rule.owasp].join(', ')}${
      finding.symbol ? html`. Symbol <code>${finding.symbol}</code>` : ''
    }. Id <code>${finding.id}</code>${references(finding.rule.references)}</p></div></details>`;
}

function state(finding: Finding): string {
  if (finding.suppressed) return 'suppressed';
  if (finding.baseline === 'known') return 'in the baseline';
  if (isReviewList(finding)) return 'for review';
  return finding.gates ? 'gates' : 'does not gate';
}

function verdictTable(finding: Finding): Content {
  const probes = Object.entries(finding.verdicts);
  if (probes.length === 0) return '';
  return html`<div class="scroll"><table><thead><tr><th>probe</th>${WITNESS_NAMES.map((witness) => html`<th>${witness} <span class="soft">(${WITNESS_LABEL[witness]})</span></th>`)}</tr></thead>
    <tbody>${probes.map(
      ([probe, cell]) =>
        html`<tr><td><code>${probe}</code></td>${WITNESS_NAMES.map((witness) => html`<td>${word(probe, cell[witness], isReviewList(finding))}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}

function reachBlock(result: ScanResult, finding: Finding): Content {
  if (finding.operations.length === 0) return '';
  return html`<h3>Reaches ${count(finding.operations.length, 'operation')}</h3><ul class="plain">${finding.operations.map((id) => {
    const row = result.matrix.rows.find((each) => each.id === id);
    return html`<li>${row ? operationLink(result, row) : html`<code>${id}</code>`}</li>`;
  })}</ul>`;
}

/** The chain of reasons as a list: what a link rests on stands before it. One link alone is no list. */
export function pathBlock(steps: readonly Step[], result: ScanResult): Content {
  if (steps.length === 0) return '';
  const lines = steps.map(({ reason }) => html`${stepText(reason)}${reasonPlace(reason, result)}`);
  return lines.length === 1 ? html`<div>${lines}</div>` : html`<ol class=path>${lines.map((line) => html`<li>${line}</li>`)}</ol>`;
}

/** The text of a reason without the id of its exchange at the end: the id follows as a link. */
export function stepText(reason: Reason): string {
  const { text, exchange } = reason;
  return exchange !== undefined && text.endsWith(`, ${exchange}`) ? text.slice(0, -exchange.length - 2) : text;
}

function why(finding: Finding, result: ScanResult): Content {
  const steps = stepsOf(finding.reasons);
  return steps.length > 0 && html`<h3>Why</h3>${pathBlock(steps, result)}`;
}

function reasonPlace(reason: Reason, result: ScanResult): Content {
  return [
    reason.place ? html` <code class=loc>${shortPlace(reason.place)}</code>` : '',
    reason.exchange === undefined ? '' : [' ', exchangeLink(result, reason.exchange)],
  ];
}

/** A place in a list of steps: its end says the most. */
function shortPlace(place: Place): string {
  return keepEnd(plain(formatPlace(place)), 48);
}

/** A link to an exchange, or its bare id when the page does not show it. */
export function exchangeLink(result: ScanResult, id: string): Content {
  const index = shownExchanges(result).findIndex((exchange) => exchange.id === id);
  return index < 0 ? id : html`<a href="#x-${index + 1}">${id}</a>`;
}

function proofBlock(result: ScanResult, finding: Finding): Content {
  const proofs = shownExchanges(result).filter((exchange) => finding.proof.includes(exchange.id));
  if (proofs.length === 0) return '';
  return html`<h3>Proof</h3>${proofs.map(
    (exchange) =>
      html`<p>${exchange.response ? `Answered ${exchange.response.status}` : 'No answer'} (${exchangeLink(result, exchange.id)}). Ask again:</p><pre class="curl">${exchange.curl}</pre>`,
  )}`;
}

function references(list: readonly string[]): Content {
  const links = list.filter(isUrl);
  return links.length > 0
    ? html`. See ${links.map((each, index) => html`${index > 0 ? ', ' : ''}<a href="${each}" rel="noreferrer">${each}</a>`)}`
    : '';
}

export function excerptBlock(result: ScanResult, place: Place, caption: string): Content {
  const found = excerpt(result.linesOf(place.file), place, ROOM);
  if (!found) return html`<p><code>${formatPlace(place)}</code> ${caption}</p>`;
  const last = found.lines.length - 1;
  const lines = found.lines.map((line, index) => {
    if (index < last || found.caretLength === 0) return html`<span class="n">${line.number}</span>${code(line.text)}`;
    const [before, marked, after] = split(line.text, found.caretStart, found.caretLength);
    return html`<span class="n">${line.number}</span>${code(before)}<mark>${code(marked)}</mark>${code(after)}`;
  });
  const carets =
    found.caretLength > 0
      ? html`<span class="n"> </span><span class="caret">${code(' '.repeat(found.caretStart) + '^'.repeat(found.caretLength))}</span>`
      : '';
  return html`<div class="excerpt"><pre>${lines.map((line) => [line, NEWLINE])}${carets}</pre><p class="caret">${caption}</p></div>`;
}

/** Splits drawn text at cells. */
function split(text: string, start: number, length: number): [string, string, string] {
  const parts: [string, string, string] = ['', '', ''];
  let at = 0;
  for (const character of text) {
    parts[at < start ? 0 : at < start + length ? 1 : 2] += character;
    at += cellsOf(character);
  }
  return parts;
}
