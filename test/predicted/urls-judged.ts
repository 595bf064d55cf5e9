/** The verdicts of a project that is one page of URLs and views. */

import type { Probe } from '../../src/model/probe.ts';
import { loadSource } from '../../src/predicted/index.ts';
import { folderWith, managePy } from '../support/folder.ts';

/** @returns `/path/ verdict` of each operation, in the order of the routes */
export function urlsJudged(probe: Probe, settings: string, urls: string, django = '5.2.8'): readonly string[] {
  const witness = loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': `Django==${django}\n`,
      'config/__init__.py': '',
      'config/settings.py': settings,
      'config/urls.py': urls,
    }),
  });
  return witness.operations.map((operation) => `${operation.path} ${witness.judge(operation, probe).verdict}`);
}
