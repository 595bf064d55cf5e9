/** How the server of a run may be asked. */
import type { ScanOptions } from '../config/options.ts';
import type { ServerAccess } from '../model/witness.ts';

export function accessOf({ url, headers, rate, timeout, allowHosts, ca, proxy, signal }: ScanOptions): ServerAccess {
  return { url: url!, headers, rate, timeout, allowHosts, ca, proxy: proxy?.reveal() ?? null, signal };
}
