/** How the server of a run may be asked, and where. */
import type { ScanOptions } from '../config/options.ts';
import type { ServerAccess } from '../model/witness.ts';

export function accessOf({ url, headers, rate, timeout, allowHosts, ca, proxy, signal }: ScanOptions): ServerAccess {
  return { url: url!, headers, rate, timeout, allowHosts, ca, proxy: proxy?.reveal() ?? null, signal };
}

/** A path under the URL of the run, which may have a prefix that the path has already; for plans, which send nothing. */
export function plannedUrl(url: string, path: string): string {
  if (!URL.canParse(url)) return `${url}${path}`;
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/+$/, '');
  return `${origin}${path === prefix || path.startsWith(`${prefix}/`) ? '' : prefix}${path}`;
}
