import { X509Certificate } from 'node:crypto';
import { connect as connectPlain } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { namesOf } from '../target/setting-names.js';
import type { Target } from '../target/target.js';

/** The certificate that a server presents. */
export interface PresentedCertificate {
  /** SHA-256, as `AB:CD:…`. */
  fingerprint: string;
  subject: string;
  /** The end of its validity, as Node writes it. */
  validTo: string;
  /** The certificate itself; absent where the server shows none. */
  x509: X509Certificate | undefined;
}

/** Connects and reads the certificate, trusted or not. It sends nothing. `undefined` for plain HTTP. */
export function certificateOf(url: string, timeoutMs: number): Promise<PresentedCertificate | undefined> {
  const { protocol, hostname, port } = new URL(url);
  const isTls = protocol === 'https:';
  // Brackets are for addresses in a URL only.
  const host = hostname.replaceAll(/[[\]]/g, '');
  const to = { host, port: Number(port) || (isTls ? 443 : 80) };
  return new Promise((resolve, reject) => {
    const onConnect = (): void => {
      resolve(isTls ? read(socket as TLSSocket) : undefined);
      socket.destroy();
    };
    const socket = isTls ? connectTls({ ...to, rejectUnauthorized: false }, onConnect) : connectPlain(to, onConnect);
    socket.setTimeout(timeoutMs, () =>
      socket.destroy(
        Object.assign(new Error(`no answer within ${timeoutMs / 1000} seconds`), { name: 'TimeoutError' }),
      ),
    );
    socket.once('error', reject);
  });
}

function read(socket: TLSSocket): PresentedCertificate {
  const { raw, fingerprint256, subject, valid_to: validTo } = socket.getPeerCertificate();
  return {
    fingerprint: fingerprint256,
    subject: [subject?.CN].flat().join(', ') || 'without a name',
    validTo,
    x509: raw && new X509Certificate(raw),
  };
}

/**
 * Says that the file of `--ca` holds the certificate of another array; `undefined` where it does not, or no file is named. That of
 * an authority, which signs others, is no array's.
 */
export function otherCertificate({ tls, url, site }: Target, presented: PresentedCertificate): string | undefined {
  const texts = [tls?.ca ?? []].flat().map(String);
  const trusted = texts.flatMap((text) => text.match(pem) ?? []).map((it) => new X509Certificate(it));
  const [first] = trusted;
  const { x509, fingerprint } = presented;
  if (!first || !x509) return undefined;
  if (trusted.some((it) => it.fingerprint256 === fingerprint || (x509.checkIssued(it) && x509.verify(it.publicKey))))
    return undefined;
  return `the certificate of ${namesOf('ca', site).flag} is that of another array: its fingerprint is ${first.fingerprint256}, and ${new URL(url).host} shows ${fingerprint}`;
}

const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;
