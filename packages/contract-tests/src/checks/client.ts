import { connect, isApiError, isContractError, isNetworkError, isPowerStoreError } from '@powerstore-api/client';
import type { ArraySession } from '../array/http/array-session.js';
import { isDecompressionError } from '../array/http/body-text.js';
import type { Exchange } from '../array/http/exchange.js';
import { attributeNames } from '../array/rows/query.js';
import { rowsOf } from '../array/rows/rows.js';
import type { CheckContext } from './context/check-context.js';
import { Lacking } from './context/not-applicable.js';
import type { SuiteCheck } from './define-check.js';

/** The client may take as long as this many answers, one after the other. */
const maxAnswers = 30;

/** The client of this project reads the array: the whole chain from contract to client. */
export const clientChecks: SuiteCheck[] = [
  {
    id: 'client.reads',
    title: 'The client of this project must list what the array lists, page by page, and log out',
    async run(context, { arraySession, survey }) {
      // The client reads by id as well.
      const lack = (await survey()).lackOf('replication_session_instance_query');
      if (lack) throw new Lacking(lack);
      const { ask, target, signal: stop } = context;
      const signal = AbortSignal.any([AbortSignal.timeout(maxAnswers * target.timeoutMs), ...(stop ? [stop] : [])]);
      const exchange = await ask('replication_session_collection_query', {
        query: { limit: '50', order: attributeNames('id') },
      });
      try {
        await readByClient(context, arraySession, exchange, signal);
      } catch (error) {
        stop?.throwIfAborted();
        // The connection broke, unless it is the body that cannot be unpacked.
        if (!isPowerStoreError(error) || (isNetworkError(error) && !isDecompressionError(error))) throw error;
        // The message of the error may hold names of the array.
        const where = isApiError(error)
          ? `${error.operation} ${error.status}`
          : isContractError(error)
            ? error.operation
            : undefined;
        const subject = where === undefined ? error.code : `${error.code} (${where})`;
        context.find('client.error', exchange, `The client fails with ${subject}.`, {
          subject,
          expected: 'no error',
          actual: error.message,
        });
      }
    },
  },
];

/** Compares the sessions that the client reads with those of a single request. */
async function readByClient(
  { find, target: { url } }: CheckContext,
  arraySession: ArraySession,
  exchange: Exchange,
  signal: AbortSignal,
): Promise<void> {
  const expected = rowsOf(exchange).map((row) => row.id);
  await using array = await connect({ url, ...nobody, signal, fetch: fetchWithin(arraySession) });
  const sessions = await array.replicationSessions
    .list({ select: ['id', 'state'], pageSize: 2, signal })
    .toArray({ limit: 50 });
  const actual = sessions.map(({ id }) => id);
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    find('client.list', exchange, 'The client lists other sessions than the array returns in one request.', {
      expected,
      actual,
    });
  for (const { id, state } of sessions.slice(0, 3)) {
    const session = await array.replicationSessions.get(id, { select: ['id', 'state'], signal });
    if (session.id !== id || typeof session.state !== typeof state)
      find('client.get', exchange, 'The client reads another session than it asked for.', {
        expected: { id, state },
        actual: session,
      });
  }
}

/** The client does not need the user of the run: it borrows the login session. */
const nobody = { username: 'nobody', password: 'none' };

/** The client logs in and out. A run has one login session, so the client borrows that one. */
function fetchWithin(arraySession: ArraySession): typeof globalThis.fetch {
  return async (input, init) => {
    const { url, method, headers, signal } = new Request(input, init);
    const { pathname } = new URL(url);
    if (pathname.endsWith('/login_session')) {
      const { cookie, token } = arraySession.credentials;
      return Response.json([{ id: '0' }], { headers: { 'set-cookie': cookie, 'dell-emc-token': token } });
    }
    if (pathname.endsWith('/logout')) return new Response(undefined, { status: 204 });
    if (method !== 'GET') throw new Error(`The client sends ${method} ${pathname}, which is not a read.`);
    return arraySession.read(url, Object.fromEntries(headers), signal);
  };
}
