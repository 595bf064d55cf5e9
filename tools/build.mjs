/**
 * Makes `dist/` from `src/`: one file with everything that runs, so that a start reads one file and not four hundred, and the
 * licences of the libraries in it. Types are not checked: `npm test` does that. Used by `bin/unlatched` in a clone, and by `npm pack`.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** Modules of Node that take milliseconds to load and that most runs do not use: loaded when something of them is asked for. */
const LARGE = ['child_process', 'crypto', 'dns', 'http', 'https', 'net', 'tls', 'zlib'];
const largeWhenNeeded = {
  name: 'large modules of Node when needed',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      namespace !== 'when-needed' && LARGE.includes(path.slice('node:'.length)) ? { path, namespace: 'when-needed' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'when-needed' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter((name) => name !== 'default');
      const getters = names.map((name) => `  get ${name}() { return require('${path}').${name}; },`);
      return { contents: `module.exports = {\n${getters.join('\n')}\n};`, resolveDir: root };
    });
  },
};

rmSync(dist, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/unlatched.cjs',
  bundle: true,
  // A start reads the file whole.
  minifyWhitespace: true,
  platform: 'node',
  target: 'node20',
  // A script and no module: only of those V8 keeps compiled code (bin/start.cjs).
  format: 'cjs',
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  // Most runs never need it, and it is as large as everything else.
  external: ['py-ast'],
  plugins: [largeWhenNeeded],
  metafile: true,
  logLevel: 'silent',
}).catch((error) => {
  const [first] = error.errors ?? [];
  const at = first?.location ? `${first.location.file}:${first.location.line}: ` : '';
  process.stderr.write(`${at}${first?.text ?? error.message}\n`);
  process.exit(1);
});
// In ASCII a start reads half as many bytes, and decodes none. The escapes mean the same in strings, templates and regular expressions.
const bundle = join(dist, 'unlatched.cjs');
const text = readFileSync(bundle, 'utf8');
writeFileSync(bundle, text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`));
writeFileSync(join(dist, 'LICENSES.txt'), licences(Object.keys(metafile.inputs)));

/** The licence texts of the packages that the bundle was made of. */
function licences(inputs) {
  const folders = new Set(inputs.flatMap((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const path = join(root, folder);
    const file = readdirSync(path).find((name) => /^licen[cs]e/i.test(name));
    if (!file) throw new Error(`${folder} has no licence file`);
    return `${relative('node_modules', folder)}\n\n${readFileSync(join(path, file), 'utf8').trim()}\n`;
  });
  return `Libraries that dist/unlatched.cjs contains, and their licences\n\n${texts.join(`\n${'-'.repeat(72)}\n`)}`;
}
