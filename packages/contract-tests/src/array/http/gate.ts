import type { Fetch } from '@powerstore-api/client/node';
import type { OtherRequest } from './other-requests.js';
import {
  decoded,
  describeOutgoing,
  forbidden,
  methodElsewhere,
  operationOf,
  type Outgoing,
  type Permit,
} from '../target/permit.js';

/** A request as it is about to leave. */
export interface GateRequest {
  method: string;
  /** With the origin of the array. */
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string | undefined;
}

/** A request was refused before a byte of it was sent. */
export class NotSentError extends Error {
  override name = 'NotSentError' as const;

  constructor(reason: string) {
    super(`${reason}. Nothing was sent.`);
  }
}

/** The one way to an array. It holds the permit of the run, and writes down what went out. */
export interface Gate {
  /** @throws NotSentError where the request may not leave. */
  judge(request: GateRequest): void;
  /**
   * Sends a request, after judging it.
   *
   * @throws NotSentError where it may not leave.
   */
  send(request: GateRequest, signal: AbortSignal): Promise<Response>;
  /**
   * Notes a request that went out without the gate.
   *
   * @throws Error where the run has ended, and may not have sent it.
   */
  note(request: OtherRequest): void;
  /** Ids in requests that change something. */
  readonly changed: ReadonlySet<string>;
  /** The writes that went out although the permit forbids them, without ids. */
  forbiddenWrites(): string[];
  /** Lets nothing pass any more. */
  close(): void;
}

/** Paths of an array begin with this. */
const base = '/api/rest';

/** Headers that cannot make another request of a request, as `x-http-method-override` can. */
const harmlessHeaders: readonly string[] = [
  'accept',
  'accept-encoding',
  'accept-language',
  'application-type',
  'authorization',
  'content-type',
  'cookie',
  'dell-emc-token',
  'dell-visibility',
  'range',
  'user-agent',
];

/**
 * A request that reaches the array all the same: by another name of its host, or by another spelling of its path. The API of any
 * host counts, because nobody knows all names of an array.
 */
function outgoingElsewhere({ method, url }: OtherRequest, origin: string): Outgoing | undefined {
  const { origin: to, pathname } = new URL(url);
  const path = decoded(pathname)
    .replaceAll(/;[^/]*/g, '')
    .replaceAll(/\/{2,}/g, '/');
  const [, below] = /\/api\/rest(\/.*)$/i.exec(path) ?? [];
  if (below !== undefined) return { method, path: below };
  return to === origin && !path.startsWith('/__sim/') ? { method, path } : undefined;
}

/** A gate to the array at an address. The permit is copied: nobody can change it later. */
export function createGate(address: { url: string; permit: Permit }, fetch: Fetch): Gate {
  const { origin } = new URL(address.url);
  const { mode, sessions } = address.permit;
  const permit: Permit = { mode, sessions: sessions === 'all' ? sessions : [...sessions] };
  const writes: Outgoing[] = [];
  const changed = new Set<string>();
  let isClosed = false;

  const outgoing = ({ method, url }: OtherRequest): Outgoing | undefined => {
    const { origin: to, pathname } = new URL(url);
    return to === origin && pathname.startsWith(`${base}/`) ? { method, path: pathname.slice(base.length) } : undefined;
  };
  const judged = ({ method, url, headers }: GateRequest): { outgoing: Outgoing; url: string; headers: Headers } => {
    if (isClosed) throw new NotSentError('The run has ended');
    const request = outgoing({ method, url });
    if (!request) throw new NotSentError('A check may only ask the API of its array');
    const parameter = [...new URL(url).searchParams.keys()].find((name) => methodElsewhere.test(name));
    if (parameter !== undefined)
      throw new NotSentError(`The parameter ${parameter} could make another request of this one`);
    const sent = new Headers(headers);
    for (const name of sent.keys())
      if (!harmlessHeaders.includes(name))
        throw new NotSentError(
          `The header ${name} is not among those that a check may set: ${harmlessHeaders.join(', ')}`,
        );
    const reason = forbidden(permit, request);
    if (reason !== undefined) throw new NotSentError(reason);
    return { outgoing: request, url: new URL(url).href, headers: sent };
  };
  const write = (request: Outgoing): void => {
    const operation = operationOf(request);
    if (operation ? operation.safety === 'read-only' : request.method === 'GET') return;
    writes.push(request);
    if (operation) changed.add(operation.id);
  };
  return {
    judge: (request) => void judged(request),
    send({ method, url, headers, body }, signal) {
      // What is judged is what is sent: nothing of the request is read a second time.
      const request = judged({ method, url, headers });
      write(request.outgoing);
      return fetch(request.url, {
        method,
        headers: Object.fromEntries(request.headers),
        ...(body !== undefined && { body }),
        redirect: 'manual',
        signal,
      });
    },
    note(request) {
      const noted = outgoing(request) ?? outgoingElsewhere(request, origin);
      if (!noted) return;
      write(noted);
      if (isClosed && forbidden(permit, noted) !== undefined)
        throw new Error(`a check sent ${describeOutgoing(noted)} after the run, which the run may not send`);
    },
    changed,
    forbiddenWrites: () => writes.filter((it) => forbidden(permit, it) !== undefined).map(describeOutgoing),
    close() {
      isClosed = true;
    },
  };
}
