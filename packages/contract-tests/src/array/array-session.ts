import { type OperationId, operations } from '@powerstore-api/types';
import type { Fetch } from '@powerstore-api/client/node';
import PQueue from 'p-queue';
import { address, type Ask, type Exchange, readExchange } from './exchange.js';
import { LostArrayError } from './lost-array-error.js';
import { forbidden } from './permit.js';
import type { Target } from './target.js';

/** How a request says who asks: with the login session, with Basic, or not at all. */
export type Identity = 'session' | 'anonymous' | { username: string; password: string };

export interface Question extends Ask {
  as?: Identity;
  withoutToken?: true;
  /** A 503 was asked for, and is no sign of an array in trouble. */
  provoked?: true;
}

/**
 * Asks an array, one request at a time and over one login session. It is deliberately not the client: nothing here
 * repairs, retries or hides an answer.
 *
 * Whatever changes something and is not permitted is refused here, before anything is sent: no check can get past it.
 */
export interface ArraySession {
  /** Nothing is sent any more once the signal is aborted; what has been is waited for. */
  send(operationId: OperationId, question?: Question, signal?: AbortSignal): Promise<Exchange>;
  /** The exchange that opened the login session of the other requests. There is one, however often this is called. */
  login(): Promise<Exchange>;
  /** What it is known by at the moment. */
  readonly held: { readonly cookie: string; readonly token: string };
  /** Ends the login session; the cookie is sent on, so that its end can be seen. */
  logout(): Promise<Exchange>;
  /** Leaves no login session behind, where no check has ended it. */
  end(): Promise<void>;
  /** How many requests have been sent. */
  readonly requests: number;
  /** Ids of what requests have been sent to that change something. */
  readonly written: ReadonlySet<string>;
  /** For the client of this project, which is to keep the pace as well: it only reads. */
  read(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
}

/** So many times busy in a row, and it is left alone. */
const patience = 3;

export function createArraySession(target: Target, fetch: Fetch): ArraySession {
  const { requestsPerSecond } = target.pace;
  const queue = new PQueue({
    concurrency: 1,
    ...(requestsPerSecond !== undefined && { interval: 1000 / requestsPerSecond, intervalCap: 1, strict: true }),
  });
  let [cookie, token] = ['', ''];
  let isIn = false;
  let requests = 0;
  const written = new Set<string>();
  let busy = 0;

  const identify = (identity: Identity, method: string, withoutToken = false): Record<string, string> => {
    if (identity === 'anonymous') return {};
    if (identity !== 'session') return { authorization: basic(identity) };
    // A login that was accepted and gave no cookie is a finding, and no reason to ask nothing more.
    if (cookie === '' && isIn) return { authorization: basic(target) };
    return { cookie, ...(method !== 'GET' && !withoutToken && { 'dell-emc-token': token }) };
  };

  const passOn = <T>(sending: () => Promise<T>, signal?: AbortSignal): Promise<T> =>
    queue.add(() => {
      signal?.throwIfAborted();
      requests += 1;
      return sending();
    });

  const send: ArraySession['send'] = async (
    operationId,
    { as = 'session', withoutToken, provoked, ...ask } = {},
    signal,
  ) => {
    const { method } = operations[operationId];
    const reason = forbidden(target.permit, operationId, ask.id ?? '');
    if (reason !== undefined) throw new Error(`${reason}. Nothing was sent.`);
    const { target: path, request } = address(operationId, ask);
    const url = `${target.url}/api/rest${path}`;
    if (operations[operationId].safety !== 'read-only' && ask.id !== undefined) written.add(ask.id);
    const exchange = await passOn(async () => {
      try {
        const response = await fetch(url, {
          method,
          headers: {
            accept: 'application/json',
            // The language of the texts in the contract.
            'accept-language': 'en-US',
            ...(ask.body !== undefined && { 'content-type': 'application/json' }),
            ...identify(as, method, withoutToken),
            ...ask.headers,
          },
          ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
          redirect: 'manual',
          signal: AbortSignal.timeout(target.timeout),
        });
        return await readExchange(operationId, request, response, ask.body);
      } catch (error) {
        throw LostArrayError.of(request, { method, url }, error);
      }
    }, signal);
    if (as === 'session') token = exchange.headers.get('dell-emc-token') ?? token;
    busy = exchange.status === 503 && !provoked ? busy + 1 : 0;
    if (busy >= patience)
      throw new LostArrayError(`${request}: busy (503) ${patience} times in a row, so it is left alone`);
    return exchange;
  };

  const open = async (): Promise<Exchange> => {
    const exchange = await send('login_session_collection_query', { as: target });
    const { headers } = exchange;
    cookie =
      headers
        .getSetCookie()
        .find((it) => it.startsWith('auth_cookie='))
        ?.split(';')[0] ?? '';
    token = headers.get('dell-emc-token') ?? '';
    isIn = exchange.status < 300;
    return exchange;
  };
  let opened: Promise<Exchange> | undefined;
  let isOver = false;

  const logout = (): Promise<Exchange> => {
    isOver = true;
    return send('logout');
  };

  return {
    send,
    login: () => (opened ??= open()),
    get held() {
      return { cookie, token };
    },
    logout,
    async end() {
      if (cookie !== '' && !isOver) await logout().catch(() => undefined);
    },
    get requests() {
      return requests;
    },
    written,
    read: (url, headers, signal) => passOn(() => fetch(url, { method: 'GET', headers, signal, redirect: 'manual' })),
  };
}

const basic = ({ username, password }: { username: string; password: string }): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
