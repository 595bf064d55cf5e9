/** A scan of a served target with its source, as the user ann, that may send requests without effect. */
import { defaultOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { runScan } from '../../src/scan/run.ts';
import type { RunningTarget } from './serve.ts';

export const inertScan = (server: RunningTarget, password: string, more: object = {}): ReturnType<typeof runScan> =>
  runScan(
    {
      ...defaultOptions(server.folder),
      url: server.url,
      timeout: 30,
      login: { operation: '/api/token/', user: new Secret('ann'), password: new Secret(password) },
      allowInertWrites: true,
      ...more,
    },
    () => {},
  );
