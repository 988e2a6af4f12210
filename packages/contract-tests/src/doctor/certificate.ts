import { connect as connectPlain } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';

/** What an array shows of itself before anything is said to it. */
export interface Presented {
  /** SHA-256, as `AB:CD:…`. */
  fingerprint: string;
  subject: string;
  /** The day after which it is not valid any more. */
  until: string;
}

/**
 * Opens a connection and looks at the certificate, whether it is trusted or not: nothing is sent. `undefined` for plain
 * HTTP.
 */
export function presentedBy(url: string, timeout: number): Promise<Presented | undefined> {
  const { protocol, hostname, port } = new URL(url);
  const isTls = protocol === 'https:';
  // Brackets are for addresses in a URL only.
  const host = hostname.replaceAll(/[[\]]/g, '');
  const to = { host, port: Number(port) || (isTls ? 443 : 80) };
  return new Promise((resolve, reject) => {
    const connected = (): void => {
      resolve(isTls ? read(socket as TLSSocket) : undefined);
      socket.destroy();
    };
    const socket = isTls ? connectTls({ ...to, rejectUnauthorized: false }, connected) : connectPlain(to, connected);
    socket.setTimeout(timeout, () =>
      socket.destroy(Object.assign(new Error(`no answer within ${timeout / 1000} seconds`), { name: 'TimeoutError' })),
    );
    socket.once('error', reject);
  });
}

function read(socket: TLSSocket): Presented {
  const { fingerprint256, subject, valid_to: until } = socket.getPeerCertificate();
  return { fingerprint: fingerprint256, subject: [subject?.CN].flat().join(', ') || 'without a name', until };
}
