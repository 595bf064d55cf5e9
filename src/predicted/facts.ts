/** Source facts for rules, from what was loaded and fired. */
import type { SourceFacts } from '../model/facts.ts';
import type { LoadedDjango } from '../frameworks/django/load.ts';
import type { Project } from '../project/project.ts';
import type { BoundRow } from './bind.ts';
import type { CallLog } from './call-log.ts';
import type { Firing } from './fire.ts';

export interface FactSources {
  readonly django: LoadedDjango;
  readonly rows: readonly BoundRow[];
  readonly firing: Firing;
  readonly calls: CallLog;
  readonly project: Project;
}

export function sourceFacts({ calls, project }: FactSources): SourceFacts {
  return {
    settingsModule: project.settings,
    settingsPlace: project.settingsFrom,
    setting: () => null,
    classesOf: () => [],
    callsOf: (name) => calls.named(name),
    cause: () => null,
    inert: () => null,
    authenticators: [],
    sourceLines: (file) => project.read(file)?.split(/\r\n|\n|\r/) ?? null,
  };
}
