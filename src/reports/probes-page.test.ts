import { describe, expect, it } from 'vitest';
import { PROBES } from '../probes/index.generated.ts';
import { inOrder } from '../probes/shared/in-order.ts';
import { probesMarkdown } from './probes-page.ts';

const page = probesMarkdown(inOrder(PROBES));

describe('the page of the probes', () => {
  it('has a line for every probe', () => {
    for (const probe of PROBES) expect(page).toMatch(new RegExp(`^\\| (\\*\\*)?${probe.id}(\\*\\*)?: `, 'm'));
  });

  it('says why a witness cannot fire one', () => {
    const line = page.split('\n').find((text) => text.startsWith('| inactive-user'));
    expect(line).toContain('| no: the document does not say whose token counts | yes | no: it would need');
  });

  it('says what the server witness must be given', () => {
    const line = page.split('\n').find((text) => text.startsWith('| refresh-as-access'));
    expect(line).toMatch(/with `--refresh-token` \|$/);
  });
});
