/** `unlatched schema`: prints a JSON Schema of the package. */
import { readFileSync } from 'node:fs';
import { UsageError } from '../../model/errors.ts';
import { ownFile } from '../../model/own-package.ts';
import type { CommandFunction } from '../run.ts';

const NAMES = ['scan', 'routes', 'config'];

export const schema: CommandFunction = async ({ streams }, [name = '']) => {
  if (!NAMES.includes(name)) throw new UsageError('schema-unknown', `no schema ${JSON.stringify(name)}; there are ${NAMES.join(', ')}`);
  streams.write(readFileSync(ownFile('schemas', `${name}.json`), 'utf8'));
  return 0;
};
