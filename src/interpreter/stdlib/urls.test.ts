/** `urllib.parse` gives what CPython gives for known text. */
import { describe, expect, it } from 'vitest';
import { createVM } from '../interpreter.ts';
import { installStandardLibrary } from './index.ts';

function evaluated(expression: string): string {
  const text = `from urllib.parse import urlparse, urlsplit\na = ${expression}\n`;
  const vm = createVM({
    find: (name) => (name === 'main' ? { text, file: 'main.py', isPackage: false, own: true } : null),
    missing: () => 'absent',
  });
  installStandardLibrary(vm, { get: () => undefined });
  const main = vm.importModule('main', null);
  if (main.k !== 'module') throw new Error('main is not a module');
  return vm.repr(main.scope.vars.get('a')!);
}

describe('urllib.parse', () => {
  it.each([
    ["urlparse('http://localhost:8000').path", "''"],
    ["urlparse('http://localhost:8000/hc/').path.lstrip('/')", "'hc/'"],
    ["urlparse('HTTPS://u:p%40@Host.example:8443/a?b=1#c').hostname", "'host.example'"],
    ["urlparse('https://u:p@host:8443/a').port", '8443'],
    ["urlparse('https://u:p@host:8443/a').password", "'p'"],
    ["urlsplit('postgres://h/db?x=1')[2]", "'/db'"],
    ["urlsplit('/just/a/path?q')[1]", "''"],
    ["list(urlparse('mailto:a@b'))", "['mailto', '', 'a@b', '', '', '']"],
  ])('%s', (expression, wanted) => {
    expect(evaluated(expression)).toBe(wanted);
  });
});
