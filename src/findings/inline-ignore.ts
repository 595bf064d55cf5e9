/** `# unlatched: ignore[rule-a, rule-b] reason` in Python source: finds and reads the comments. */
import type { Problem } from '../model/problem.ts';

export interface InlineIgnore {
  readonly file: string;
  /** The line of the comment. */
  readonly line: number;
  /** Alone on its line: then it speaks of the next one. */
  readonly alone: boolean;
  readonly rules: readonly string[];
  readonly reason: string;
  /** `YYYY-MM-DD`, the last day on which it holds. */
  readonly until: string | null;
}

const COMMENT = /#[ \t]*unlatched[ \t]*:[ \t]*(.*)$/;
const SHAPE = /^ignore\[([^\]]*)\][ \t]*(?:until=(\S+)[ \t]*)?(.*)$/;
const FORM = '# unlatched: ignore[rule-id] reason';

/** Reads all such comments of a file. Malformed ones are problems, and suppress nothing. */
export function readInlineIgnores(
  file: string,
  lines: readonly string[],
  knownRules: ReadonlySet<string>,
): { readonly ignores: readonly InlineIgnore[]; readonly problems: readonly Problem[] } {
  const ignores: InlineIgnore[] = [];
  const problems: Problem[] = [];
  for (const [index, text] of lines.entries()) {
    // Most lines hold no comment of ours: the cheap test comes first.
    if (!text.includes('unlatched')) continue;
    const comment = COMMENT.exec(text);
    if (!comment) continue;
    const place = { file, line: index + 1 };
    const complain = (what: string): void => {
      problems.push({ severity: 'warning', text: `${what}; write ${FORM}`, place });
    };
    const shape = SHAPE.exec(comment[1]!.trim());
    if (!shape) {
      complain('this comment suppresses nothing: it is malformed');
      continue;
    }
    const rules = shape[1]!.split(',').map((rule) => rule.trim());
    const unknown = rules.find((rule) => !knownRules.has(rule));
    const until = shape[2] ?? null;
    const reason = shape[3]!.trim();
    if (unknown !== undefined)
      complain(unknown === '' ? 'this comment names no rule' : `this comment names an unknown rule (${unknown.slice(0, 60)})`);
    else if (until !== null && !isDate(until)) complain(`until=${until.slice(0, 30)} is no date (YYYY-MM-DD)`);
    else if (reason === '') complain('this comment gives no reason, so it suppresses nothing');
    else ignores.push({ file, line: index + 1, alone: text.slice(0, comment.index).trim() === '', rules, reason, until });
  }
  return { ignores, problems };
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
