/** What the configuration says about operations: open on purpose, sensitive, throttled in front of Django. */
import type { ScanOptions } from '../config/options.ts';
import type { Intent } from '../matrix/intended-public.ts';
import { matchesGlob, type OperationGlob, parseOperationGlob } from '../matrix/operation-glob.ts';
import type { Matrix } from '../model/matrix.ts';
import type { Problem } from '../model/problem.ts';

/** Parses the patterns; a malformed one is a problem and means nothing. */
export function readIntent(options: ScanOptions): { readonly intent: Intent; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const publicOnes: { glob: OperationGlob; reason: string }[] = [];
  for (const { operation, reason, place } of options.public) {
    const glob = parseOperationGlob(operation);
    if (!glob) problems.push({ severity: 'warning', text: `public: ${operation} is not METHOD /path; the entry means nothing`, place });
    else if (reason.trim() === '')
      problems.push({ severity: 'warning', text: `public: ${operation} has no reason; the entry means nothing`, place });
    else publicOnes.push({ glob, reason });
  }
  const globs = (option: string, texts: readonly string[]): readonly OperationGlob[] =>
    texts.flatMap((text) => {
      const glob = parseOperationGlob(text);
      if (!glob) problems.push({ severity: 'warning', text: `${option}: ${text} is not METHOD /path; it means nothing` });
      return glob ?? [];
    });
  const sensitive = globs('sensitive', options.sensitive);
  const proxyThrottle = globs('proxy-throttle', options.proxyThrottle);
  return { intent: { public: publicOnes, sensitive, proxyThrottle }, problems };
}

/** Entries that no operation answers to: they would cover a later one without anybody noticing. */
export function unusedIntent(options: ScanOptions, matrix: Matrix): readonly Problem[] {
  const unused = (text: string): boolean => {
    const glob = parseOperationGlob(text);
    return glob !== null && !matrix.rows.some((row) => matchesGlob(glob, row.method, row.path));
  };
  const unusedIn = (option: string, texts: readonly string[]): readonly Problem[] =>
    texts
      .filter((text) => unused(text))
      .map((text): Problem => ({ severity: 'warning', text: `${option}: no operation is ${text}; remove it` }));
  return [
    ...options.public
      .filter(({ operation }) => unused(operation))
      .map(
        ({ operation, place }): Problem => ({ severity: 'warning', text: `public: no operation is ${operation}; remove the entry`, place }),
      ),
    ...unusedIn('sensitive', options.sensitive),
    ...unusedIn('proxy-throttle', options.proxyThrottle),
  ];
}
