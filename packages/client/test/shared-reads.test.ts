import { EventEmitter, getEventListeners, once } from 'node:events';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { connect, isApiError, isNotFoundError, type PowerStore } from '../src/index.js';
import { type Answer, fakeArray, password, type Seen, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';
import { steppedTime, until } from './helpers/time.js';

const interval = 8000;

afterEach(() => {
  vi.restoreAllMocks();
});

interface Row {
  readonly id: string;
  state: string;
}

/** An array with sessions and jobs that can be changed, and its reads of them with the time of each. */
async function watched(count: number, answer: (seen: Seen) => Answer | undefined = () => undefined) {
  const time = steppedTime();
  // A pause is as long as the interval says.
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  const rows = new Map(Array.from({ length: count }, (_, index) => [`s-${index}`, { id: `s-${index}`, state: 'OK' }]));
  const jobs = new Map([['j-0', { id: 'j-0', state: 'RUNNING' }]]);
  const reads: { readonly at: number; readonly path: string; readonly query: Seen['query'] }[] = [];
  const fake = await fakeArray({
    answer(seen) {
      const [, resource, id] = seen.path.split('/');
      if (seen.method !== 'GET' || (resource !== 'replication_session' && resource !== 'job')) return undefined;
      reads.push({ at: performance.now(), path: seen.path, query: seen.query });
      const given = answer(seen);
      if (given) return given;
      const all: Map<string, Row> = resource === 'job' ? jobs : rows;
      if (id !== undefined) {
        const row = all.get(id);
        return row ? { status: 200, body: row } : { status: 404, body: { messages: [] } };
      }
      const [, ids = ''] = /^in\.\((.*)\)$/.exec(seen.query['id'] ?? '') ?? [];
      return { status: 200, body: ids.split(',').flatMap((one) => all.get(one) ?? []) };
    },
  });
  const array: PowerStore = await connect({ url: fake.origin, username, password });
  onTestFinished(async () => {
    await array.close();
    await fake[Symbol.asyncDispose]();
  });
  const aborting = new AbortController();
  /** Watches a session until its watch ends; its states, and its end. */
  const watch = (id: string, signal: AbortSignal = aborting.signal) => {
    const states: string[] = [];
    const end = (async () => {
      for await (const { session } of array.replicationSessions.watch(id, { interval, signal }))
        states.push(session.state);
    })().catch((error: unknown) => error);
    return { states, end };
  };
  return { time, array, rows, jobs, reads, watch, abort: () => aborting.abort(), began: performance.now() };
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `s-${index}`);

test('a hundred watches are one request an interval', async () => {
  const one = await watched(100);
  const watches = ids(100).map((id) => one.watch(id));
  const after = (intervals: number): boolean => performance.now() - one.began > intervals * interval;
  await until(() => after(12));
  one.abort();
  await Promise.all(watches.map(({ end }) => end));
  expect(watches.map(({ states }) => states)).toEqual(ids(100).map(() => ['OK']));
  const times = one.reads.map(({ at }) => (at - one.began) / interval);
  // The first reads follow each other faster, as after each change.
  expect(times.filter((at) => at < 1).length).toBe(4);
  for (let from = 1; from < 11; from += 1) {
    expect(times.filter((at) => at >= from - 0.01 && at < from + 0.99)).toHaveLength(1);
  }
  expect(new Set(one.reads.map(({ path }) => path))).toEqual(new Set(['/replication_session']));
  expect(one.reads[0]?.query).toEqual({ id: `in.(${ids(100).join(',')})`, select: '*', limit: '100' });
});

test('everybody sees the change of their own session', async () => {
  const one = await watched(3);
  const watches = ids(3).map((id) => one.watch(id));
  await until(() => watches.every(({ states }) => states.length === 1));
  one.rows.set('s-1', { id: 's-1', state: 'Paused' });
  await until(() => watches[1]?.states.length === 2);
  one.abort();
  await Promise.all(watches.map(({ end }) => end));
  expect(watches.map(({ states }) => states)).toEqual([['OK'], ['OK', 'Paused'], ['OK']]);
});

test('a single watch reads its session by its id, and so do several of the same one', async () => {
  const one = await watched(1);
  const watches = [one.watch('s-0'), one.watch('s-0')];
  await until(() => one.reads.length > 5);
  one.abort();
  await Promise.all(watches.map(({ end }) => end));
  expect(new Set(one.reads.map(({ path }) => path))).toEqual(new Set(['/replication_session/s-0']));
  expect(new Set(one.reads.map(({ at }) => at)).size).toBe(one.reads.length);
});

test('watches and waits read together, and so do the waits for jobs', async () => {
  const one = await watched(2);
  one.jobs.set('j-1', { id: 'j-1', state: 'RUNNING' });
  const watch = one.watch('s-0');
  const timeout = 100 * interval;
  const { replicationSessions, jobs } = one.array;
  const waits = [
    replicationSessions.waitUntil('s-1', 'Paused', { timeout, interval }),
    jobs.wait('j-0', { timeout, interval }),
    jobs.wait('j-1', { timeout, interval }),
  ];
  await until(() => one.reads.length > 12);
  one.rows.set('s-1', { id: 's-1', state: 'Paused' });
  for (const id of ['j-0', 'j-1']) one.jobs.set(id, { id, state: 'COMPLETED' });
  expect(await Promise.all(waits)).toMatchObject([{ id: 's-1' }, { id: 'j-0' }, { id: 'j-1' }]);
  const paths = one.reads.map(({ path }) => path);
  one.abort();
  await watch.end;
  expect(new Set(paths)).toEqual(new Set(['/replication_session', '/job']));
});

test('a later watch reads at once, and then with the others', async () => {
  const one = await watched(3);
  const watches = [one.watch('s-0'), one.watch('s-1')];
  await until(() => one.reads.length === 6);
  const before = performance.now();
  watches.push(one.watch('s-2'));
  await until(() => one.reads.length === 7);
  expect(one.reads[6]).toMatchObject({ path: '/replication_session/s-2', at: before });
  await until(() => one.reads.length === 12);
  one.abort();
  await Promise.all(watches.map(({ end }) => end));
  expect(new Set(one.reads.slice(7).map(({ query }) => query['id']))).toEqual(new Set(['in.(s-0,s-1,s-2)']));
});

test('a session that is gone ends its watch and no other', async () => {
  const one = await watched(3);
  const watches = ids(3).map((id) => one.watch(id));
  await until(() => watches.every(({ states }) => states.length === 1));
  one.rows.delete('s-1');
  expect(isNotFoundError(await watches[1]?.end)).toBe(true);
  const { length } = one.reads;
  await until(() => one.reads.length === length + 3);
  one.abort();
  await Promise.all(watches.map(({ end }) => end));
  expect(one.reads.slice(length).map(({ query }) => query['id'])).toEqual(Array(3).fill('in.(s-0,s-2)'));
});

test('a failure is everybody’s', async () => {
  let failing = false;
  const one = await watched(2, () => (failing ? { status: 503, body: { messages: [] } } : undefined));
  const watches = ids(2).map((id) => one.watch(id));
  await until(() => watches.every(({ states }) => states.length === 1));
  failing = true;
  const { length } = one.reads;
  for (const { end } of watches) expect(await end).toMatchObject({ status: 503 });
  // Five are tolerated.
  expect(one.reads).toHaveLength(length + 6);
});

test.each([400, 404, 414, 422])(
  'if the array answers a list with %i, each session is read by itself',
  async (status) => {
    const one = await watched(2, ({ path }) =>
      path === '/replication_session' ? { status, body: { messages: [] } } : undefined,
    );
    const watches = ['s-0', 's-1', 'unknown'].map((id) => one.watch(id));
    expect(isNotFoundError(await watches[2]?.end)).toBe(true);
    await until(() => watches.slice(0, 2).every(({ states }) => states.length === 1));
    one.abort();
    await Promise.all(watches.map(({ end }) => end));
  },
);

test('an id that is none is read by itself', async () => {
  const one = await watched(2);
  const watches = ['s-0', 'a,b)', 's-1'].map((id) => one.watch(id));
  expect(isApiError(await watches[1]?.end)).toBe(true);
  expect(one.reads.map(({ path }) => path)).toContain('/replication_session/a%2Cb)');
  one.abort();
  await Promise.all(watches.map(({ end }) => end));
  for (const { query } of one.reads) expect([undefined, 'in.(s-0,s-1)']).toContain(query['id']);
});

test('many ids are several requests, none of them too long', async () => {
  const many = Array.from({ length: 400 }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  const one = await watched(0);
  for (const id of many) one.rows.set(id, { id, state: 'OK' });
  const watches = many.map((id) => one.watch(id));
  await until(() => watches.every(({ states }) => states.length === 1));
  const first = one.reads.filter(({ at }) => at === one.reads[0]?.at);
  one.abort();
  await Promise.all(watches.map(({ end }) => end));
  expect(first).toHaveLength(4);
  expect(first.flatMap(({ query }) => (query['id'] ?? '').slice(4, -1).split(',')).toSorted()).toEqual(many);
});

test('an abort ends one watch, and nothing is polled after the last', async () => {
  const one = await watched(2);
  const aborting = new AbortController();
  const [first, second] = [one.watch('s-0', aborting.signal), one.watch('s-1')];
  await until(() => one.reads.length === 6);
  const reason = new Error('enough');
  aborting.abort(reason);
  expect(await first.end).toBe(reason);
  await until(() => one.reads.length === 9);
  expect(one.reads.slice(6).map(({ path }) => path)).toEqual(Array(3).fill('/replication_session/s-1'));
  one.abort();
  await second.end;
  const { length } = one.reads;
  await vi.advanceTimersByTimeAsync(10 * interval);
  expect(one.reads).toHaveLength(length);
});

test('a read is aborted when nobody waits for it any more', async () => {
  const events = new EventEmitter();
  const one = await watched(2);
  const { fetch } = globalThis;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = new URL(String(input));
    if (!url.searchParams.has('id')) return fetch(input, init);
    events.emit('asked');
    return new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => {
        events.emit('aborted');
        reject(new Error('aborted'));
      });
    });
  });
  const [a, b] = [new AbortController(), new AbortController()];
  const asked = once(events, 'asked');
  const watches = [one.watch('s-0', a.signal), one.watch('s-1', b.signal)];
  await asked;
  let isAborted = false;
  const aborted = once(events, 'aborted').then(() => (isAborted = true));
  a.abort();
  await watches[0]?.end;
  expect(isAborted).toBe(false);
  b.abort();
  await watches[1]?.end;
  await aborted;
});

test('while a watcher is at work on a change its session is not read', async () => {
  const one = await watched(2);
  const other = one.watch('s-1');
  const changes = one.array.replicationSessions.watch('s-0', { interval })[Symbol.asyncIterator]();
  expect(await changes.next()).toMatchObject({ value: { session: { id: 's-0' } } });
  const { length } = one.reads;
  await until(() => one.reads.length === length + 4);
  expect(new Set(one.reads.slice(length).map(({ path }) => path))).toEqual(new Set(['/replication_session/s-1']));
  one.abort();
  await other.end;
  await changes.return?.();
});

test('a hundred users of a signal are one listener, and no warning', async () => {
  const one = await watched(50);
  const warnings: Error[] = [];
  const onWarning = (warning: Error): number => warnings.push(warning);
  process.on('warning', onWarning);
  onTestFinished(() => void process.off('warning', onWarning));
  const aborting = new AbortController();
  const { signal } = aborting;
  let most = 0;
  const watches = ids(50).map((id) => one.watch(id, signal));
  const reads = ids(50).map((id) => one.array.replicationSessions.get(id, { signal }));
  const lists = ids(20).map(() => one.array.replicationSessions.list({ signal }).toArray());
  await until(() => {
    most = Math.max(most, getEventListeners(signal, 'abort').length);
    return watches.every(({ states }) => states.length === 1);
  });
  await Promise.all([...reads, ...lists]);
  aborting.abort();
  await Promise.all(watches.map(({ end }) => end));
  expect(most).toBe(1);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  await new Promise((resolve) => process.nextTick(resolve));
  expect(warnings).toEqual([]);
  expect(await rejection(one.array.replicationSessions.get('s-0', { signal }))).toBe(signal.reason);
});
