/** Runs the import rules and fails when a source file was not looked at: an empty cruise would be a vacuous green. */
import { readdirSync } from 'node:fs';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import configuration from '../.dependency-cruiser.mjs';

/** Modules that must be seen at least, beside every single file of src/. */
const FLOOR = 30;

const { output } = await cruise(
  ['src', 'test', 'tools'].filter((folder) => readdirSync('.').includes(folder)),
  { ruleSet: { forbidden: configuration.forbidden }, validate: true, ...configuration.options },
  {},
  { tsConfig: extractTSConfig('tsconfig.json') },
);

const lines = output.summary.violations.map(({ from, to, rule }) => {
  const why = configuration.forbidden.find(({ name }) => name === rule.name)?.comment;
  return `${from} imports ${to}\n    ${rule.name}: ${why}`;
});
const seen = new Set(output.modules.map(({ source }) => source));
const ours = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => `${entry.parentPath}/${entry.name}`);
for (const file of ours) if (!seen.has(file)) lines.push(`${file} was not looked at by dependency-cruiser`);
if (output.summary.totalCruised < FLOOR) lines.push(`only ${output.summary.totalCruised} modules were looked at, at least ${FLOOR} expected`);

for (const line of lines) console.error(line);
console.log(`${output.summary.totalCruised} modules, ${output.summary.totalDependenciesCruised} imports`);
process.exitCode = lines.length > 0 ? 1 : 0;
