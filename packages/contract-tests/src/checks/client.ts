import { connect } from '@powerstore-api/client/node';
import type { Check } from './check.js';
import { rowsOf } from './rows.js';

/** The client of this project reads what the array has: the whole chain from contract to client. */
export const clientChecks: Check[] = [
  {
    id: 'client.reads',
    title: 'the client lists what the array lists, page by page, and logs out',
    async run({ ask, find, target }) {
      const { url, username, password, tls } = target;
      const exchange = await ask('replication_session_collection_query', { query: { limit: '50', order: 'id' } });
      const expected = rowsOf(exchange).map(({ id }) => id);
      await using array = await connect({ url, username, password, ...(tls && { tls }) });
      const sessions = await array.replicationSessions
        .list({ select: ['id', 'state'], pageSize: 2 })
        .toArray({ limit: 50 });
      if (JSON.stringify(sessions.map(({ id }) => id)) !== JSON.stringify(expected)) {
        find(
          'client.list',
          exchange,
          'the client read other sessions than one request returned',
          'If nothing changed meanwhile, report it to this project.',
        );
      }
      for (const { id, state } of sessions.slice(0, 3)) {
        const session = await array.replicationSessions.get(id, { select: ['id', 'state'] });
        if (session.id !== id || typeof session.state !== typeof state) {
          find(
            'client.get',
            exchange,
            'the client read another session than it asked for',
            'Report it to this project.',
          );
        }
      }
    },
  },
];
