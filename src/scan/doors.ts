/** The doors of the three witnesses, loaded only when they are asked. */
import type { EventSink } from '../model/events.ts';
import type { Observation, ObserveRequest, PredictedWitness } from '../model/witness.ts';
import type { DocumentWitness } from '../promised/load-document.ts';

/** What the source witness is asked to load. */
export interface SourceRequest {
  /** PATH as the user typed it. */
  readonly root: string;
  readonly settings?: string;
  readonly pythonPath: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly venv?: string;
  readonly emit: EventSink;
}

export interface Doors {
  loadSource(request: SourceRequest): Promise<PredictedWitness>;
  loadDocument(file: string): Promise<DocumentWitness>;
  observe(request: ObserveRequest): Promise<Observation>;
}

export const DOORS: Doors = {
  async loadSource(request) {
    const { loadSource } = await import('../predicted/index.ts');
    return loadSource(request);
  },
  async loadDocument(file) {
    const { loadDocument } = await import('../promised/load-document.ts');
    return loadDocument(file);
  },
  async observe(request) {
    const { observe } = await import('../observed/observe.ts');
    return observe(request);
  },
};
