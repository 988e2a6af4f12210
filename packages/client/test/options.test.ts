// A misspelt option must not be taken for none: a client with `readonly: true` would write.
import { describe, expect, test } from 'vitest';
import {
  type ConnectOptions,
  connect,
  connectPair,
  isInputError,
  isSafetyError,
  type PowerStore,
} from '../src/index.js';
import { connect as nodeConnect, nodeFetch } from '../src/node/index.js';
import { drill } from './helpers/drills.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';
import { simulated } from './helpers/simulated.js';

const address = { host: 'array-a.invalid', username: 'admin', password: 'hunter2' };

/** The message of the error that a call ends with, in a promise or at once. */
async function problemOf(call: () => unknown): Promise<string> {
  const error = await rejection((async () => call())());
  if (isInputError(error)) return error.message;
  throw error;
}

test.each<[options: object, problem: string]>([
  [{ ...address, readonly: true }, 'connect: readonly is not known. Did you mean readOnly?'],
  [{ ...address, dryrun: true }, 'connect: dryrun is not known. Did you mean dryRun?'],
  [{ ...address, readOnly: 'true' }, "connect: readOnly must be true or false, not 'true'."],
  [
    { ...address, allow: 'readonly' },
    "connect: allow must be one of read-only, non-disruptive, disruptive, not 'readonly'.",
  ],
  [{ ...address, confirm: true }, 'connect: confirm must be a function, not true.'],
  [{ ...address, retry: 3 }, 'connect: retry must be an object, not 3.'],
  [{ ...address, retry: { retires: 3 } }, 'connect: retry.retires is not known. Did you mean retries?'],
  [{ ...address, signal: 1000 }, 'connect: signal must be an AbortSignal, not 1000.'],
  [{ ...address, log: 'debug' }, "connect: log must be a function, not 'debug'."],
  [{ ...address, password: 12_345 }, 'connect: password must be a non-empty text, not this value.'],
  [{ ...address, password: '' }, 'connect: password must be a non-empty text, not an empty one.'],
  [
    { host: 'array-a.invalid', usernam: 'admin', password: 'hunter2' },
    'connect: username is missing. usernam is not known. Did you mean username?',
  ],
  [{}, 'connect: username is missing. password is missing.'],
])('connect refuses %j', async (options, problem) => {
  for (const open of [connect, nodeConnect]) {
    expect(await problemOf(() => open(options as ConnectOptions))).toBe(problem);
  }
});

test('each entry knows its own options', async () => {
  expect(await problemOf(() => connect({ ...address, tls: {} } as ConnectOptions))).toMatch(
    /^connect: tls is not known\. /,
  );
  expect(await problemOf(() => nodeConnect({ ...address, fetch } as ConnectOptions))).toMatch(
    /^connect: fetch is not known\. /,
  );
  expect(await problemOf(() => nodeConnect({ ...address, tls: { cert: 'x' } } as never))).toMatch(
    /^connect: tls\.cert is not known\. /,
  );
  expect(await problemOf(() => nodeFetch({ keepalive: 3 } as never))).toBe(
    'nodeFetch: keepalive is not known. Did you mean keepAlive?',
  );
  expect(await problemOf(() => connect(undefined as never))).toBe('connect: options is missing.');
});

describe('a method of an array', async () => {
  const wrong: [method: string, call: (array: PowerStore, id: string) => unknown, problem: RegExp][] = [
    [
      'list',
      ({ volumes }) => volumes.list({ filter: 'x' } as never),
      /^list: filter is not known\. Known are select, signal, pageSize, /,
    ],
    ['list of attributes', ({ volumes }) => volumes.list(['id'] as never), /^list: 0 is not known\. /],
    [
      'list of a collection without pages',
      ({ cluster }) => cluster.list({ where: {} } as never),
      /^list: where is not known\. Known are select, signal\.$/,
    ],
    [
      'toArray',
      ({ volumes }) => volumes.list().toArray({ limits: 3 } as never),
      /^toArray: limits is not known\. Did you mean limit\?$/,
    ],
    [
      'get',
      ({ volumes }, id) => volumes.get(id, { selct: ['id'] } as never),
      /^get: selct is not known\. Did you mean select\?$/,
    ],
    ['loginSession', (array) => array.loginSession({ selct: ['id'] } as never), /^loginSession: selct is not known\. /],
    [
      'request',
      (array, id) => array.request('replication_session_pause', { paths: { id } } as never),
      /^request: paths is not known\. Did you mean path\?$/,
    ],
    [
      'an action',
      ({ replicationSessions }, id) => replicationSessions.pause(id, { confrim: true } as never),
      /^pause: confrim is not known\. Did you mean confirm\?$/,
    ],
    [
      'an action without a body that gets one',
      ({ replicationSessions }, id) =>
        (replicationSessions.pause as (...all: unknown[]) => unknown)(id, {}, { timeout: 1 }),
      /^pause: takes no body; its options come last$/,
    ],
    [
      'an option in the body',
      ({ replicationSessions }, id) => replicationSessions.failover(id, { confirm: true } as never),
      /^failover: confirm is an option and no field of the body/,
    ],
    [
      'a body that is none',
      ({ replicationSessions }, id) => replicationSessions.failover(id, true as never),
      /^failover: the body must be a plain object$/,
    ],
    [
      'watch',
      ({ replicationSessions }, id) => replicationSessions.watch(id, { intervall: 1 } as never),
      /^watch: intervall is not known\. Did you mean interval\?$/,
    ],
    [
      'waitUntil without options',
      ({ replicationSessions }, id) => replicationSessions.waitUntil(id, 'OK', undefined as never),
      /^waitUntil: options is missing\.$/,
    ],
    [
      'waitUntil without a timeout',
      ({ replicationSessions }, id) => replicationSessions.waitUntil(id, 'OK', {} as never),
      /^waitUntil: timeout is missing\.$/,
    ],
    [
      'waitUntil for a state that is none',
      ({ replicationSessions }, id) => replicationSessions.waitUntil(id, 'Ok' as never, { timeout: 1000 }),
      /^waitUntil: Ok is not a state of the contract\. Did you mean OK\?$/,
    ],
    [
      'wait for a job',
      ({ jobs }, id) => jobs.wait(id, { timeout: 1, onprogress: () => undefined } as never),
      /^wait: onprogress is not known\. Did you mean onProgress\?$/,
    ],
    [
      'release',
      (array) => array.release({ signal: undefined } as never),
      /^release: signal must be an AbortSignal, not an object\.$/,
    ],
  ];

  test.each(wrong)('%s: sends nothing', async (_, call, problem) => {
    await using it = await simulated();
    expect(await problemOf(() => call(it.array, it.id))).toMatch(problem);
    expect(it.asked()).toEqual([]);
  });
});

describe('a method of a pair', () => {
  test('sends nothing', async () => {
    await using it = await drill();
    const { pair, id, calls } = it;
    const problems: [call: () => unknown, problem: string][] = [
      [() => pair.session(id, { sginal: undefined } as never), 'session: sginal is not known. Did you mean signal?'],
      [() => pair.sessions({ were: {} } as never), 'sessions: were is not known. Did you mean where?'],
      [
        () => pair.plannedFailover(id, { reprotekt: true } as never),
        'plannedFailover: reprotekt is not known. Did you mean reprotect?',
      ],
      [() => pair.failback(id, { timout: 1 } as never), 'failback: timout is not known. Did you mean timeout?'],
      // It would make a planned failover of an unplanned one.
      [
        () => pair.unplannedFailover(id, { body: { is_planned: true } } as never),
        'unplannedFailover: body.is_planned is not known. Known are force, use_test_copy, failover_snapshot_id.',
      ],
      [
        () => pair.failoverTest(id, () => 1, { keepsnapshot: true } as never),
        'failoverTest: keepsnapshot is not known. Did you mean keepSnapshot?',
      ],
      [() => pair.failoverTest(id, {} as never), 'failoverTest: test must be a function, not an object.'],
      [
        () => connectPair({ host: 'a' } as never, it.b),
        'connectPair: a must be a connected array, or a function that connects to one, not an object.',
      ],
    ];
    for (const [call, problem] of problems) expect(await problemOf(call)).toBe(problem);
    expect(calls).toEqual([]);
  });
});

const inheriting = <T extends object>(options: T): T => Object.create(options) as T;

describe('an option counts that an object inherits, or has a getter for', () => {
  test.each([connect, nodeConnect])('readOnly, whatever a getter says later', async (open) => {
    await using fake = await fakeArray();
    let reads = 0;
    const options = {
      url: fake.origin,
      username,
      password,
      get readOnly() {
        reads += 1;
        return reads === 1;
      },
    };
    await using array = await open(options);
    expect(isSafetyError(await rejection(array.replicationSessions.pause('a')))).toBe(true);
    expect(array.safety.allow).toBe('read-only');
  });

  test('the signal of an action', async () => {
    await using fake = await fakeArray();
    await using array = await connect({ url: fake.origin, username, password });
    const reason = new Error('changed my mind');
    const options = inheriting({ signal: AbortSignal.abort(reason) });
    expect(await rejection(array.replicationSessions.pause('a', options))).toBe(reason);
    expect(fake.asked).toEqual([]);
  });

  test('a misspelt one of a failover test', async () => {
    await using it = await drill();
    const options: object = inheriting({ keepsnapshot: true });
    expect(await problemOf(() => it.pair.failoverTest(it.id, () => 1, options))).toContain(
      'Did you mean keepSnapshot?',
    );
    expect(it.calls).toEqual([]);
  });

  test('but a field of a body or a condition is not sent, so the object is refused', async () => {
    await using fake = await fakeArray();
    const { replicationSessions } = await connect({ url: fake.origin, username, password });
    for (const body of [inheriting({ is_planned: false }), new Map([['is_planned', false]])])
      expect(await problemOf(() => replicationSessions.failover('a', body as object))).toBe(
        'failover: the body must be a plain object',
      );
    for (const where of [inheriting({ state: 'OK' }), new Map([['state', 'OK']]), { not: new Set(['OK']) }])
      expect(await problemOf(() => replicationSessions.list({ where: where as object }))).toBe(
        'where: conditions must be a plain object',
      );
    expect(fake.asked).toEqual([]);
  });
});
