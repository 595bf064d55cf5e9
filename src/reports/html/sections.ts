/** The smaller sections of the HTML page: the verdict, who gets in, coverage, exchanges, problems. */
import { formatPlace } from '../../model/place.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import { shownExchanges } from '../digest/exchanges.ts';
import { count, outcomeOf, percent } from '../digest/outcome.ts';
import { purposeOf } from '../digest/purposes.ts';
import { ADMISSION_WORDS, ADMISSIONS, whoGetsIn } from '../digest/who-gets-in.ts';
import { witnessLines } from '../digest/witnesses.ts';
import { operationLink } from './operation-groups.ts';
import { type Content, type Html, html, NEWLINE } from './tag.ts';

export function verdictSection(result: ScanResult): Html {
  const { word, sentence, coverage, notVerified } = outcomeOf(result);
  return html`<section class="verdict ${word}">${
    result.grade ? html`<div class="grade">grade<b>${result.grade.letter}</b>${result.grade.score} of 100</div>` : ''
  }<div class="word">${word}</div><p class="say">${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}</p><p>${coverage}</p>${
    word === 'FAIL' && notVerified ? html`<p class="say">Not verified either: ${notVerified}.</p>` : ''
  }</section><div class="who3">${witnessLines(result).map(
    ({ label, text, present }) => html`<div${present ? '' : html` class="absent"`}><b>${label}</b>${text}</div>`,
  )}</div>`;
}

export function whoSection(result: ScanResult): Content {
  const total = result.matrix.rows.length;
  if (total === 0) return '';
  const who = whoGetsIn(result);
  let at = 0;
  const bars = ADMISSIONS.map((admission) => {
    const width = (who.get(admission)!.length / total) * 100;
    const bar = width > 0 ? html`<rect class="${admission}" x="${at.toFixed(2)}" width="${width.toFixed(2)}" y="0" height="4"/>` : '';
    at += width;
    return bar;
  });
  const purposes = who.get('on-purpose')!;
  return html`<section><h2>Who gets in <small>${count(total, 'operation')}${
    result.witnesses.predicted || result.witnesses.observed ? '' : ', by the document alone'
  }</small></h2><svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="share of operations by who gets in">${bars}</svg>
    <ul class="groups">${ADMISSIONS.map((admission) => html`<li><span class="dot ${admission}"></span>${ADMISSION_WORDS[admission]} <b>${who.get(admission)!.length}</b></li>`)}</ul>
    ${
      purposes.length > 0
        ? html`<h3>Open on purpose, listed once for review</h3><div class="scroll"><table class="stack"><tbody>${purposes.map(
            (row) => html`<tr><td>${operationLink(result, row)}</td><td>${purposeOf(row, result)}</td></tr>`,
          )}</tbody></table></div>`
        : ''
    }</section>`;
}

export function coverageSection(result: ScanResult): Html {
  const { coverage } = result.matrix;
  return html`<section id="coverage"><h2>Coverage</h2><dl><dt>operations</dt><dd>${coverage.operations}, ${coverage.inScope} in scope</dd>
    <dt>judged</dt><dd>${coverage.judged} (${percent(coverage.percent)}, floor ${percent(coverage.floor)}${coverage.met ? '' : ': missed'})</dd>
    <dt>tested at the server</dt><dd>${coverage.tested}</dd></dl>${
      coverage.notJudged.length > 0
        ? html`<div class="scroll"><table class="stack"><thead><tr><th>could not be judged because</th><th>operations</th><th>next</th></tr></thead><tbody>${coverage.notJudged.map(
            ({ reason, operations, next }) =>
              html`<tr><td>${reason}</td><td>${operations.length}<br><span class="soft">${operations.slice(0, 4).map((id, index) => html`${index > 0 ? html`<br>` : ''}<code>${id}</code>`)}${operations.length > 4 ? html`<br>and ${operations.length - 4} more` : ''}</span></td><td>${next ? html`<code>${next}</code>` : ''}</td></tr>`,
          )}</tbody></table></div>`
        : ''
    }</section>`;
}

export function exchangesSection(result: ScanResult): Content {
  if (result.exchanges.length === 0) return '';
  const list = shownExchanges(result);
  return html`<section id="exchanges"><h2>Exchanges <small>${list.length < result.exchanges.length ? `${list.length} of ` : ''}${result.exchanges.length}, secrets were removed when they were captured</small></h2>${list.map(
    (exchange, index) => {
      const { request, response } = exchange;
      const lines = (headers: readonly (readonly [string, string])[]): Content =>
        headers.map(([name, value]) => html`${NEWLINE}${name}: ${value}`);
      return html`<details id="x-${index + 1}"><summary><span class="num">${exchange.id}</span> <code>${request.method} ${request.url}</code> <span class="soft">${exchange.probe} · ${
        response ? `answered ${response.status}` : 'no answer'
      } · ${exchange.answerClass}</span></summary><div class="in"><pre class="curl">${request.method} ${request.url}${lines(request.headers)}</pre>${
        response
          ? html`<pre class="curl">${response.status}${lines(response.headers)}${NEWLINE}${NEWLINE}${response.excerpt}</pre>`
          : html`<p>${exchange.error ?? 'There was no answer.'}</p>`
      }<h3>Ask again</h3><pre class="curl">${exchange.curl}</pre></div></details>`;
    },
  )}</section>`;
}

export function problemsSection(result: ScanResult): Content {
  if (result.problems.length === 0) return '';
  return html`<section id="problems"><h2>Problems on the way <small>${result.problems.length}</small></h2><ul class="plain">${result.problems.map(
    ({ severity, text, place }) =>
      html`<li><span class="tag ${severity === 'error' ? 'high' : severity === 'warning' ? 'medium' : 'info'}">${severity}</span> ${text}${place ? html` <code class="loc">${formatPlace(place)}</code>` : ''}</li>`,
  )}</ul></section>`;
}
