/** The origin guard: which server may be asked, resolved once and pinned, so that no later answer or DNS change leads elsewhere. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { UsageError } from '../model/errors.ts';

/** The one server of a run. Every request goes to `address`, whatever the name resolves to later. */
export interface Origin {
  readonly protocol: 'http:' | 'https:';
  readonly hostname: string;
  readonly port: number;
  readonly address: string;
  readonly family: 4 | 6;
  /** `host` or `host:port` as it stands in the Host header. */
  readonly host: string;
  /** Path prefix without a final slash, e.g. `/backend`; empty for none. */
  readonly prefix: string;
  /** `http://host:port`, without the prefix. */
  readonly origin: string;
}

/** Link-local, cloud metadata, multicast and other ranges that no API of a user's lives in (RFC 3927, 4291, 5771, 6890). */
const REFUSED = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['100.100.100.200', 32],
  ['192.0.0.192', 32],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  REFUSED.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  ['fd00:ec2::', 32],
] as const)
  REFUSED.addSubnet(net, bits, 'ipv6');

/** Loopback and private ranges (RFC 1918, 4193, 1122): allowed without being named. */
const LOCAL = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  LOCAL.addSubnet(net, bits, 'ipv4');
LOCAL.addAddress('::1', 'ipv6');
LOCAL.addSubnet('fc00::', 7, 'ipv6');

/** Says in which of three classes an IP address is; IPv4 inside IPv6 (RFC 4291 section 2.5.5.2) counts as IPv4. */
export function addressClass(address: string): 'refused' | 'local' | 'public' {
  const plain = unmapped(address);
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
  if (REFUSED.check(plain, family)) return 'refused';
  return LOCAL.check(plain, family) ? 'local' : 'public';
}

/**
 * Checks the URL that the user gave and resolves its host once.
 * @param allowHosts hosts outside loopback and private ranges that the user owns (`name` or `name:port`)
 * @param byProxy whether a proxy asks in our place
 * @throws UsageError for anything but a plain http(s) URL, for refused addresses and for hosts that are not allowed
 */
export async function resolveOrigin(url: string, allowHosts: readonly string[], byProxy = false): Promise<Origin> {
  const parsed = parse(url);
  const hostname = parsed.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const port = parsed.port === '' ? (parsed.protocol === 'https:' ? 443 : 80) : Number(parsed.port);
  const allowed = allowHosts.some((name) => [hostname, parsed.host].includes(name.trim().toLowerCase()));
  // Behind a proxy a name may be known to the proxy alone; then the user must have named the host.
  const found = await addressesOf(hostname).catch((error: unknown) => {
    if (byProxy && allowed) return [{ address: '', family: 4 }];
    throw error;
  });
  for (const { address } of found) {
    if (address !== '' && addressClass(address) === 'refused') {
      const hint = address === '0.0.0.0' || address === '::' ? `; write 127.0.0.1 for a server on this machine` : '';
      throw new UsageError(
        'host-refused',
        `--url: ${hostname} is ${address}, a link-local, metadata or reserved address: never asked${hint}`,
      );
    }
  }
  if (!allowed && found.some(({ address }) => addressClass(address) === 'public')) {
    throw new UsageError(
      'host-not-allowed',
      `--url: ${hostname} is not on this machine or a private network; if it is yours, add --allow-host ${hostname}`,
    );
  }
  // IPv4 first: development servers listen on 127.0.0.1 and `localhost` often resolves to ::1 before it.
  const pinned = found.find((entry) => entry.family === 4) ?? found[0]!;
  return {
    protocol: parsed.protocol as Origin['protocol'],
    hostname,
    port,
    address: pinned.address,
    family: pinned.family === 6 ? 6 : 4,
    host: parsed.host,
    prefix: parsed.pathname.replace(/\/+$/, ''),
    origin: parsed.origin,
  };
}

/** True when `location` (absolute, or relative to `path`) stays with the origin. */
export function sameOrigin(origin: Origin, location: string, path: string): boolean {
  const target = resolveLocation(origin, location, path);
  return target !== null && target.origin === origin.origin;
}

/** The URL that a Location header means, or null when it is none. */
export function resolveLocation(origin: Origin, location: string, path: string): URL | null {
  try {
    return new URL(location, `${origin.origin}${path}`);
  } catch {
    return null;
  }
}

function parse(url: string): URL {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    throw new UsageError('bad-url', '--url: not a URL; write it like http://127.0.0.1:8000');
  }
  // The URL is not repeated where it may hold a password.
  if (parsed.username !== '' || parsed.password !== '') {
    throw new UsageError('bad-url', '--url: must not hold a user name or password; use --token or --header with env:NAME');
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') {
    throw new UsageError('bad-url', `--url: ${parsed.protocol} cannot be asked; only http: and https:`);
  }
  if (parsed.search !== '' || parsed.hash !== '')
    throw new UsageError('bad-url', '--url: write the origin and at most a path prefix, without ? and #');
  return parsed;
}

async function addressesOf(hostname: string): Promise<{ address: string; family: number }[]> {
  const family = isIP(hostname);
  if (family !== 0) return [{ address: hostname, family }];
  try {
    const found = await lookup(hostname, { all: true });
    if (found.length > 0) return found;
  } catch {
    // Told below in one line.
  }
  throw new UsageError('host-unknown', `--url: the host ${hostname} cannot be resolved`);
}

function unmapped(address: string): string {
  const dotted = /^(?:0{0,4}:){0,5}:?ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address);
  if (dotted) return dotted[1]!;
  const hex = /^(?:0{0,4}:){0,5}:?ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address);
  if (!hex) return address;
  const high = Number.parseInt(hex[1]!, 16);
  const low = Number.parseInt(hex[2]!, 16);
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
