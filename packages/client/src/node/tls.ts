import type { TLSSocket } from 'node:tls';
import { Agent, buildConnector } from 'undici';
import { FINGERPRINT_MISMATCH } from '../errors/network-problem.js';

/**
 * How to trust the certificate of an array, which comes with one of its own. Left out, the authorities that Node knows
 * are trusted.
 *
 * @example
 * ```ts
 * const byAuthority: TlsOptions = { ca: await readFile('array-a.pem') };
 * const byFingerprint: TlsOptions = { fingerprint: 'A1:B2:…' }; // 32 bytes, as openssl prints them
 * ```
 */
export type TlsOptions =
  | {
      /** Trust these certificates, and those they signed, in PEM; in place of the authorities that Node knows. */
      readonly ca: string | Buffer | readonly (string | Buffer)[];
      readonly fingerprint?: never;
      readonly insecure?: never;
    }
  | {
      /** Trust the one certificate with this SHA-256 fingerprint, whatever it says: 64 hexadecimal digits. */
      readonly fingerprint: string;
      readonly ca?: never;
      readonly insecure?: never;
    }
  | {
      /** Trust anything. Whoever is in between then has the password. */
      readonly insecure: true;
      readonly ca?: never;
      readonly fingerprint?: never;
    };

/** An agent that makes connections accordingly. */
export function createAgent(tls: TlsOptions | undefined): Agent {
  if (tls?.fingerprint !== undefined) return new Agent({ connect: pinned(tls.fingerprint) });
  if (tls?.ca !== undefined)
    return new Agent({ connect: { ca: typeof tls.ca === 'string' || Buffer.isBuffer(tls.ca) ? tls.ca : [...tls.ca] } });
  return new Agent({ connect: { rejectUnauthorized: tls?.insecure !== true } });
}

/**
 * Connects to one certificate only. Node skips `checkServerIdentity` when the chain does not verify, which is the rule
 * here, so the chain is not verified and the certificate compared before the connection is handed over.
 */
function pinned(fingerprint: string): buildConnector.connector {
  const expected = fingerprint.replaceAll(':', '').toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(expected)) {
    throw new TypeError('tls.fingerprint has to be the SHA-256 fingerprint of a certificate: 64 hexadecimal digits');
  }
  // No session is resumed: on one that is, Node has no certificate to compare.
  const connect = buildConnector({ rejectUnauthorized: false, maxCachedSessions: 0 });
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const seen = (socket as TLSSocket).getPeerX509Certificate?.()?.fingerprint256;
      if (seen?.replaceAll(':', '') === expected) return callback(null, socket);
      socket.destroy();
      callback(mismatch(seen), null);
    });
  };
}

function mismatch(seen: string | undefined): Error {
  const message = `the certificate is not the pinned one: its SHA-256 fingerprint is ${seen ?? 'not known (no TLS)'}`;
  return Object.assign(new Error(message), { code: FINGERPRINT_MISMATCH });
}
