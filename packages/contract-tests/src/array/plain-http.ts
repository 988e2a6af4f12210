import { BlockList, isIP } from 'node:net';
import type { Target } from './target.js';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Whether requests to an address leave this machine without TLS. */
export function isInTheClear(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  const host = hostname.replaceAll(/[[\]]/g, '');
  const isLocal = isIP(host)
    ? loopback.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4')
    : /^(.*\.)?localhost$/.test(host);
  return protocol === 'http:' && !isLocal;
}

export const plainHttpRisk = 'plain HTTP: anyone between you and the array can read the password';

export const plainHttpRemedy = 'Write its address with https://, and trust its certificate.';

/** The warning for the person who is about to send a password in the clear. */
export const plainHttpWarning = ({ label, url }: Pick<Target, 'label' | 'url'>): string | undefined =>
  isInTheClear(url) ? `${label}: Warning: ${plainHttpRisk}. ${plainHttpRemedy}` : undefined;
