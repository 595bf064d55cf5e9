/** Parses TOML to plain values and remembers where each key stands, so that a wrong but valid key can be named with its line. */
import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { UsageError } from '../model/errors.ts';

export type TomlPath = readonly (string | number)[];
export type TomlValue = string | number | boolean | TomlValue[] | { [key: string]: TomlValue };

export interface TomlDocument {
  readonly value: { [key: string]: TomlValue };
  /** 1-based line and column of a key or item; of the nearest parent when the path itself is not there. */
  positionOf(path: TomlPath): { readonly line: number; readonly column: number };
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * @param file as it is printed in messages
 * @throws UsageError with file and line when the text is not TOML
 */
export function readToml(text: string, file: string): TomlDocument {
  let program: AST.TOMLProgram;
  try {
    program = parseTOML(text, { tomlVersion: '1.0' });
  } catch (error) {
    if (error instanceof ParseError) {
      throw new UsageError('config-syntax', `${file}:${error.lineNumber}:${error.column + 1}: not valid TOML: ${error.message}`);
    }
    throw error;
  }
  const positions = new Map<string, Position>();
  const root: { [key: string]: TomlValue } = Object.create(null);
  const mark = (path: TomlPath, node: { loc: AST.SourceLocation }) => {
    const key = JSON.stringify(path);
    if (!positions.has(key)) positions.set(key, { line: node.loc.start.line, column: node.loc.start.column + 1 });
  };

  for (const node of program.body[0].body) {
    if (node.type === 'TOMLTable') {
      markKeys(node.key, node.resolvedKey, mark);
      for (const inner of node.body) assign(root, node.resolvedKey, inner, mark);
      // A table without keys exists all the same.
      descend(root, node.resolvedKey);
    } else {
      assign(root, [], node, mark);
    }
  }
  return {
    value: root,
    positionOf(path) {
      for (let length = path.length; length > 0; length--) {
        const position = positions.get(JSON.stringify(path.slice(0, length)));
        if (position) return position;
      }
      return { line: 1, column: 1 };
    },
  };
}

type Mark = (path: TomlPath, node: { loc: AST.SourceLocation }) => void;

function keyNames(key: AST.TOMLKey): string[] {
  return key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value));
}

/** Marks each part of a table's header; indexes of arrays of tables stand between the names. */
function markKeys(key: AST.TOMLKey, resolved: TomlPath, mark: Mark): void {
  let part = 0;
  for (let length = 1; length <= resolved.length; length++) {
    mark(resolved.slice(0, length), key.keys[Math.min(part, key.keys.length - 1)]!);
    if (typeof resolved[length - 1] === 'string') part += 1;
  }
}

function assign(root: { [key: string]: TomlValue }, prefix: TomlPath, node: AST.TOMLKeyValue, mark: Mark): void {
  const names = keyNames(node.key);
  const path = [...prefix, ...names];
  for (const [index, part] of node.key.keys.entries()) mark([...prefix, ...names.slice(0, index + 1)], part);
  const target = descend(root, path.slice(0, -1)) as { [key: string]: TomlValue };
  target[names.at(-1)!] = plain(node.value, path, mark);
}

/** The container at a path, made where it is missing. */
function descend(root: { [key: string]: TomlValue }, path: TomlPath): TomlValue {
  let current: TomlValue = root;
  for (const [index, part] of path.entries()) {
    const container = current as { [key: string | number]: TomlValue };
    container[part] ??= typeof path[index + 1] === 'number' ? [] : (Object.create(null) as { [key: string]: TomlValue });
    current = container[part]!;
  }
  return current;
}

function plain(node: AST.TOMLContentNode, path: TomlPath, mark: Mark): TomlValue {
  if (node.type === 'TOMLArray') {
    return node.elements.map((element, index) => {
      mark([...path, index], element);
      return plain(element, [...path, index], mark);
    });
  }
  if (node.type === 'TOMLInlineTable') {
    const table: { [key: string]: TomlValue } = Object.create(null);
    for (const inner of node.body) {
      const names = keyNames(inner.key);
      for (const [index, part] of inner.key.keys.entries()) mark([...path, ...names.slice(0, index + 1)], part);
      const target = descend(table, names.slice(0, -1)) as { [key: string]: TomlValue };
      target[names.at(-1)!] = plain(inner.value, [...path, ...names], mark);
    }
    return table;
  }
  // Dates stay text: only days matter here, and a Date would shift them by the time zone.
  if ('datetime' in node) return node.datetime.slice(0, 10);
  return node.value;
}
