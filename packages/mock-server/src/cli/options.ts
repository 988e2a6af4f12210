// Options that both commands have, and the errors they lead to.
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Certificate } from '../http/certificate.js';

export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('Give a port from 0 to 65535.');
  return port;
}

export interface TlsOptions {
  http?: true;
  key?: string;
  cert?: string;
}

export const addTlsOptions = (command: Command): Command =>
  command
    .option('--http', 'serve plain HTTP instead of HTTPS')
    .addOption(
      new Option('--key <file>', 'private key (PEM) to use instead of a generated one; needs --cert').conflicts('http'),
    )
    .addOption(
      new Option('--cert <file>', 'certificate (PEM) to use instead of a generated one; needs --key').conflicts('http'),
    );

/** The error of a user who gives only one of `--key` and `--cert`. */
export const incompleteTls = ({ key, cert }: TlsOptions): string | undefined =>
  (key === undefined) === (cert === undefined)
    ? undefined
    : '--key and --cert go together: give both, or neither for a generated certificate.';

/** @throws Error of the file system if a file cannot be read. */
export const tlsOf = ({ http, key, cert }: TlsOptions): boolean | Certificate =>
  key !== undefined && cert !== undefined
    ? { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
    : !http;

/** Why the server could not start, and what the user can do about it. */
export function reasonOf(
  error: unknown,
  { host, port, key, cert }: TlsOptions & { host: string; port: number },
): string {
  const { code, message, path, port: taken = port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `port ${taken} is in use. Choose another one with --port, or a free one with --port 0.`;
  if (path !== undefined) return `${path} cannot be read (${code}). Check the path and your permissions.`;
  if (code === 'EACCES') return `you may not listen on port ${taken}. Choose a port above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is not an address of this machine. Try --host 127.0.0.1.`;
  if (code?.startsWith('ERR_OSSL'))
    return `${key} and ${cert} are not a private key and its certificate in PEM format.`;
  return message;
}
