import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { InputError } from '@powerstore-api/types';
import { buildConnector } from 'undici/index.js';
import { fingerprintMismatchCode } from '../errors/network-problem.js';
import { hasText } from '../input/has-text.js';

/**
 * Which certificate of an array to trust. By default these are the authorities that Node knows; arrays come with self-signed
 * certificates. With one of these, the environment variable `NODE_TLS_REJECT_UNAUTHORIZED` changes nothing.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 *
 * const byAuthority: TlsOptions = { ca: await readFile('array-a.pem') };
 * const byFingerprint: TlsOptions = { fingerprint: 'A1:B2:…' }; // 32 bytes, as openssl prints them
 * ```
 */
export type TlsOptions =
  | {
      /** Trust these certificates (PEM) and those they signed, instead of the authorities that Node knows. */
      readonly ca: string | Buffer | readonly (string | Buffer)[];
      readonly fingerprint?: never;
      readonly insecure?: never;
    }
  | {
      /** Trust only the certificate with this SHA-256 fingerprint (64 hexadecimal digits), and ignore its names and dates. */
      readonly fingerprint: string;
      readonly ca?: never;
      readonly insecure?: never;
    }
  | {
      /** Trust every certificate. Anyone between you and the array can read the password. */
      readonly insecure: true;
      readonly ca?: never;
      readonly fingerprint?: never;
    };

/** Connections that are being made. */
export type Opening = Set<{ destroy(error: Error): unknown }>;

/** A connector of undici, with options. */
type Build = (options: buildConnector.BuildOptions) => buildConnector.connector;

/** Connects only to servers whose certificate is trusted. */
export function connectorOf(tls: TlsOptions | undefined, opening: Opening): buildConnector.connector {
  const build: Build = (how) => {
    const connect = buildConnector(how);
    return (options, callback) => {
      const done: buildConnector.Callback = (...result) => {
        opening.delete(socket);
        callback(...result);
      };
      // It returns the socket, which its type does not say.
      const socket = (connect as (...input: Parameters<typeof connect>) => unknown)(options, done) as Socket;
      opening.add(socket);
    };
  };
  if (tls === undefined) return telling(build, {});
  const { ca, fingerprint, insecure } = tls as {
    readonly [Name in 'ca' | 'fingerprint' | 'insecure']?: unknown;
  };
  // A mistake here could trust more than the caller means.
  if ([ca, fingerprint, insecure].filter((it) => it !== undefined).length !== 1)
    throw new InputError(
      'tls must have exactly one of ca, fingerprint and insecure; without tls the client trusts the authorities that Node knows',
    );
  if (fingerprint !== undefined) return pinned(build, fingerprint);
  if (ca !== undefined) return telling(build, { ca: certificates(ca), rejectUnauthorized: true });
  if (insecure !== true) throw new InputError('tls.insecure must be true; leave tls out to check certificates');
  return build({ rejectUnauthorized: false });
}

/** Node ignores a `ca` that it cannot read, and then refuses every array for another reason. */
function certificates(ca: unknown): string[] {
  const texts = [ca]
    .flat()
    .map((one) => (one instanceof Uint8Array ? Buffer.from(one).toString('latin1') : String(one)));
  for (const text of texts.length === 0 ? [''] : texts) {
    const blocks = text.match(/-----BEGIN [\w ]*CERTIFICATE-----[^-]+-----END [\w ]*CERTIFICATE-----/g) ?? [];
    if (blocks.length === 0 || !blocks.every(isCertificate))
      throw new InputError(
        'tls.ca is no certificate in PEM form (-----BEGIN CERTIFICATE-----). Pass the content of the file, not its path: `ca: await readFile(path)`',
      );
  }
  return texts;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/** Adds the fingerprint of a certificate that is not trusted to the error, so that it can be compared and pinned. */
function telling(build: Build, how: buildConnector.BuildOptions): buildConnector.connector {
  const connect = build(how);
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error === null) return callback(null, socket);
      if (options.httpSocket || !isAboutCertificate(error)) return callback(error, null);
      // Node does not show a certificate that it has refused. This second connection only reads it, and sends nothing.
      build({ rejectUnauthorized: false, maxCachedSessions: 0 })(options, (...[, shown]) => {
        const fingerprint = shown && fingerprintOf(shown);
        shown?.destroy();
        callback(Object.assign(error, fingerprint !== undefined && { fingerprint }), null);
      });
    });
  };
}

/** Whether an error of OpenSSL or Node is about the certificate. */
const isAboutCertificate = (error: Error): boolean => hasText(error, 'code') && /CERT|UNABLE_TO_/.test(error.code);

const fingerprintOf = (socket: Socket): string | undefined =>
  (socket as TLSSocket).getPeerX509Certificate?.()?.fingerprint256;

/**
 * Connects only to one certificate. Node skips `checkServerIdentity` if the chain does not verify, as with most arrays. So the
 * chain is not verified, and the certificate is compared before anything is sent.
 */
function pinned(build: Build, fingerprint: unknown): buildConnector.connector {
  const expected = String(fingerprint).replaceAll(':', '').toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(expected)) {
    throw new InputError('tls.fingerprint must be the SHA-256 fingerprint of a certificate: 64 hexadecimal digits');
  }
  // TLS sessions are not resumed: Node has no certificate to compare on a resumed one.
  const connect = build({ rejectUnauthorized: false, maxCachedSessions: 0 });
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const seen = fingerprintOf(socket);
      if (seen?.replaceAll(':', '') === expected) return callback(null, socket);
      socket.destroy();
      callback(mismatch(seen), null);
    });
  };
}

function mismatch(seen: string | undefined): Error {
  const message = `the certificate is not the pinned one: its SHA-256 fingerprint is ${seen ?? 'not known (no TLS)'}`;
  return Object.assign(new Error(message), { code: fingerprintMismatchCode });
}
