/** Operation patterns of the configuration: `METHOD /path/` with `*` and `**` as wildcards. */

export interface OperationGlob {
  readonly text: string;
  readonly method: string;
  readonly segments: readonly string[];
}

/**
 * Parses a pattern such as `GET /api/patients/**`. Parameters may be written `{id}`, `{}` or `<int:pk>`; the final slash does not matter.
 * Returns null when the text is not `METHOD /path`.
 */
export function parseOperationGlob(text: string): OperationGlob | null {
  const match = /^\s*([A-Za-z]+|\*)\s+(\/\S*)\s*$/.exec(text);
  if (!match) return null;
  return { text, method: match[1]!.toUpperCase(), segments: segmentsOf(match[2]!) };
}

/** True when the pattern means the operation. `*` stands for any text inside one segment, `**` for any number of segments. */
export function matchesGlob(glob: OperationGlob, method: string, path: string): boolean {
  if (glob.method !== '*' && method !== '*' && glob.method !== method.toUpperCase()) return false;
  return matchSegments(glob.segments, segmentsOf(path));
}

function segmentsOf(path: string): string[] {
  const plain = path.replace(/<[^<>]*>/g, '{}').replace(/\{[^{}]*\}/g, '{}');
  return plain.replace(/\/+$/, '').split('/');
}

/** Dynamic programming over both lists, so that a hostile pattern with many `**` stays linear in their product. */
function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  let reachable = new Set([0]);
  for (const segment of pattern) {
    const next = new Set<number>();
    for (const at of reachable) {
      if (segment === '**') for (let index = at; index <= path.length; index++) next.add(index);
      else if (at < path.length && matchSegment(segment, path[at]!)) next.add(at + 1);
    }
    reachable = next;
  }
  return reachable.has(path.length);
}

function matchSegment(pattern: string, segment: string): boolean {
  if (pattern === segment || pattern === '*' || pattern === '{}' || segment === '{}') return true;
  if (!pattern.includes('*')) return false;
  const parts = pattern.split('*');
  const first = parts[0]!;
  const last = parts.at(-1)!;
  if (!segment.startsWith(first) || !segment.endsWith(last) || segment.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = segment.indexOf(part, at);
    if (found < 0 || found + part.length > segment.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
