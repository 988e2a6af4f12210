// With any failures, in any order: a call ends, with an error that names its cause; no action is sent
// twice; and a login session is not opened more often than it was lost.
import type { Fault, FaultEffect, Simulator } from '@powerstore-api/mock-server';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  connect,
  isPowerStoreError,
  type Log,
  type LogEvent,
  type OperationId,
  type PowerStore,
} from '../src/index.js';
import { requests } from './helpers/simulated.js';
import { steppedTime } from './helpers/time.js';

const budget = 2000;
const attemptTimeout = 250;

const effects: fc.Arbitrary<FaultEffect> = fc.oneof(
  fc.record({
    status: fc.constantFrom<(401 | 403 | 422 | 500 | 503)[]>(401, 403, 422, 500, 503),
    carriedOut: fc.boolean(),
  }),
  fc.record({ status: fc.constant(503 as const), retryAfter: fc.constantFrom<(string | number)[]>(0, 1, 600, 'soon') }),
  fc.record({
    transport: fc.constantFrom<('reset' | 'stall' | 'cut')[]>('reset', 'stall', 'cut'),
    carriedOut: fc.boolean(),
  }),
  fc.record({ transport: fc.constant('slow' as const), delay: fc.constantFrom(10, 300) }),
  fc.record({ login: fc.constantFrom<('expired' | 'new-token')[]>('expired', 'new-token') }),
  fc.record({ collection: fc.record({ drop: fc.integer({ min: 1, max: 5 }) }) }),
);

const operations: (OperationId | undefined)[] = [
  undefined,
  'replication_session_collection_query',
  'replication_session_instance_query',
  'replication_session_pause',
  'replication_session_failover',
  'login_session_collection_query',
  'software_installed_collection_query',
];

const faults: fc.Arbitrary<Fault> = fc
  .record({
    operation: fc.constantFrom(...operations),
    times: fc.integer({ min: 1, max: 4 }),
    skip: fc.integer({ min: 0, max: 3 }),
    effect: effects,
  })
  .map(({ operation, ...fault }) => ({ array: 'a', ...fault, ...(operation && { operation }) }));

type Call = (array: PowerStore, id: string) => Promise<unknown>;

const calls: Readonly<Record<string, Call>> = {
  get: ({ replicationSessions }, id) => replicationSessions.get(id, { select: ['id', 'state'] }),
  list: ({ replicationSessions }) => replicationSessions.list({ pageSize: 3 }).toArray(),
  'three at once': ({ replicationSessions, jobs }, id) =>
    Promise.all([replicationSessions.get(id), jobs.list().toArray(), replicationSessions.list().first()]),
  release: (array) => array.release(),
  sync: ({ replicationSessions }, id) => replicationSessions.sync(id),
  pause: ({ replicationSessions }, id) => replicationSessions.pause(id),
  resume: ({ replicationSessions }, id) => replicationSessions.resume(id),
  failover: ({ replicationSessions }, id) => replicationSessions.failover(id, { is_planned: true }),
  modify: ({ replicationSessions }, id) => replicationSessions.modify(id, { role: 'Metro_Preferred' }),
};

const connected = ({ a }: Simulator, log: Log): Promise<PowerStore> =>
  connect({
    url: a.url,
    username: a.username,
    password: a.password,
    timeout: budget,
    attemptTimeout,
    retry: { retries: 3, longestPause: 1000 },
    log,
  });

/** The end of a call: `ended`, or a description of the fault. */
async function end(call: Promise<unknown>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    // Long after its time: it hangs.
    timer = setTimeout(() => resolve('has not ended'), budget + 10_000);
  });
  const ended = call.then(
    () => 'ended',
    (error: unknown) => (isPowerStoreError(error) ? 'ended' : `an unknown error: ${String(error)}`),
  );
  return Promise.race([ended, late]).finally(() => clearTimeout(timer));
}

/** Writes that reached the array and were not refused for want of a login: `POST /replication_session/a/sync`, how often. */
const writes = (sim: Simulator): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const text of requests(sim)) {
    const [request = '', status = ''] = text.split(' → ');
    if (request.startsWith('GET') || request.includes('/logout') || status === '401' || status === '403') continue;
    counts.set(request, (counts.get(request) ?? 0) + 1);
  }
  return counts;
};

test('a call ends well or with an error that says why, no action is sent twice, logins are few', async () => {
  const time = steppedTime();
  await fc.assert(
    fc.asyncProperty(
      fc.array(faults, { maxLength: 6 }),
      fc.array(fc.constantFrom(...Object.keys(calls)), { minLength: 1, maxLength: 6 }),
      async (schedule, names) => {
        await using sim = await time.simulator({ clock: 'manual', fast: true, tls: false });
        // Logins that were given up here may have been opened there all the same.
        let abandoned = 0;
        const log = (event: LogEvent): void => {
          if (event.type === 'error' && event.operation === 'login_session_collection_query') abandoned += 1;
        };
        await using array = await connected(sim, log);
        const id = String((await array.replicationSessions.list({ select: ['id'] }).first())?.id);
        for (const fault of schedule) sim.faults.add(fault);
        for (const name of names) expect(await end(calls[name]?.(array, id) ?? Promise.resolve())).toBe('ended');
        for (const [request, count] of writes(sim)) {
          const asked = names.filter((name) =>
            name === 'modify' ? request.startsWith('PATCH') : request.endsWith(`/${name}`),
          );
          expect(count, request).toBeLessThanOrEqual(asked.length);
        }
        const lost = sim.faults.list().reduce((sum, { effect, hits }) => {
          const ends = 'login' in effect || ('status' in effect && (effect.status === 401 || effect.status === 403));
          return sum + (ends ? hits : 0);
        }, 0);
        const opened = requests(sim).filter((text) => text === 'GET /login_session → 200').length;
        expect(opened).toBeLessThanOrEqual(1 + lost + abandoned);
      },
    ),
    { numRuns: 60 },
  );
});
