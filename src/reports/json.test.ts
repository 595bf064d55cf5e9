import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ALL_RESULTS, richResult } from '../../test/reports/fixtures.ts';
import { scanDocumentSchema, scanJsonSchema } from '../model/scan-document.ts';
import { report, toScanDocument } from './json.ts';

const OPTIONS = { color: false, width: 80, all: false };

describe('the scan document', () => {
  // Closed: a field that the schema does not name fails here, though readers must tolerate it.
  const validate = new Ajv2020({ allErrors: true }).compile(scanJsonSchema({ closed: true }));

  it.each(Object.entries(ALL_RESULTS))('of the %s result obeys its schema', (_name, build) => {
    const document = JSON.parse(report.render(build(), OPTIONS));
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
    expect(scanDocumentSchema.parse(document)).toEqual(document);
  });

  it('has an open schema for other programs and refuses a wrong document', () => {
    const document = { ...toScanDocument(richResult()), a_field_of_tomorrow: 1 };
    const open = new Ajv2020().compile(scanJsonSchema());
    expect(open(document)).toBe(true);
    expect(validate(document)).toBe(false);
    expect(open({ ...document, exit_code: 'one' })).toBe(false);
  });

  it('shares reasons, keeps their graph and every index within bounds', () => {
    const document = toScanDocument(richResult());
    const texts = document.reasons.map((reason) => JSON.stringify(reason));
    expect(new Set(texts).size).toBe(texts.length);
    const chain = document.reasons.find((reason) => reason.text.startsWith('check_permissions'))!;
    expect(chain.because!.map((index) => document.reasons[index]!.text)[0]).toBe('permission_classes = []');
    const used = document.operations
      .flatMap((each) => Object.values(each.probes))
      .flatMap((cell) => Object.values(cell))
      .flatMap((each) => each.reasons);
    expect(Math.max(...used)).toBeLessThan(document.reasons.length);
  });

  it('survives a reason that rests on itself', () => {
    const loop: { text: string; because: unknown[] } = { text: 'loop', because: [] };
    loop.because.push(loop);
    const rich = richResult();
    const findings = [{ ...rich.findings[0]!, reasons: [loop as never] }];
    expect(toScanDocument({ ...rich, findings }).reasons.filter((reason) => reason.text === 'loop')).toEqual([{ text: 'loop' }]);
  });

  it('leaves absent witnesses out and says why a present one has no answer', () => {
    const document = toScanDocument(ALL_RESULTS['source only']!());
    expect(Object.keys(document.witnesses)).toEqual(['predicted']);
    expect(Object.keys(document.operations[0]!.probes['no-token']!)).toEqual(['predicted']);
    const rich = toScanDocument(richResult());
    const undocumented = rich.operations.find((each) => each.id === 'DELETE /api/invoices/{}/')!;
    expect(undocumented.spec_pointer).toBeNull();
    const created = rich.operations.find((each) => each.id === 'POST /api/patients/')!;
    const observed = created.probes['no-token']!.observed!;
    expect(observed.verdict).toBe('unknown');
    expect(rich.reasons[observed.reasons[0]!]!.text).toBe('not asked');
  });
});
