/** The configuration for commands that send nothing: secrets and the server's options of the file are not even read. */
import type { Config } from '../config/find-config.ts';
import { OPTIONS } from '../config/option-table.ts';

export function withoutServer(config: Config | null): Config | null {
  if (!config) return null;
  const server = new Set(OPTIONS.filter(({ group, name }) => group === 'Server' && name !== 'param').map(({ name }) => name));
  return { ...config, values: Object.fromEntries(Object.entries(config.values).filter(([name]) => !server.has(name))) };
}
