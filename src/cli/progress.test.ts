import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Progress, type ProgressOptions } from './progress.ts';
import { Streams } from './streams.ts';

/** What stands on stderr after a short run. */
function drawn(options: Partial<ProgressOptions>, terminal: boolean): string {
  const stderr = Object.assign(new PassThrough(), { isTTY: terminal, columns: 40 });
  const streams = new Streams(new PassThrough() as never, stderr as never);
  const progress = new Progress(streams, { progress: 'auto', quiet: false, verbose: false, ...options });
  progress.emit({ type: 'phase', witness: 'predicted', text: 'reading a long path that will not fit into the line' });
  progress.emit({ type: 'progress', witness: 'predicted', done: 3, total: 3 });
  progress.emit({ type: 'note', text: 'the canary\nheld' });
  progress.done();
  return String(stderr.read() ?? '');
}

describe('progress', () => {
  it('is one rewritten line on a terminal that is taken away for notes and results', () => {
    const lines = drawn({}, true).split('\r\u001b[K');
    expect(lines.every((line) => line.split('\n')[0]!.length < 40)).toBe(true);
    expect(lines.at(-1)).toBe('unlatched: the canary held\n');
  });

  it('is silent in a pipe but for notes, and for them too with --quiet', () => {
    expect(drawn({}, false)).toBe('unlatched: the canary held\n');
    expect(drawn({ quiet: true }, true)).toBe('');
    expect(drawn({ progress: 'never' }, true)).toBe('unlatched: the canary held\n');
  });

  it('is drawn in a pipe with always, and its phases are lines with --verbose', () => {
    expect(drawn({ progress: 'always' }, false)).toContain('\r\u001b[K');
    expect(drawn({ verbose: true }, false)).toContain('unlatched: predicted  reading a long path');
  });
});
