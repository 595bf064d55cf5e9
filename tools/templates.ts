/** The skeletons that `npm run new` writes: file -> text. Each comes with a test that fails for a reason. */

type Template = (name: string) => Readonly<Record<string, string>>;

const rule: Template = (id) => ({
  [`src/rules/${id}.ts`]: `/** TODO: the weakness in one sentence. */
import type { Rule } from '../model/finding.ts';

export const rule: Rule = {
  id: '${id}',
  title: 'TODO',
  family: 'bypass',
  severity: 'high',
  cwe: 'CWE-306',
  owasp: [],
  why: 'TODO: what goes wrong, and for whom.',
  bad: '# TODO',
  good: '# TODO',
  refute: 'TODO: how a reader shows that a finding is wrong.',
  references: [],
  judge: () => [],
};
`,
  [`src/rules/${id}.test.ts`]: `import { expect, it } from 'vitest';
import { rule } from './${id}.ts';

it('has words, a bad and a good example', () => {
  const { title, why, bad, good, refute } = rule;
  expect(Object.entries({ title, why, bad, good, refute }).filter(([, text]) => text.includes('TODO'))).toEqual([]);
});

it('reports its bad example and is silent on the good one', () => {
  expect.fail('judge a matrix made from each example');
});
`,
});

const probe: Template = (id) => ({
  [`src/probes/${id}.ts`]: `/** TODO: what an attacker sends, in one sentence. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: '${id}',
  title: 'TODO',
  why: 'TODO: what an attacker does with it.',
  sends: { place: 'none', material: 'none' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  references: [],
};
`,
  [`src/probes/${id}.test.ts`]: `import { expect, it } from 'vitest';
import { probe } from './${id}.ts';

it('has words', () => {
  const { title, why } = probe;
  expect(Object.entries({ title, why }).filter(([, text]) => text.includes('TODO'))).toEqual([]);
});

it('is answered by the three witnesses on the conformance projects', () => {
  expect.fail('fire it at the document, the source and the server');
});
`,
});

const report: Template = (id) => ({
  [`src/reports/${id}.ts`]: `/** TODO: who reads this format, in one sentence. */
import type { Report } from './report.ts';

export const report: Report = {
  id: '${id}',
  title: 'TODO',
  render: () => '\\n',
};
`,
  [`src/reports/${id}.test.ts`]: `import { expect, it } from 'vitest';
import { report } from './${id}.ts';

it('has a title', () => {
  expect(report.title).not.toContain('TODO');
});

it('shows the findings of a scan', () => {
  expect.fail('render the shared scan result and compare it with a snapshot');
});
`,
});

const stub: Template = (distribution) => {
  const module = distribution.toLowerCase().replace(/[.-]/g, '_');
  return {
    [`stubs/${distribution}/METADATA.toml`]: `distribution = "${distribution}"
packages = ["${module}"]
checked = []
`,
    [`stubs/${distribution}/${module}/__init__.py`]: `"""TODO: what of ${distribution} decides who gets in."""
`,
    [`test/stubs/${module.replaceAll('_', '-')}.test.ts`]: `import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

it('names the released versions of ${distribution} that it was compared with', () => {
  expect(read('../../stubs/${distribution}/METADATA.toml')).toMatch(/^checked = \\["\\d/m);
});

it('is compared with one of them by stubs.test.ts, which installs what the requirements pin', () => {
  expect(read('./requirements-new.txt')).toMatch(/^${distribution}==\\d/im);
});
`,
  };
};

export const TEMPLATES: Readonly<Record<string, Template>> = { rule, probe, stub, report };
