// Options that both commands have, and the errors they lead to.
import { readTextFile } from '@powerstore-api/settings';
import { isInputError } from '@powerstore-api/types';
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

/** @throws InputError if a file cannot be read. */
export const tlsOf = ({ http, key, cert }: TlsOptions): boolean | Certificate =>
  key !== undefined && cert !== undefined
    ? {
        key: readTextFile(key, { what: 'private key', remedy: 'Correct --key.' }),
        cert: readTextFile(cert, { what: 'certificate', remedy: 'Correct --cert.' }),
      }
    : !http;

/**
 * Ends the command with the reason why it could not start, and what the user can do about it.
 *
 * @throws The error itself if it is none that a user can do something about.
 */
export function couldNotStart(
  command: Command,
  error: unknown,
  options: TlsOptions & { host: string; port: number },
): never {
  const reason = reasonOf(error, options);
  if (reason === undefined) throw error;
  // The hint at --help belongs to mistakes in the options.
  command.showHelpAfterError(false);
  command.error(`powerstore-mock could not start: ${reason}`);
}

function reasonOf(
  error: unknown,
  { host, port, key, cert }: TlsOptions & { host: string; port: number },
): string | undefined {
  if (isInputError(error)) return error.message;
  const { code, port: taken = port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `port ${taken} is in use. Choose another one with --port, or a free one with --port 0.`;
  if (code === 'EACCES') return `you may not listen on port ${taken}. Choose a port above 1023 with --port.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is not an address of this machine. Try --host 127.0.0.1.`;
  if (code?.startsWith('ERR_OSSL'))
    return `${key} and ${cert} are not a private key and its certificate in PEM format.`;
  return undefined;
}
