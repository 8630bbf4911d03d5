/** @file Which addresses count as the perfumer's own network. Anything else is never called, whatever a name resolves to. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { StudioError } from '#foundation/errors.ts';

/** Loopback, private (RFC 1918, RFC 4193), link-local, and the range of carriers and overlay networks (RFC 6598). */
const own = new BlockList();
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  own.addSubnet(net, prefix, 'ipv4');
}
own.addAddress('::1', 'ipv6');
own.addSubnet('fc00::', 7, 'ipv6');
own.addSubnet('fe80::', 10, 'ipv6');

/** Whether an IP address lies on the own network. */
export function isOwnNetwork(ip: string): boolean {
  const kind = isIP(ip);
  if (kind === 0) return false;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  return own.check(mapped ?? ip, kind === 6 && !mapped ? 'ipv6' : 'ipv4');
}

/** The address of a server in one form: `http://box.local:11434/v1`. Refuses (`model.invalid`) what is no address. */
export function serverAddress(text: string): string {
  const refusal = new StudioError('model.invalid', { reason: 'address', text });
  const withScheme = /^[a-z]+:\/\//i.test(text.trim()) ? text.trim() : `http://${text.trim()}`;
  if (!URL.canParse(withScheme)) throw refusal;
  const url = new URL(withScheme);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refusal;
  if (url.username || url.password || url.search || url.hash) throw refusal;
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.protocol}//${url.host}${path === '' ? '/v1' : path}`;
}

/** Refuses (`model.invalid`) an address that leads, or also leads, out of the own network. */
export async function refuseForeign(address: string): Promise<void> {
  const { hostname } = new URL(address);
  const bare = hostname.replace(/^\[|\]$/g, '');
  const found = isIP(bare) ? [{ address: bare }] : await lookup(bare, { all: true }).catch(() => []);
  if (found.length === 0)
    throw new StudioError('model.server-failed', { reason: 'unreachable', name: bare, detail: '' });
  const foreign = found.find(({ address: ip }) => !isOwnNetwork(ip));
  if (foreign) throw new StudioError('model.invalid', { reason: 'address', text: `${bare} (${foreign.address})` });
}
