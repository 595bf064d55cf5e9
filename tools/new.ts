/** `npm run new rule|probe|stub|report NAME`: writes the skeleton of a part and a test that fails until the part is written. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generate } from './generate.ts';
import { TEMPLATES } from './templates.ts';

const [kind = '', name = '', ...rest] = process.argv.slice(2);
const make = TEMPLATES[kind];
const isStub = kind === 'stub';

/** A distribution is named as on the package index; every other name is an id. */
const wellFormed = isStub ? /^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/ : /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

if (!make || rest.length > 0) fail(`usage: npm run new ${Object.keys(TEMPLATES).join('|')} NAME`);
if (!wellFormed.test(name)) fail(`${JSON.stringify(name)} is no ${isStub ? 'distribution name' : 'kebab-case name'}`);

const files = make(name);
const taken = Object.keys(files).find((file) => existsSync(file));
if (taken) fail(`${taken} exists already`);
for (const [file, text] of Object.entries(files)) {
  mkdirSync(dirname(join(process.cwd(), file)), { recursive: true });
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
const { stale } = await generate(process.cwd(), false);
for (const file of stale) console.log(`wrote ${file}`);
const test = Object.keys(files).find((file) => file.endsWith('.test.ts'));
console.log(`next: write the part until \`npm test -- ${test}\` passes`);

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
