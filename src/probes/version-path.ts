/** Probe: the path of the operation below another version of the API, without a credential. */
import type { Probe } from '../model/probe.ts';

export const probe: Probe = {
  id: 'version-path',
  title: 'the path of another version, without a token',
  why: 'Whoever asks for /api/v1/orders/ where /api/v2/orders/ is guarded and documented: finds older mounts that were forgotten when the gate was built.',
  sends: { place: 'none', material: 'none', changes: 'version' },
  needs: [],
  safety: 'passive',
  secure: 'rejects',
  required: false,
  cannot: {
    promised: 'the paths that the document lists are operations of their own',
    predicted: 'the routes that the source knows are operations of their own',
  },
  references: ['R15', 'CWE-288', 'OWASP API9:2023'],
};
