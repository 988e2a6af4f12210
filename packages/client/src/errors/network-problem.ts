import { hasText } from '../input/has-text.js';

/**
 * The reason why a request has no answer.
 *
 * @example
 * ```ts
 * const worthAnotherTry: NetworkErrorKind[] = ['reset', 'timeout'];
 * ```
 */
export type NetworkErrorKind =
  | 'dns'
  | 'connection-refused'
  | 'unreachable'
  | 'proxy'
  | 'reset'
  | 'tls'
  | 'timeout'
  | 'aborted'
  | 'unknown';

const hints: Readonly<Partial<Record<NetworkErrorKind, string>>> = {
  dns: 'Check the host name, and whether this machine can resolve it.',
  'connection-refused': 'Check the address and the port: it is the management address of the cluster, with port 443.',
  unreachable: 'Check that this machine can reach the management network.',
  proxy: 'Check the address of the proxy, the user name and password in it, and whether it may connect to the array.',
  reset: 'The array, or a proxy or firewall on the way to it, closed the connection.',
  timeout: 'Check that this machine can reach the management network, and whether the array is busy.',
  aborted: 'The client was closed while the request was in flight.',
};

const trust =
  "Arrays have self-signed certificates. To trust this one, use `connect` of '@powerstore-api/client/node' with " +
  '`tls: { ca }` (the certificate or its authority) or `tls: { fingerprint }` (only this certificate).';
const renew =
  'Check the clock of this machine. Install a valid certificate on the array, or pin the present one with ' +
  '`tls: { fingerprint }`.';
const orTls = ' If this port speaks TLS, as that of an array does, use https:// in place of http://.';
const plain =
  'Check the port: the server there speaks no TLS, or other versions of it, or wants a certificate of the client.';

/** The code of the client's own check of a pinned certificate. */
export const fingerprintMismatchCode = 'ERR_POWERSTORE_FINGERPRINT';
/** The code of a call that `close()` has ended. */
export const closedCode = 'ERR_POWERSTORE_CLOSED';
/** The code of the client's own time limits. */
export const timeoutCode = 'ERR_POWERSTORE_TIMEOUT';

/** The code of the client's own error for every connection that could not be made; its cause has the reason. */
export const notConnectedCode = 'ERR_POWERSTORE_NOT_CONNECTED';
/** The code of the client's own errors of a proxy. */
export const proxyCode = 'ERR_POWERSTORE_PROXY';
/** The same, where another attempt gets the same answer. It may even lock out the user of the proxy. */
export const proxyRefusedCode = 'ERR_POWERSTORE_PROXY_REFUSED';

/** The errors with one of these codes and system calls. Without a `problem` their message is for people already. */
type Known = readonly [codes: RegExp, kind: NetworkErrorKind, problem?: string | undefined, hint?: string];

// The codes of Node (https://nodejs.org/api/errors.html, https://nodejs.org/api/tls.html#x509-certificate-error-codes)
// and of undici (https://undici.nodejs.org/#/docs/api/Errors).
const known: readonly Known[] = [
  [/ENOTFOUND|EAI_AGAIN/, 'dns', 'the host name could not be resolved'],
  [/ECONNREFUSED/, 'connection-refused', 'nothing accepts connections at this address and port'],
  [/E(HOST|NET)UNREACH (connect)?$/, 'unreachable', 'no route leads to this address'],
  // On Linux a connection that has carried the request can lose its route as well.
  [/ECONNRESET|EPIPE|UND_ERR_SOCKET|UNREACH/, 'reset', 'the connection was closed before the answer'],
  [/ETIMEDOUT|TimeoutError|UND_ERR_(HEADERS|BODY)_TIMEOUT/, 'timeout', 'there was no complete answer in time'],
  [/UND_ERR_CONNECT_TIMEOUT/, 'timeout', 'no connection was made in time'],
  [new RegExp(`AbortError|UND_ERR_(ABORTED|CLOSED|DESTROYED)|${closedCode}`), 'aborted', 'the request was aborted'],
  [/DEPTH_ZERO_SELF_SIGNED_CERT/, 'tls', 'the certificate is self-signed and not trusted', trust],
  [/SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_/, 'tls', 'the certificate is from an authority that is not trusted', trust],
  [/CERT_HAS_EXPIRED/, 'tls', 'the certificate has expired', renew],
  [/CERT_NOT_YET_VALID/, 'tls', 'the certificate is not valid yet', renew],
  [
    /ERR_TLS_CERT_ALTNAME_INVALID/,
    'tls',
    'the certificate is for another host',
    'Connect by a name or address in the certificate, or pin the certificate with `tls: { fingerprint }`.',
  ],
  [
    /EPROTO|ERR_SSL_.*(VERSION|PROTOCOL|PACKET_LENGTH|HANDSHAKE_FAILURE)/,
    'tls',
    'no TLS connection could be made',
    plain,
  ],
  [
    new RegExp(fingerprintMismatchCode),
    'tls',
    undefined,
    'Someone may be intercepting the connection. If the array has a new certificate, compare this fingerprint with the one that the array shows, and pin it.',
  ],
  [
    // Undici asserts the range of a status.
    /HTTPParserError|HPE_|ERR_ASSERTION|UND_ERR_(HEADERS_OVERFLOW|RES_)|Z_/,
    'unknown',
    'the answer is not HTTP',
    'Check the address and the port.',
  ],
  [new RegExp(timeoutCode), 'timeout'],
  [new RegExp(proxyCode), 'proxy'],
];

/** Codes (and calls of the system) of errors that come before a connection is open. */
const beforeConnected = new RegExp(
  `${notConnectedCode}|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|CONNECT_TIMEOUT|\\w connect$|UNREACH $|(\\b|_)CERT(_|\\b)|UNABLE_TO_|WRONG_VERSION`,
);

/** Whether an error of `fetch` shows that not a byte of the request was sent. */
export const isNotSent = (error: unknown): boolean =>
  [...causes(error)].some(
    // Node has a code of its own for most errors of a handshake, and only this text for a connection that is closed in it.
    (cause) => beforeConnected.test(signOf(cause)) || messageOf(cause).includes('before secure TLS connection'),
  );

/** The next attempt would fail in the same way. */
export const isFinal = (kind: NetworkErrorKind, error: unknown): boolean =>
  ['tls', 'aborted', 'unknown'].includes(kind) ||
  [...causes(error)].some((cause) => hasText(cause, 'code') && cause.code === proxyRefusedCode);

/** Undici puts the rest of an answer that it cannot read on its error (`data`). It may have a cookie in it. */
export function forgetAnswer(error: unknown): void {
  for (const cause of causes(error)) Reflect.deleteProperty(cause, 'data');
}

/** The reason behind an error of `fetch`, which says "fetch failed" and has the reason in its `cause`. */
export function networkProblem(
  error: unknown,
  url = '',
): {
  readonly kind: NetworkErrorKind;
  readonly problem: string;
  readonly hint: string | undefined;
} {
  const chain = [...causes(error)];
  for (const cause of chain) {
    const sign = signOf(cause);
    const match = known.find(([codes]) => codes.test(sign));
    if (match !== undefined) {
      const [, kind, text, remedy = hints[kind]] = match;
      const problem = text === undefined ? messageOf(cause) : `${text} (${codeOf(cause)})${shown(cause)}`;
      const mayBeTls = url.startsWith('http:') && (kind === 'reset' || kind === 'unknown');
      return { kind, problem, hint: mayBeTls ? remedy + orTls : remedy };
    }
  }
  const problem = messageOf(chain.at(-1));
  // Undici has only this message for a port that `fetch` blocks (https://fetch.spec.whatwg.org/#port-blocking).
  const hint = problem === 'bad port' ? 'fetch blocks this port. Use the port of the array, usually 443.' : undefined;
  return { kind: 'unknown', problem, hint };
}

/** The fingerprint of the certificate that was not trusted, to compare with the one that the array shows. */
function shown(error: unknown): string {
  return hasText(error, 'fingerprint') ? `; its SHA-256 fingerprint is ${error.fingerprint}` : '';
}

/** An error and its causes. Of an `AggregateError` (one error per address that was tried) it takes the first. */
function* causes(error: unknown): Generator<object> {
  for (let depth = 0; depth < 8 && typeof error === 'object' && error !== null; depth += 1) {
    yield error;
    if ('cause' in error && error.cause !== undefined) error = error.cause;
    else if ('errors' in error && Array.isArray(error.errors)) error = error.errors[0];
    else return;
  }
}

/** The `code` of an error of Node; a DOMException has a number there, and its kind in `name`. */
function codeOf(error: unknown): string {
  if (hasText(error, 'code')) return error.code;
  return hasText(error, 'name') ? error.name : '';
}

/** By what an error is recognized: its code, and the call of the system that failed. */
const signOf = (error: unknown): string => `${codeOf(error)} ${hasText(error, 'syscall') ? error.syscall : ''}`;

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'the request failed';
}
