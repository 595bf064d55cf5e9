/** An operation is an HTTP method and a path template: the key on which the three witnesses meet. */

/** `*` stands for a view that takes any method (a plain Django function view without a method check). */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS' | 'TRACE' | '*';

export const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/**
 * The join key of an operation: method and path with parameter names dropped,
 * e.g. `operationId('get', '/users/{pk}/')` is `GET /users/{}/`.
 */
export function operationId(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replace(/\{[^{}]*\}/g, '{}')}`;
}

/** What a user typed for an operation: `METHOD /path/`, where the path may hold `{id}`, `{}`, `<int:pk>` or a concrete value. */
export interface OperationPattern {
  readonly method: string;
  readonly segments: readonly string[];
}

/**
 * Parses an OPERATION argument (contract section 1). The final slash does not matter, `*` is any method.
 * Returns null when the text is not `METHOD /path`.
 */
export function parseOperationPattern(text: string): OperationPattern | null {
  const match = /^\s*([A-Za-z]+|\*)\s+(\/\S*)\s*$/.exec(text);
  if (!match) return null;
  const path = match[2]!.replace(/<[^<>]*>/g, '{}').replace(/\{[^{}]*\}/g, '{}');
  return { method: match[1]!.toUpperCase(), segments: segmentsOf(path) };
}

/** True when the operation is the one meant: a template parameter matches any concrete segment, and the reverse. */
export function matchesOperation(pattern: OperationPattern, method: string, path: string): boolean {
  if (pattern.method !== '*' && method !== '*' && pattern.method !== method.toUpperCase()) return false;
  const segments = segmentsOf(path.replace(/\{[^{}]*\}/g, '{}'));
  if (segments.length !== pattern.segments.length) return false;
  return segments.every((segment, index) => {
    const wanted = pattern.segments[index]!;
    return segment === wanted || segment.includes('{}') || wanted === '{}';
  });
}

function segmentsOf(path: string): string[] {
  return path.replace(/\/+$/, '').split('/');
}
