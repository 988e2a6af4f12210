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
  | 'reset'
  | 'tls'
  | 'timeout'
  | 'aborted'
  | 'unknown';

/** With these kinds of error the array has received nothing. */
export const notSentKinds: ReadonlySet<NetworkErrorKind> = new Set(['dns', 'connection-refused', 'unreachable', 'tls']);

const hints: Readonly<Partial<Record<NetworkErrorKind, string>>> = {
  dns: 'Check the host name, and whether this machine can resolve it.',
  'connection-refused': 'Check the address and the port: it is the management address of the cluster, with port 443.',
  unreachable: 'Check the address, and that this machine has a route to the management network.',
  reset: 'The array, or a proxy or firewall on the way to it, closed the connection.',
  timeout: 'Check that this machine can reach the management network, and whether the array is busy.',
  aborted: 'The client was closed while the request was in flight.',
};

const trust =
  "Arrays come with self-signed certificates. To trust this one, use `connect` of '@powerstore-api/client/node' with " +
  '`tls: { ca }` (the certificate or its authority) or `tls: { fingerprint }` (only this certificate).';
const renew =
  'Check the clock of this machine. Install a valid certificate on the array, or pin the present one with ' +
  '`tls: { fingerprint }`.';
const plain = 'Check the port: the server there does not speak TLS, or only versions that are no longer allowed.';

type Known = readonly [kind: NetworkErrorKind, problem: string, hint?: string];

// The codes of Node (https://nodejs.org/api/errors.html, https://nodejs.org/api/tls.html#x509-certificate-error-codes)
// and of undici (https://undici.nodejs.org/#/docs/api/Errors).
const known: Readonly<Record<string, Known>> = {
  ENOTFOUND: ['dns', 'the host name is unknown'],
  EAI_AGAIN: ['dns', 'the host name could not be resolved'],
  ECONNREFUSED: ['connection-refused', 'nothing accepts connections at this address and port'],
  EHOSTUNREACH: ['unreachable', 'no route leads to this address'],
  ENETUNREACH: ['unreachable', 'no route leads to this address'],
  ECONNRESET: ['reset', 'the connection was closed before the answer'],
  EPIPE: ['reset', 'the connection was closed before the answer'],
  UND_ERR_SOCKET: ['reset', 'the connection was closed before the answer'],
  ETIMEDOUT: ['timeout', 'there was no answer in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'no connection was made in time'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'there was no answer in time'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'the answer stopped on the way'],
  TimeoutError: ['timeout', 'there was no answer in time'],
  UND_ERR_ABORTED: ['aborted', 'the request was aborted'],
  UND_ERR_DESTROYED: ['aborted', 'the client closed the connection'],
  UND_ERR_CLOSED: ['aborted', 'the client closed the connection'],
  AbortError: ['aborted', 'the request was aborted'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['tls', 'the certificate is self-signed and not trusted', trust],
  SELF_SIGNED_CERT_IN_CHAIN: ['tls', 'the certificate is from a self-signed authority that is not trusted', trust],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ['tls', 'the certificate is from an authority that is not trusted', trust],
  UNABLE_TO_GET_ISSUER_CERT: ['tls', 'the certificate is from an authority that is not trusted', trust],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: ['tls', 'the certificate is from an authority that is not trusted', trust],
  CERT_HAS_EXPIRED: ['tls', 'the certificate has expired', renew],
  CERT_NOT_YET_VALID: ['tls', 'the certificate is not valid yet', renew],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'tls',
    'the certificate is for another host',
    'Connect by a name or address in the certificate, or pin the certificate with `tls: { fingerprint }`.',
  ],
  ERR_SSL_WRONG_VERSION_NUMBER: ['tls', 'no TLS connection could be made', plain],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['tls', 'no TLS connection could be made', plain],
  EPROTO: ['tls', 'no TLS connection could be made', plain],
};

/** The code of the client's own check of a pinned certificate. */
export const fingerprintMismatchCode = 'ERR_POWERSTORE_FINGERPRINT';
/** The code of the client's own time limits. */
export const timeoutCode = 'ERR_POWERSTORE_TIMEOUT';

/** Errors of the client itself, whose messages are for people already. */
const ours: Readonly<Record<string, readonly [kind: NetworkErrorKind, hint: string | undefined]>> = {
  [fingerprintMismatchCode]: [
    'tls',
    'Someone may be intercepting the connection. If the array has a new certificate, compare this fingerprint with the one that the array shows, and pin it.',
  ],
  [timeoutCode]: ['timeout', hints.timeout],
};

/** The reason behind an error of `fetch`, which says "fetch failed" and has the reason in its `cause`. */
export function networkProblem(
  error: unknown,
  url: string,
): {
  readonly kind: NetworkErrorKind;
  readonly problem: string;
  readonly hint: string | undefined;
} {
  const chain = [...causes(error)];
  for (const cause of chain) {
    const own = ours[codeOf(cause)];
    if (own !== undefined) return { kind: own[0], problem: messageOf(cause), hint: own[1] };
    const match = known[codeOf(cause)];
    if (match !== undefined) {
      const [kind, problem, hint = hints[kind]] = match;
      return { kind, problem: `${problem} (${codeOf(cause)})${shown(cause)}`, hint };
    }
  }
  const problem = messageOf(chain.at(-1));
  return { kind: 'unknown', problem, hint: problem === 'bad port' ? blockedPort(url) : undefined };
}

/** `fetch` connects to no port of a list (https://fetch.spec.whatwg.org/#port-blocking); undici says "bad port". */
const blockedPort = (url: string): string =>
  `Port ${new URL(url).port} is blocked by fetch. Use the port of the array, usually 443.`;

/** The fingerprint of the certificate that was not trusted, to compare with the one that the array shows. */
function shown(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('fingerprint' in error)) return '';
  return `; its SHA-256 fingerprint is ${String(error.fingerprint)}`;
}

/** An error and its causes. Of an `AggregateError` (one error per address that was tried) it takes the first. */
function* causes(error: unknown): Generator<unknown> {
  for (let depth = 0; depth < 8 && typeof error === 'object' && error !== null; depth += 1) {
    yield error;
    if ('cause' in error && error.cause !== undefined) error = error.cause;
    else if ('errors' in error && Array.isArray(error.errors)) error = error.errors[0];
    else return;
  }
}

/** The `code` of an error of Node; a DOMException has a number there, and its kind in `name`. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'the request failed';
}
