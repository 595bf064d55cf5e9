/** `unlatched fix`: declared, so that its name is taken; the work comes in a later release. */
import { UsageError } from '../../model/errors.ts';
import type { CommandFunction } from '../run.ts';

export const fix: CommandFunction = async () => {
  throw new UsageError('command-later', 'fix comes in a later release; `unlatched explain` says what to change');
};
