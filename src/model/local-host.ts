/** Addresses that lead to nobody else: told by how they are written, without asking anybody. */

/** @returns the host of an absolute URL, in lower case; empty when there is none */
export function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:[^@/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}

/** Loopback, private and link-local addresses, names that only a machine itself or its network knows, and templates. */
export function isLocalHost(host: string): boolean {
  if (host === '' || host.includes('{') || !/[.:]/.test(host)) return true;
  if (/\.(localhost|local|internal|test|example|invalid|lan|home|localdomain)$/.test(host) || /(^|\.)example\.(com|net|org)$/.test(host))
    return true;
  return /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|0\.0\.0\.0$|\[::1?\]$|\[f[cde])/.test(host);
}
