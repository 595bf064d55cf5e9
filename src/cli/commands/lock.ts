/** `unlatched lock`: declared, so that its name is taken; the work comes in a later release. */
import { UsageError } from '../../model/errors.ts';
import type { CommandFunction } from '../run.ts';

export const lock: CommandFunction = async () => {
  throw new UsageError('command-later', 'lock comes in a later release; `unlatched routes --format json` says who may call what');
};
