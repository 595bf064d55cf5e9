/** Fix: a default permission in the settings, for the views that name none. */
import type { Fix } from '../model/fix.ts';
import type { Node } from '../python/syntax.ts';
import { PythonText } from './shared/python-text.ts';

const KEY = 'DEFAULT_PERMISSION_CLASSES';
const VALUE = 'rest_framework.permissions.IsAuthenticated';

export const fix: Fix = {
  id: 'default-permission',
  rules: ['no-default-permission'],
  propose({ settingPlace, read }) {
    const place = settingPlace('REST_FRAMEWORK');
    const source = place ? PythonText.open(place.file, read) : null;
    const assignment = source?.at({ file: source.file, line: place!.line }).find(isSetting);
    if (!source || !assignment) return [];
    const dict = assignment.value as Node;
    const entry = (dict.keys as (Node | null)[]).findIndex((key) => key?.nodeType === 'Constant' && key.value === KEY);
    const edit = entry >= 0 ? replaceEntry(source, (dict.values as Node[])[entry]!) : addEntry(source, dict);
    return edit ? [{ summary: `set ${KEY} to IsAuthenticated`, edits: [edit] }] : [];
  },
};

function isSetting(node: Node): boolean {
  return (
    node.nodeType === 'Assign' &&
    (node.targets as Node[]).some((target) => target.nodeType === 'Name' && target.id === 'REST_FRAMEWORK') &&
    (node.value as Node).nodeType === 'Dict'
  );
}

function replaceEntry(source: PythonText, value: Node) {
  if (value.nodeType !== 'List' && value.nodeType !== 'Tuple') return null;
  const { start, end } = source.span(value);
  return { file: source.file, start, end, text: `[${quoted(source, VALUE)}]` };
}

/** As the last entry, in the layout that the dictionary has. */
function addEntry(source: PythonText, dict: Node) {
  const { start, end } = source.span(dict);
  const close = end - 1;
  const entry = `${quoted(source, KEY)}: [${quoted(source, VALUE)}]`;
  const values = dict.values as Node[];
  const last = values.at(-1);
  if (!last) return { file: source.file, start: start + 1, end: close, text: entry };
  const behind = source.span(last).end;
  const tail = source.text.slice(behind, close);
  const hasComma = tail.trimStart().startsWith(',');
  if (!tail.includes('\n')) {
    const at = hasComma ? behind + tail.indexOf(',') + 1 : behind;
    return { file: source.file, start: at, end: at, text: `${hasComma ? '' : ','} ${entry}` };
  }
  // A comment behind the last entry stays where it is.
  if (!hasComma) {
    const { indent } = source.lineOf(keyOf(dict, last));
    return { file: source.file, start: behind, end: behind, text: `,${source.eol}${indent}${entry}` };
  }
  const { indent } = source.lineOf(keyOf(dict, last));
  const lineStart = source.text.lastIndexOf('\n', close) + 1;
  return { file: source.file, start: lineStart, end: lineStart, text: `${indent}${entry},${source.eol}` };
}

function keyOf(dict: Node, value: Node): Node {
  const index = (dict.values as Node[]).indexOf(value);
  return (dict.keys as (Node | null)[])[index] ?? value;
}

/** With the quotation marks that the file uses. */
function quoted(source: PythonText, text: string): string {
  const double = source.text.split('"').length >= source.text.split("'").length;
  return double ? `"${text}"` : `'${text}'`;
}
