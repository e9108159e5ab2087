import { isIPv6 } from 'node:net';
import type { Fields } from '../../context';

const LOOPBACK = /^127\.|^::1$/;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The first four groups of an IPv6 address: whoever has one has all below them. */
function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':');
    groups.push(...Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0'), ...rest);
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** The addresses in `x-forwarded-for`, the outermost proxy's last. */
function seenBy(forwarded: Fields[string]): string[] {
  if (forwarded === undefined) return [];
  const addresses = [forwarded].flat().join(',').split(',');
  return addresses.map((each) => each.trim()).filter((each) => each !== '');
}

export type ClientAddress = (headers: Fields, peer: string | undefined) => string | undefined;

/**
 * Where a request comes from: what the outermost trusted proxy saw, for everything before that in `x-forwarded-for` anybody
 * can write. Undefined for this machine itself, which has no limits: a proxy here must be counted as trusted.
 */
export const addressBehind =
  (trustedProxies: number): ClientAddress =>
  (headers, peer) => {
    const chain = [...seenBy(headers['x-forwarded-for']), peer ?? ''];
    const address = chain[Math.max(0, chain.length - 1 - trustedProxies)] ?? '';
    const plain = MAPPED.exec(address)?.[1] ?? address.toLowerCase();
    if (plain === '' || LOOPBACK.test(plain)) return undefined;
    return isIPv6(plain) ? network(plain) : plain;
  };
