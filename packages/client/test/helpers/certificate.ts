import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** SHA-256, as openssl prints it. */
  readonly fingerprint: string;
}

/** A self-signed certificate, as arrays come with one: for 127.0.0.1 unless the test says otherwise. */
export async function certificate({
  name = 'array',
  address = '127.0.0.1',
  expired = false,
} = {}): Promise<Certificate> {
  const day = 24 * 60 * 60 * 1000;
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    algorithm: 'sha256',
    keyType: 'ec',
    notBeforeDate: new Date(Date.now() - 10 * day),
    notAfterDate: new Date(Date.now() + (expired ? -day : day)),
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: address }] }],
  });
  return { key, cert, fingerprint: new X509Certificate(cert).fingerprint256 };
}
