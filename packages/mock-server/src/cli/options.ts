// Options that commands share: what they may be, and what is said where they are not.
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Certificate } from '../http/certificate.js';

export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return port;
}

export interface TlsOptions {
  http?: true;
  key?: string;
  cert?: string;
}

export const addTlsOptions = (command: Command): Command =>
  command
    .option('--http', 'plain HTTP instead of HTTPS')
    .addOption(new Option('--key <file>', 'private key (PEM) instead of a made one; needs --cert').conflicts('http'))
    .addOption(new Option('--cert <file>', 'certificate (PEM) instead of a made one; needs --key').conflicts('http'));

/** The mistake of giving one of the two without the other. */
export const incompleteTls = ({ key, cert }: TlsOptions): string | undefined =>
  (key === undefined) === (cert === undefined)
    ? undefined
    : '--key and --cert go together: give both, or neither for a made certificate.';

/** @throws Error of the file system where a file cannot be read. */
export const tlsOf = ({ http, key, cert }: TlsOptions): boolean | Certificate =>
  key !== undefined && cert !== undefined
    ? { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
    : !http;

/** Why it could not start, and what to do about it. */
export function reasonOf(
  error: unknown,
  { host, port, key, cert }: TlsOptions & { host: string; port: number },
): string {
  const { code, message, port: taken = port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `port ${taken} is in use. Choose another with --port, or --port 0 for a free one.`;
  if (code === 'EACCES') return `no permission to listen on port ${taken}. Choose one above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine. Try --host 127.0.0.1.`;
  if (code?.startsWith('ERR_OSSL'))
    return `${key} and ${cert} are no key and certificate in PEM form that belong together.`;
  return message;
}
