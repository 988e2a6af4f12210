import { connect, isApiError, isContractError, isNetworkError, isPowerStoreError } from '@powerstore-api/client';
import type { Check } from './check.js';
import type { ArraySession } from '../array/array-session.js';
import { rowsOf } from '../array/rows.js';

/** The client of this project reads what the array has: the whole chain from contract to client. */
export const clientChecks: Check[] = [
  {
    id: 'client.reads',
    title: 'the client lists what the array lists, page by page, and logs out',
    async run({ ask, find, arraySession, target: { url, username, password, timeout }, signal: stop }) {
      // Some thirty requests, one after the other.
      const signal = AbortSignal.any([AbortSignal.timeout(30 * timeout), ...(stop ? [stop] : [])]);
      const exchange = await ask('replication_session_collection_query', { query: { limit: '50', order: 'id' } });
      const expected = rowsOf(exchange).map(({ id }) => id);
      try {
        await using array = await connect({ url, username, password, signal, fetch: within(arraySession) });
        const sessions = await array.replicationSessions
          .list({ select: ['id', 'state'], pageSize: 2, signal })
          .toArray({ limit: 50 });
        if (JSON.stringify(sessions.map(({ id }) => id)) !== JSON.stringify(expected)) {
          find('client.list', exchange, 'the client read other sessions than one request returned');
        }
        for (const { id, state } of sessions.slice(0, 3)) {
          const session = await array.replicationSessions.get(id, { select: ['id', 'state'], signal });
          if (session.id !== id || typeof session.state !== typeof state) {
            find('client.get', exchange, 'the client read another session than it asked for');
          }
        }
      } catch (error) {
        stop?.throwIfAborted();
        if (!isPowerStoreError(error) || isNetworkError(error)) throw error;
        // What the array says may hold names; what it failed with does not.
        const status = isApiError(error) ? ` (${error.operation} ${error.status})` : '';
        const place = isContractError(error) ? ` (${error.operation})` : '';
        find('client.error', exchange, `the client failed with ${error.code}${status}${place}`);
      }
    },
  },
];

/** The client logs in and out, but there is to be one login session in a run: it is lent that one. */
function within(arraySession: ArraySession): typeof globalThis.fetch {
  return async (input, init) => {
    const { url, method, headers, signal } = new Request(input, init);
    const { pathname } = new URL(url);
    if (pathname.endsWith('/login_session')) {
      const { cookie, token } = arraySession.held;
      return Response.json([{ id: '0' }], { headers: { 'set-cookie': cookie, 'dell-emc-token': token } });
    }
    if (pathname.endsWith('/logout')) return new Response(undefined, { status: 204 });
    if (method !== 'GET') throw new Error(`${method} ${pathname} is no read`);
    return arraySession.read(url, Object.fromEntries(headers), signal);
  };
}
