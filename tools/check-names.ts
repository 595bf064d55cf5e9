/** Checks that the name of a file is the id of the part in it, and that names are kebab-case. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { idsIn, PARTS } from './generate.ts';

/** Returns one line for each file whose name is wrong. */
export async function wrongNames(root: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const { folder, name } of PARTS) {
    for (const id of idsIn(root, folder, name)) {
      const file = `src/${folder}/${id}.ts`;
      const part = ((await import(pathToFileURL(join(root, file)).href)) as Record<string, { id?: string }>)[name];
      if (part?.id !== id) wrong.push(`${file}: the id of its ${name} is ${JSON.stringify(part?.id)}, the file name says "${id}"`);
    }
  }
  for (const top of ['src', 'tools', 'test', 'bench']) {
    if (!existsSync(join(root, top))) continue;
    for (const file of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })) {
      const base = file.split(/[\\/]/).at(-1)!;
      if (base.endsWith('.ts') && !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|generated|config))?\.ts$/.test(base)) {
        wrong.push(`${top}/${file}: file names are kebab-case`);
      }
    }
  }
  return wrong;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const wrong = await wrongNames(process.cwd());
  for (const line of wrong) console.log(line);
  if (wrong.length > 0) process.exitCode = 1;
}
