import { createSimulator } from '@powerstore-api/mock-server';
import { describe, expect, test } from 'vitest';
import {
  connect,
  connectPair,
  InputError,
  isAuthenticationError,
  isNetworkError,
  isNotFoundError,
  isPairError,
  isPowerStoreError,
  NetworkError,
  type PowerStore,
} from '../../src/index.js';
import { connect as nodeConnect } from '../../src/node/index.js';
import { steppedTime } from '../helpers/time.js';
import { drill } from '../helpers/drills.js';
import { rejection } from '../helpers/rejection.js';
import { login } from '../helpers/simulated-pair.js';
import { stopped } from '../helpers/stopped.js';

const specs = [
  { name: 'one' },
  { name: 'two', source: 'b', kind: 'volume_group' },
  { name: 'three', type: 'Metro_Active_Active', thirdSite: true },
] as const;

const start = () => steppedTime().simulator({ fast: true, clock: 'manual', sessions: specs });

describe('a session on both arrays', () => {
  test('which side is the source', async () => {
    await using it = await drill();
    const session = await it.pair.session(it.id);
    expect(session).toMatchObject({
      id: it.id,
      source: 'a',
      destination: 'b',
      preferred: undefined,
      nonPreferred: undefined,
      problems: [],
      a: { site: 'a', error: undefined, session: { role: 'Source' } },
      b: { site: 'b', error: undefined, session: { role: 'Destination' } },
    });
  });

  test('which side of metro is preferred', async () => {
    await using it = await drill({ type: 'Metro_Active_Active', source: 'b' });
    expect(await it.pair.session(it.id)).toMatchObject({
      source: undefined,
      destination: undefined,
      preferred: 'b',
      nonPreferred: 'a',
    });
  });

  test('one side paused alone', async () => {
    await using it = await drill();
    it.sim.link.cut();
    await it.b.replicationSessions.pause(it.id);
    await it.b.replicationSessions.waitUntil(it.id, 'Paused', { timeout: 600_000 });
    expect((await it.pair.session(it.id)).problems).toEqual(['a is System_Paused and b is Paused']);
  });

  test('one array out of reach: the session as the other one has it', async () => {
    await using it = await drill();
    await it.sim.b.power('off');
    const { a, b, source, destination, problems } = await it.pair.session(it.id);
    expect([source, destination, a.session?.state, isNetworkError(b.error)]).toEqual(['a', 'b', 'System_Paused', true]);
    expect(problems).toEqual([expect.stringMatching(/^b could not be read: GET /)]);
  });

  test('one array that has no such session', async () => {
    await using sim = await start();
    await using a = await login(sim.a);
    await using b = await login(sim.b);
    await using pair = await connectPair(a, b);
    const [third] = await a.replicationSessions
      .list({ where: { type: 'Asynchronous', resource_type: 'volume' } })
      .toArray();
    const listed = new Set((await pair.sessions()).map(({ id }) => id));
    const all = await a.replicationSessions.list().toArray();
    const elsewhere = all.find(({ id }) => !listed.has(id));
    expect([listed.size, all.length, typeof third?.id]).toEqual([3, 4, 'string']);
    const session = await pair.session(String(elsewhere?.id));
    expect([isNotFoundError(session.b.error), session.problems]).toEqual([true, ['b has no such session']]);
  });

  test('neither array has such a session', async () => {
    await using it = await drill();
    expect(isNotFoundError(await rejection(it.pair.session('00000000-0000-4000-8000-000000000000')))).toBe(true);
    await expect(it.pair.session('')).rejects.toThrow(InputError);
  });

  test('an abort', async () => {
    await using it = await drill();
    const reason = new Error('no');
    const signal = AbortSignal.abort(reason);
    await expect(it.pair.session(it.id, { signal })).rejects.toBe(reason);
    await expect(it.pair.sessions({ signal })).rejects.toBe(reason);
  });
});

describe('the sessions between two arrays', () => {
  test('without those with a third one', async () => {
    await using sim = await start();
    await using pair = await connectPair(
      () => login(sim.a),
      () => login(sim.b),
    );
    const sessions = await pair.sessions();
    expect(sessions.map(({ source, preferred, problems }) => [source ?? preferred, ...problems]).toSorted()).toEqual([
      ['a'],
      ['a'],
      ['b'],
    ]);
  });

  test('a filter that one side fits brings both sides', async () => {
    await using sim = await start();
    await using pair = await connectPair(
      () => login(sim.a),
      () => login(sim.b),
    );
    const sessions = await pair.sessions({ where: { role: 'Source' } });
    expect(sessions.map(({ a, b }) => [a.session?.role, b.session?.role].join()).toSorted()).toEqual([
      'Destination,Source',
      'Source,Destination',
    ]);
  });

  test('one array out of reach: those of the other one, as far as it is known which', async () => {
    await using sim = await start();
    await using a = await login(sim.a);
    await using b = await login(sim.b);
    await using pair = await connectPair(a, b);
    await sim.b.power('off');
    const sessions = await pair.sessions();
    expect(sessions).toHaveLength(3);
    expect(sessions.every((session) => isNetworkError(session.b.error))).toBe(true);

    // Of a pair that has never seen the other array it is not.
    await using half = await connectPair(a, b);
    const error = await rejection(half.sessions());
    if (!isPairError(error)) throw error;
    expect(error.message).toMatch(/^b is out of reach, and a replicates to 2 arrays: GET https?:\/\/\S+: /);
    expect(isNetworkError(error.cause)).toBe(true);
  });
});

describe('connecting', () => {
  test('a certificate that is not trusted will not be trusted later', async () => {
    await using sim = await createSimulator({ tls: true, clock: 'manual', fast: true });
    const { url, username, password, certificate: ca = '' } = sim.a;
    const error = await rejection(
      connectPair(
        () => nodeConnect({ url, username, password, tls: { ca } }),
        () => nodeConnect({ url: sim.b.url, username, password, tls: { ca } }),
      ),
    );
    expect(isNetworkError(error) && [error.kind, error.message]).toEqual(['tls', expect.stringContaining(sim.b.url)]);
  });

  test('leaves open the arrays it was given, and closes the arrays it has opened', async () => {
    await using sim = await start();
    await using a = await login(sim.a);
    let b: PowerStore | undefined;
    await using pair = await connectPair(a, async () => (b = await login(sim.b)));
    await pair.close();
    await pair.close();
    expect((await a.cluster.get('0', { select: ['name'] })).name).toBe('array-a');
    expect(isPowerStoreError(await rejection(b?.cluster.get('0') ?? Promise.resolve()))).toBe(true);
  });

  test('one array may be out of reach, and come back', async () => {
    await using sim = await start();
    await sim.a.power('off');
    await using pair = await connectPair(
      () => login(sim.a),
      () => login(sim.b),
    );
    // Which of the remote systems of B is A cannot be told yet.
    expect(isPowerStoreError(await rejection(pair.sessions()))).toBe(true);
    await sim.a.power('on');
    expect((await pair.sessions()).flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('both out of reach', async () => {
    await using sim = await start();
    await sim.a.power('off');
    await sim.b.power('off');
    const error = await rejection(
      connectPair(
        () => login(sim.a),
        () => login(sim.b),
      ),
    );
    expect(
      isPairError(error) && error.cause instanceof AggregateError && error.cause.errors.map(isNetworkError),
    ).toEqual([true, true]);
  });

  test('a wrong password is not taken for an array out of reach', async () => {
    await using sim = await start();
    const wrong = { url: sim.b.url, username: sim.b.username, password: 'wrong' };
    const error = await rejection(
      connectPair(
        () => login(sim.a),
        () => login({ ...sim.b, ...wrong }),
      ),
    );
    expect(isAuthenticationError(error)).toBe(true);
  });

  test('the same array twice is refused before anything else is asked of it', async () => {
    const asked: string[] = [];
    await using sim = await steppedTime().simulator({
      fast: true,
      clock: 'manual',
      sessions: specs,
      onRequest: ({ method, target }) => asked.push(`${method} ${target.replace('/api/rest', '').split('?')[0]}`),
    });
    const { username, password, url } = sim.a;
    const error = await rejection(
      connectPair(
        () => login(sim.a),
        () => connect({ username, password, url: url.replace('127.0.0.1', 'localhost') }),
      ),
    );
    expect(isPairError(error) && error.message).toMatch(/^a and b are the same array/);
    expect(asked.toSorted()).toEqual(
      ['GET /login_session', 'GET /cluster/0', 'POST /logout'].flatMap((each) => [each, each]).toSorted(),
    );
  });

  test('the same array twice is refused when it comes back under its second address', async () => {
    await using sim = await start();
    await using a = await login(sim.a);
    let isBack = false;
    await using pair = await connectPair(a, () =>
      isBack ? login(sim.a) : Promise.reject(new NetworkError({ method: 'GET', url: 'https://b' }, new Error('no'))),
    );
    isBack = true;
    const [one] = await a.replicationSessions.list({ where: { type: 'Asynchronous', role: 'Source' } }).toArray();
    const { b, destination } = await pair.session(String(one?.id));
    expect([b.session, isPairError(b.error), destination]).toEqual([undefined, true, 'b']);
    expect(isPairError(await rejection(pair.sessions()))).toBe(true);
    const before = sim.journal.length;
    const error = await stopped(pair.unplannedFailover(String(one?.id)));
    expect(error.message).toContain('a and b are the same array');
    expect(sim.journal.slice(before).some(({ text }) => text.includes('/failover'))).toBe(false);
  });

  test('an array is no pair with itself, or with a stranger', async () => {
    await using sim = await start();
    await using strangers = await createSimulator({ fast: true, clock: 'manual', seed: 2 });
    await using a = await login(sim.a);
    await using stranger = await login(strangers.b);
    const same = await rejection(connectPair(a, a));
    expect(isPairError(same) && same.message).toMatch(/^a and b are the same array/);
    const strange = await rejection(connectPair(a, stranger));
    expect(isPairError(strange) && strange.message).toMatch(/^a does not know b \(PS.*\) as a remote system$/);
  });
});
