import { type OperationId, operations } from '@powerstore-api/types';
import type { Fetch } from '@powerstore-api/client/node';
import { address, type Ask, type Exchange, readExchange } from './exchange.js';
import { LostArrayError } from './lost-array-error.js';
import type { Target } from './target.js';

/** How a request says who asks: with the login session, with Basic, or not at all. */
export type Identity = 'session' | 'nobody' | { username: string; password: string };

/**
 * Asks an array, one request at a time and over one login session. It is deliberately not the client: nothing here
 * repairs, retries or hides an answer.
 */
export interface Probe {
  send(operationId: OperationId, ask?: Ask & { as?: Identity; withoutToken?: true }): Promise<Exchange>;
  /** The exchange that opened the login session of the other requests. There is one, however often this is called. */
  login(): Promise<Exchange>;
  /** Ends the login session; the cookie is sent on, so that its end can be seen. */
  logout(): Promise<Exchange>;
  /** Leaves no login session behind, where no check has ended it. */
  end(): Promise<void>;
}

export function createProbe(target: Target, fetch: Fetch): Probe {
  let cookie = '';
  let token = '';

  const identify = (identity: Identity, method: string, withoutToken = false): Record<string, string> => {
    if (identity === 'nobody') return {};
    if (identity !== 'session') return { authorization: basic(identity) };
    return { cookie, ...(method !== 'GET' && !withoutToken && { 'dell-emc-token': token }) };
  };

  const send: Probe['send'] = async (operationId, { as = 'session', withoutToken, ...ask } = {}) => {
    const { method, safety } = operations[operationId];
    if (safety !== 'read' && !target.writable) {
      throw new Error(`${operationId} writes, and ${target.name} is only read. Nothing was sent.`);
    }
    const { target: path, request } = address(operationId, ask);
    const url = `${target.url}/api/rest${path}`;
    const sending = () =>
      fetch(url, {
        method,
        headers: {
          accept: 'application/json',
          ...(ask.body !== undefined && { 'content-type': 'application/json' }),
          ...identify(as, method, withoutToken),
          ...ask.headers,
        },
        ...(ask.body !== undefined && { body: JSON.stringify(ask.body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(target.timeout),
      });
    const exchange = await read(operationId, request, { method, url }, sending);
    if (as === 'session') token = exchange.headers.get('dell-emc-token') ?? token;
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
    logout,
    async end() {
      if (cookie !== '' && !isOver) await logout().catch(() => undefined);
    },
  };
}

async function read(
  operationId: OperationId,
  request: string,
  sent: { method: string; url: string },
  send: () => Promise<Response>,
): Promise<Exchange> {
  try {
    return await readExchange(operationId, request, await send());
  } catch (error) {
    throw new LostArrayError(request, sent, error);
  }
}

const basic = ({ username, password }: { username: string; password: string }): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
