/** Fix: a JWT that is only decoded is verified. */
import type { Fix, Proposal, TextEdit } from '../model/fix.ts';
import type { Node } from '../python/syntax.ts';
import { importName } from './shared/imports.ts';
import { dottedName, PythonText } from './shared/python-text.ts';

interface Keyword {
  readonly arg: string | null;
  readonly value: Node;
}

export const fix: Fix = {
  id: 'verify-signature',
  rules: ['unverified-jwt'],
  propose({ place, read, settingPlace }) {
    const source = place ? PythonText.open(place.file, read) : null;
    const call = source?.find('Call').find((node) => isDecode(node) && isUnverified(node) && covers(source, node, place!));
    if (!source || !call) return [];
    const keywords = call.keywords as readonly Keyword[];
    const args = call.args as readonly Node[];
    const keyed = args.length > 1 || keywords.some(({ arg }) => arg === 'key');
    if (keyed && keywords.some(({ arg }) => arg === 'algorithms')) return [proposal(source, call, null, [])];
    return keysFor(source, settingPlace).map(({ key, algorithms, edits, guess }) => ({
      ...proposal(source, call, { key: keyed ? null : key, algorithms }, edits),
      ...(guess ? { guess } : {}),
    }));
  },
};

function covers(source: PythonText, call: Node, place: { line: number; column?: number }): boolean {
  return (
    (call.lineno <= place.line && place.line <= (call.end_lineno ?? call.lineno)) ||
    source.at({ file: source.file, ...place }).includes(call)
  );
}

function isDecode(node: Node): boolean {
  const name = dottedName(node.func as Node);
  return name === 'jwt.decode' || name === 'decode';
}

function isUnverified(node: Node): boolean {
  const options = (node.keywords as readonly Keyword[]).find(({ arg }) => arg === 'options')?.value;
  if (options?.nodeType !== 'Dict') return false;
  return (options.keys as (Node | null)[]).some(
    (key, index) => key?.nodeType === 'Constant' && key.value === 'verify_signature' && (options.values as Node[])[index]?.value === false,
  );
}

interface Key {
  readonly key: string;
  readonly algorithms: string;
  readonly edits: readonly TextEdit[];
  readonly guess?: true;
}

/** What to verify with: what the file does elsewhere, then what SimpleJWT signs with, then Django's own key. */
function keysFor(source: PythonText, settingPlace: (name: string) => unknown): readonly Key[] {
  const known: Key[] = [];
  for (const call of source.find('Call').filter((node) => isDecode(node) && !isUnverified(node))) {
    const keywords = call.keywords as readonly Keyword[];
    const key = (call.args as Node[])[1] ?? keywords.find(({ arg }) => arg === 'key')?.value;
    const algorithms = keywords.find(({ arg }) => arg === 'algorithms')?.value;
    if (key && algorithms) known.push({ key: source.textOf(key), algorithms: source.textOf(algorithms), edits: [] });
  }
  if (known.length > 0) return known.slice(0, 1);
  const settings = importName(source, 'django.conf', 'settings');
  if (!settings) return [];
  const quote = source.text.split('"').length >= source.text.split("'").length ? '"' : "'";
  const algorithms = `[${quote}HS256${quote}]`;
  const { edits } = settings;
  const own: Key = { key: `${settings.name}.SECRET_KEY`, algorithms, edits, guess: true };
  if (settingPlace('SIMPLE_JWT') === null) return [own];
  return [{ key: `${settings.name}.SIMPLE_JWT[${quote}SIGNING_KEY${quote}]`, algorithms, edits, guess: true }, own];
}

function proposal(
  source: PythonText,
  call: Node,
  add: { key: string | null; algorithms: string } | null,
  imports: readonly TextEdit[],
): Proposal {
  const keywords = call.keywords as readonly Keyword[];
  const options = keywords.find(({ arg }) => arg === 'options')!;
  const parts = [
    ...(call.args as Node[]).map((node) => source.textOf(node)),
    ...(add?.key ? [add.key] : []),
    ...keywords
      .filter((keyword) => keyword !== options && (add === null || keyword.arg !== 'algorithms'))
      .map(({ arg, value }) => (arg === null ? `**${source.textOf(value)}` : `${arg}=${source.textOf(value)}`)),
    ...(add ? [`algorithms=${add.algorithms}`] : []),
    ...remaining(source, options.value),
  ];
  const { start, end } = source.span(call);
  const text = `${source.textOf(call.func as Node)}(${parts.join(', ')})`;
  return { summary: 'verify the signature of the token', edits: [...imports, { file: source.file, start, end, text }] };
}

/** The options without the one that turns the check off. */
function remaining(source: PythonText, options: Node): readonly string[] {
  const keys = options.keys as (Node | null)[];
  const kept = keys.flatMap((key, index) => {
    if (key?.nodeType === 'Constant' && key.value === 'verify_signature') return [];
    const value = source.textOf((options.values as Node[])[index]!);
    return key === null ? [`**${value}`] : [`${source.textOf(key)}: ${value}`];
  });
  return kept.length === 0 ? [] : [`options={${kept.join(', ')}}`];
}
