/** The settings module that a Python file names, read without running it. */
import type { Place } from '../model/place.ts';
import type { Reader } from './reader.ts';

export interface SettingsModule {
  readonly module: string;
  readonly place: Place;
}

/** The modules of `os.environ.setdefault("DJANGO_SETTINGS_MODULE", ...)` and `os.environ["DJANGO_SETTINGS_MODULE"] = ...`, in order. */
export function namedInPython(reader: Reader, file: string, variable = 'DJANGO_SETTINGS_MODULE'): SettingsModule[] {
  const text = reader.read(file);
  if (text === null) return [];
  const found: SettingsModule[] = [];
  const statement = new RegExp(`\\b${variable}["']\\s*(?:,|\\]\\s*=(?!=))\\s*(?=([^\\n]*(?:\\n[^\\n)]*)?))`, 'g');
  for (const match of text.matchAll(statement)) {
    const before = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    if (/^\s*#/.test(before)) continue;
    const value = valueIn(match[1]!, match[0].includes('='));
    const name = /^([A-Za-z_]\w*)\s*,?\s*(?:#.*)?$/.exec(value)?.[1];
    const expression = name ? (new RegExp(`^\\s*${name}\\s*=\\s*(.+)$`, 'm').exec(text)?.[1] ?? '') : value;
    // `os.environ.get("X", "config.settings")`: the last constant is the default.
    const module = [...expression.matchAll(/(?<![fF])["']([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)["']/g)].at(-1)?.[1];
    if (module) found.push({ module, place: placeAt(reader, file, text, match.index) });
  }
  return found;
}

/** The text of one value: to the parenthesis that closes the call around it, or to the end of the line of an assignment. */
function valueIn(text: string, assigned: boolean): string {
  let depth = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quote) quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')' && --depth < 0) return text.slice(0, i);
    else if (c === '\n' && assigned && depth === 0) return text.slice(0, i);
  }
  return text;
}

/** Where in a file a match stands. */
export function placeAt(reader: Reader, file: string, text: string, index: number): Place {
  return { file: reader.display(file), line: text.slice(0, index).split('\n').length };
}
