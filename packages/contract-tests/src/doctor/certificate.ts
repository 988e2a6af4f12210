import { connect as connectPlain } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

/** The certificate that a server presents. */
export interface PresentedCertificate {
  /** SHA-256, as `AB:CD:…`. */
  fingerprint: string;
  subject: string;
  /** The end of its validity, as Node writes it. */
  validTo: string;
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
  const { fingerprint256, subject, valid_to: validTo } = socket.getPeerCertificate();
  return { fingerprint: fingerprint256, subject: [subject?.CN].flat().join(', ') || 'without a name', validTo };
}
