/** The one script of the HTML page: filter, sort, unfold. The page is whole without it; it only shows tools that need it. */
export const SCRIPT = `
(() => {
'use strict';
const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
const byId = (id) => document.getElementById(id);
for (const tools of all('.tools')) tools.hidden = false;

const list = byId('findings-list');
const find = byId('find');
const severity = byId('severity');
const order = byId('order');
const findings = all('.finding', list);
const shown = byId('shown');
const filterFindings = () => {
  const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const each of findings) {
    const text = each.dataset.text;
    const fits = words.every((word) => text.includes(word)) && (!severity.value || severity.value === each.dataset.severity || (severity.value === 'gates' && each.dataset.gates === 'yes'));
    each.hidden = !fits;
    if (fits) count += 1;
  }
  shown.textContent = count === findings.length ? '' : count + ' of ' + findings.length;
};
if (find) {
  find.addEventListener('input', filterFindings);
  severity.addEventListener('change', filterFindings);
  order.addEventListener('change', () => {
    const key = order.value;
    const number = (each) => Number(each.dataset.number);
    const sorted = [...findings].sort((a, b) => (key === 'number' ? 0 : a.dataset[key] < b.dataset[key] ? -1 : a.dataset[key] > b.dataset[key] ? 1 : 0) || number(a) - number(b));
    list.append(...sorted);
  });
}

const who = byId('who');
const path = byId('path');
if (who) {
  const rows = all('.matrix tbody tr');
  const details = all('#operations-list > details');
  const filterRows = () => {
    const text = path.value.toLowerCase();
    for (const row of rows) {
      const fits = (!who.value || row.dataset.who === who.value) && row.firstElementChild.textContent.toLowerCase().includes(text);
      row.hidden = !fits;
    }
    for (const each of details) each.hidden = each.dataset.rows.split(' ').every((index) => rows[index].hidden);
  };
  who.addEventListener('change', filterRows);
  path.addEventListener('input', filterRows);
}

for (const button of all('button[data-unfold]')) {
  button.addEventListener('click', () => {
    const parts = all('#' + button.dataset.unfold + ' > details');
    const open = parts.some((each) => !each.open);
    for (const each of parts) each.open = open;
  });
}
const reveal = () => {
  const target = location.hash.length > 1 && byId(location.hash.slice(1));
  if (!target) return;
  for (let each = target.closest('details'); each; each = each.parentElement.closest('details')) { each.hidden = false; each.open = true; }
  target.scrollIntoView();
};
addEventListener('hashchange', reveal);
reveal();
let folded = [];
addEventListener('beforeprint', () => { folded = all('details:not([open])'); for (const each of folded) each.open = true; });
addEventListener('afterprint', () => { for (const each of folded) each.open = false; });
})();
`;
