/** The three witnesses of a scan in words: who they were, or how to add them. */
import { formatPlace } from '../../model/place.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import { count, tokenEverWorked } from './outcome.ts';

export interface WitnessLine {
  readonly label: 'source' | 'document' | 'server';
  readonly text: string;
  readonly present: boolean;
}

export function witnessLines(result: ScanResult): readonly WitnessLine[] {
  const { promised, predicted, observed } = result.witnesses;
  const versions = [predicted?.django && `Django ${predicted.django}`, predicted?.drf && `DRF ${predicted.drf}`].filter(Boolean).join(', ');
  return [
    predicted
      ? {
          label: 'source',
          present: true,
          text: `${predicted.settings}${predicted.settingsFrom ? ` (from ${formatPlace(predicted.settingsFrom)})` : ''}${versions ? `, ${versions}` : ''}`,
        }
      : { label: 'source', present: false, text: 'not read (name the directory of manage.py)' },
    promised
      ? {
          label: 'document',
          present: true,
          text: `${promised.document} (${promised.derivedFrom ? `derived by ${promised.derivedFrom}` : 'hand-written'})`,
        }
      : { label: 'document', present: false, text: 'not read (add --spec openapi.yaml)' },
    observed
      ? {
          label: 'server',
          present: true,
          text: `${observed.url}, ${count(observed.requests, 'request')}, ${canaryWords(observed.canary, tokenEverWorked(result))}`,
        }
      : { label: 'server', present: false, text: 'not asked (add --url http://127.0.0.1:8000)' },
  ];
}

function canaryWords(canary: 'held' | 'failed' | 'none', everWorked: boolean): string {
  if (canary === 'held') return 'the valid token held';
  if (canary === 'none') return 'no valid token was given';
  return everWorked ? 'THE VALID TOKEN STOPPED WORKING' : 'THE VALID TOKEN DID NOT WORK';
}
