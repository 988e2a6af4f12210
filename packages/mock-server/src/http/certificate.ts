import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A certificate and its private key. */
export interface Certificate {
  /** The private key, in PEM format. */
  key: string;
  /** The certificate, in PEM format. A client trusts it as a CA. */
  cert: string;
}

/** Generates a certificate for `localhost` and the loopback addresses. It is self-signed, like that of a new array. */
export async function selfSignedCertificate(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { key, cert };
}

/** The SHA-256 fingerprint of a certificate, as `AA:BB:…`. */
export const fingerprint = (cert: string): string => new X509Certificate(cert).fingerprint256;
