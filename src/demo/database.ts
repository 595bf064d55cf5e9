/** The seeded database of the demo: made once for each state of the project, kept in the user's cache with its log-ins. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, hashFiles } from './cache.ts';
import { projectFiles } from './project.ts';
import { lastLine, runPython } from './run-python.ts';

/** What the seed gave to the users of the clinic; made up afresh for each database. */
export interface Logins {
  readonly username: string;
  readonly password: string;
  readonly apiToken: string;
  readonly deviceKey: string;
}

export interface SeededDatabase {
  readonly file: string;
  readonly logins: Logins;
}

const DATABASE = 'clinic.sqlite3';
const LOGINS = 'logins.json';

/**
 * Returns the database of the project in `folder`, migrated and seeded; callers copy it before they serve it.
 * @param project a copy of the project, from which its manage.py is run
 * @throws Error when the project's own commands fail, which no user can mend
 */
export async function ensureDatabase(python: string, folder: string, project: string, signal: AbortSignal): Promise<SeededDatabase> {
  const name = `demo-data-${hashFiles(folder, projectFiles(folder))}`;
  const usable = (cache: string) => existsSync(join(cache, DATABASE)) && existsSync(join(cache, LOGINS));
  const cache = await cached(name, usable, async (part) => {
    const logins: Logins = {
      username: 'reception',
      password: randomBytes(12).toString('hex'),
      apiToken: randomBytes(20).toString('hex'),
      deviceKey: randomBytes(20).toString('hex'),
    };
    const env = { CLINIC_DATABASE: join(part, DATABASE), CLINIC_SECRET_KEY: randomBytes(32).toString('hex') };
    const manage = async (...args: string[]) => {
      const result = await runPython({ python, args: ['manage.py', ...args], cwd: project, env, signal });
      if (result.code !== 0) throw new Error(`the demo's "manage.py ${args[0]}" failed: ${lastLine(result.stderr)}`);
    };
    await manage('migrate', '--verbosity', '0');
    await manage('seed', '--password', logins.password, '--api-token', logins.apiToken, '--device-key', logins.deviceKey);
    writeFileSync(join(part, LOGINS), JSON.stringify(logins), { mode: 0o600 });
  });
  return { file: join(cache, DATABASE), logins: JSON.parse(readFileSync(join(cache, LOGINS), 'utf8')) as Logins };
}
