import { getEventListeners } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import {
  InputError,
  connect,
  isApiError,
  isContractError,
  isJobError,
  isJobNotFoundError,
  isNotCarriedOutError,
  isOutcomeUnknownError,
  isPowerStoreError,
  isWaitTimeoutError,
  type JobStatus,
} from '../src/index.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';
import { login, simulated } from './helpers/simulated-pair.js';
import { steppedTime, until } from './helpers/time.js';

const interval = 500;
const timeout = 60_000;
const operation = 'job_instance_query';

afterEach(() => {
  vi.restoreAllMocks();
});

test('an action becomes a job, which tells how far it is and when it has ended', async () => {
  await using one = await simulated();
  const job = await one.a.replicationSessions.failover(one.id, { is_planned: true }, { async: true });
  expect(job).toMatchObject({ id: expect.any(String), operation: 'replication_session_failover' });
  expect(await job.status()).toMatchObject({ id: job.id, phase: 'In_Progress', resource_id: one.id });
  const seen: JobStatus[] = [];
  const onProgress = (status: JobStatus): void => {
    seen.push(status);
    one.sim.clock.advance(1000);
  };
  expect(await job.wait({ timeout, interval, onProgress })).toBeUndefined();
  expect(seen[0]).toMatchObject({ phase: 'In_Progress', progress_percentage: 0 });
  expect(seen.at(-1)).toMatchObject({ phase: 'Completed', progress_percentage: 100, response_body: null });
  expect(seen.length).toBeGreaterThan(2);
  expect(await one.a.replicationSessions.get(one.id, { select: ['state'] })).toEqual({ state: 'Failed_Over' });
});

test('each action of a session asks for a job', async () => {
  const asked: string[] = [];
  await using fake = await fakeArray({
    answer: ({ method, path, query, body }) => {
      if (method === 'GET' || path === '/logout') return undefined;
      asked.push(`${method} ${path} ${query['is_async']} ${body}`.trim());
      return { status: 202, body: { id: 'job-1' } };
    },
  });
  await using array = await connect({ url: fake.origin, username, password });
  const { replicationSessions: sessions, volumes, volumeGroups } = array;
  const options = { async: true } as const;
  const jobs = [
    await sessions.modify('a', { role: 'Metro_Preferred' }, options),
    await sessions.sync('a', options),
    await sessions.pause('a', options),
    await sessions.resume('a', options),
    await sessions.failover('a', undefined, options),
    await sessions.reprotect('a', undefined, options),
    await sessions.startFailoverTest('a', { snapshot_id: 's' }, options),
    await sessions.stopFailoverTest('a', undefined, options),
    await sessions.promote('a', options),
    await sessions.demote('a', options),
    await volumes.modify('a', { name: 'b' }, options),
    await volumes.configureMetro('a', { remote_system_id: 'b' }, options),
    await volumes.endMetro('a', undefined, options),
    await volumeGroups.modify('a', { name: 'b' }, options),
    await volumeGroups.configureMetro('a', { remote_system_id: 'b' }, options),
    await volumeGroups.endMetro('a', undefined, options),
  ];
  expect(new Set(jobs.map(({ id }) => id))).toEqual(new Set(['job-1']));
  expect(new Set(jobs.map((job) => job.operation)).size).toBe(jobs.length);
  expect(asked).toEqual([
    'PATCH /replication_session/a true {"role":"Metro_Preferred"}',
    'POST /replication_session/a/sync true',
    'POST /replication_session/a/pause true',
    'POST /replication_session/a/resume true',
    'POST /replication_session/a/failover true',
    'POST /replication_session/a/reprotect true',
    'POST /replication_session/a/start_failover_test true {"snapshot_id":"s"}',
    'POST /replication_session/a/stop_failover_test true',
    'POST /replication_session/a/promote true',
    'POST /replication_session/a/demote true',
    'PATCH /volume/a true {"name":"b"}',
    'POST /volume/a/configure_metro true {"remote_system_id":"b"}',
    'POST /volume/a/end_metro true',
    'PATCH /volume_group/a true {"name":"b"}',
    'POST /volume_group/a/configure_metro true {"remote_system_id":"b"}',
    'POST /volume_group/a/end_metro true',
  ]);
});

test('without it nothing is asked for', async () => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  await array.replicationSessions.sync('a');
  await array.replicationSessions.sync('a', { async: false });
  expect(fake.seen.slice(1).map(({ query }) => query)).toEqual([{}, {}]);
});

test('an output comes with the end of the job', async () => {
  await using one = await simulated();
  const { startFailoverTest, stopFailoverTest } = one.b.replicationSessions;
  await startFailoverTest(one.id);
  const job = await stopFailoverTest(one.id, { create_end_of_test_snapshot: true }, { async: true });
  expect(await job.wait({ timeout })).toEqual({ snapshot_id: expect.any(String) });
  await startFailoverTest(one.id);
  const other = await stopFailoverTest(one.id, {}, { async: true });
  expect(await other.wait({ timeout })).toBeUndefined();
});

test('the session of configureMetro comes with the end of the job', async () => {
  await using one = await simulated({
    sessions: [{ name: 'erp-data' }, { name: 'plain', type: 'Metro_Active_Active' }],
  });
  const { volumes } = one.a;
  await volumes.endMetro('name:plain');
  one.sim.clock.advance(60_000);
  const job = await volumes.configureMetro('name:plain', { remote_system_id: 'name:array-b' }, { async: true });
  one.sim.clock.advance(60_000);
  const made = await job.wait({ timeout, interval });
  expect(made).toEqual({ metro_replication_session_id: expect.any(String) });
  const session = await one.a.replicationSessions.get(made?.metro_replication_session_id ?? '', { select: ['type'] });
  expect(session).toEqual({ type: 'Metro_Active_Active' });
});

test('a job that fails rejects with the messages of the array', async () => {
  await using one = await simulated();
  one.sim.faults.add({
    operation: 'replication_session_failover',
    effect: { job: 'fails', text: 'The destination is gone.', code: '0xE0A1' },
  });
  const job = await one.a.replicationSessions.failover(one.id, { is_planned: true }, { async: true });
  one.sim.clock.advance(60_000);
  const error = await rejection(job.wait({ timeout, interval }));
  expect(isJobError(error)).toBe(true);
  expect(isPowerStoreError(error) && !isJobNotFoundError(error) && !isApiError(error)).toBe(true);
  expect(error).toMatchObject({
    name: 'JobError',
    code: 'ERR_POWERSTORE_JOB',
    message: `replication_session_failover (job ${job.id}) failed with 422: The destination is gone. (0xE0A1)`,
    jobId: job.id,
    operation: 'replication_session_failover',
    status: 422,
    messages: [{ code: '0xE0A1', severity: 'Error', message_l10n: 'The destination is gone.' }],
    job: { id: job.id, phase: 'Failed' },
  });
});

test('a job that may not be carried out fails as well', async () => {
  await using one = await simulated();
  const job = await one.a.replicationSessions.resume(one.id, { async: true });
  expect(await rejection(job.wait({ timeout }))).toMatchObject({ code: 'ERR_POWERSTORE_JOB', status: 422 });
});

test.each([
  [{ state: 'UNRECOVERABLE_FAILED', response_body: null }, 'UNRECOVERABLE_FAILED', undefined],
  [{ state: 'FAILED', phase: 'Skipped', response_body: null }, 'SKIPPED', undefined],
  [{ state: 'FAILED', response_status: 'Brand_New', response_body: {} }, 'FAILED', undefined],
  [{ state: 'FAILED', response_status: '503', response_body: { messages: [] } }, '503', 503],
] as const)('a job of %j has failed', async (job, text, status) => {
  await using fake = await fakeArray({ rows: { job: [{ id: 'a', ...job }] } });
  await using array = await connect({ url: fake.origin, username, password });
  const error = await rejection(array.jobs.wait('a', { timeout }));
  expect(error).toMatchObject({ message: `job a failed with ${text}`, messages: [] });
  expect((error as { status?: number }).status).toBe(status);
});

test('an array before 1.0.2 says it in the state', async () => {
  await using one = await simulated({ release: '1.0' });
  const job = await one.a.replicationSessions.pause(one.id, { async: true });
  expect(await job.status()).not.toHaveProperty('phase');
  one.sim.clock.advance(60_000);
  expect(await job.wait({ timeout })).toBeUndefined();
});

test('a job that is not there any more', async () => {
  await using one = await simulated();
  const job = await one.a.replicationSessions.pause(one.id, { async: true });
  one.sim.reset();
  for (const error of [await rejection(job.wait({ timeout })), await rejection(job.status())]) {
    expect(isJobNotFoundError(error) && isJobError(error)).toBe(true);
    expect(error).toMatchObject({
      name: 'JobNotFoundError',
      code: 'ERR_POWERSTORE_JOB_NOT_FOUND',
      message: `replication_session_pause (job ${job.id}): the array does not have this job, or has already deleted it`,
      hint: 'The job may have succeeded: read the instance that it worked on.',
      status: 404,
      jobId: job.id,
      operation: 'replication_session_pause',
      cause: { code: 'ERR_POWERSTORE_API_NOT_FOUND' },
    });
  }
});

test('a job that does not end in time', async () => {
  await using one = await simulated();
  const job = await one.a.replicationSessions.pause(one.id, { async: true });
  const error = await rejection(job.wait({ timeout: 10_000, interval }));
  expect(isWaitTimeoutError(error) && !isJobError(error)).toBe(true);
  expect(error).toMatchObject({
    message: expect.stringMatching(
      /^Waited 10 s for replication_session_pause \(job .*\) to end: it was read as IN_PROGRESS \(\d+×\)$/,
    ),
    hint: `The job goes on. Wait longer: array.jobs.wait('${job.id}', { timeout }), from any process.`,
    timeout: 10_000,
    job: { id: job.id, phase: 'In_Progress' },
  });
  expect(error).not.toHaveProperty('session');
  expect(await rejection(job.wait({ timeout: 0 }))).toBeInstanceOf(InputError);
});

test('waits through failures', async () => {
  await using one = await simulated();
  const job = await one.a.replicationSessions.pause(one.id, { async: true });
  one.sim.clock.advance(60_000);
  one.sim.faults.add({ operation, times: 8, effect: { status: 503 } });
  one.sim.faults.add({ operation, times: 2, effect: { transport: 'reset' } });
  expect(await job.wait({ timeout, interval })).toBeUndefined();
  expect(one.sim.faults.unused()).toEqual([]);
});

test('a job is waited for by its id, from anywhere', async () => {
  await using one = await simulated();
  const { id } = await one.a.replicationSessions.pause(one.id, { async: true });
  one.sim.clock.advance(60_000);
  await using later = await login(one.sim.a);
  expect(await later.jobs.wait(id, { timeout })).toMatchObject({ id, phase: 'Completed', resource_id: one.id });
  expect(await rejection(later.jobs.wait('nope', { timeout }))).toMatchObject({
    code: 'ERR_POWERSTORE_JOB_NOT_FOUND',
    message: 'job nope: the array does not have this job, or has already deleted it',
  });
  one.sim.faults.add({ operation: 'replication_session_resume', effect: { job: 'fails' } });
  const failing = await one.a.replicationSessions.resume(one.id, { async: true });
  one.sim.clock.advance(60_000);
  const error = await rejection(later.jobs.wait(failing.id, { timeout }));
  expect(error).toMatchObject({ code: 'ERR_POWERSTORE_JOB', operation: 'replication_session_resume' });
});

test('an action that is refused at once makes no job', async () => {
  await using one = await simulated();
  const refused = one.a.replicationSessions.failover(one.id, { is_planned: false }, { async: true });
  expect(await rejection(refused)).toMatchObject({ code: 'ERR_POWERSTORE_API', status: 400 });
});

test.each([
  { status: 204 },
  { status: 200, body: { id: 'a' } },
  { status: 202, body: {} },
  { status: 202, body: '' },
  { status: 202, body: { id: 7 } },
])('an answer of %j is no job', async (answer) => {
  await using fake = await fakeArray({ answer: ({ path }) => (path.endsWith('/sync') ? answer : undefined) });
  await using array = await connect({ url: fake.origin, username, password });
  const error = await rejection(array.replicationSessions.sync('a', { async: true }));
  expect(isContractError(error)).toBe(true);
  expect(String(error)).toContain(`the client asked for a job, and the array answered ${answer.status} without one`);
  expect(error).toMatchObject({
    message: expect.stringMatching(/it has accepted the action$/),
    hint: expect.stringMatching(/^Do not send it again\./),
  });
  expect(fake.asked).toHaveLength(1);
});

test.each([{ async: true }, {}, { confirm: true }])(
  'the outcome of an action is open if a page of HTML answers with success (%j)',
  async (options) => {
    steppedTime();
    await using fake = await fakeArray({
      rows: { replication_session: [{ id: 'a', state: 'OK', role: 'Source' }] },
      answer: ({ path }) => (path.endsWith('/pause') ? { status: 202, body: '<html>Welcome</html>' } : undefined),
    });
    await using array = await connect({ url: fake.origin, username, password });
    const error = await rejection(array.replicationSessions.pause('a', options as { async: true }));
    expect(isOutcomeUnknownError(error) || isNotCarriedOutError(error)).toBe(true);
    expect(isNotCarriedOutError(error)).toBe('confirm' in options);
    expect(fake.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
  },
);

test('an answer that is no job is a ContractError', async () => {
  await using fake = await fakeArray({ rows: { job: [{ id: 'a' }] } });
  await using array = await connect({ url: fake.origin, username, password });
  expect(isContractError(await rejection(array.jobs.wait('a', { timeout })))).toBe(true);
});

test.each(['a pause', 'a read'])('an abort in %s rejects with its reason, and leaves nothing behind', async (when) => {
  await using one = await simulated();
  const job = await one.a.replicationSessions.pause(one.id, { async: true });
  one.time.stop();
  const aborting = new AbortController();
  const { signal } = aborting;
  const reason = new Error('changed my mind');
  const started = vi.spyOn(globalThis, 'setTimeout');
  const cleared = vi.spyOn(globalThis, 'clearTimeout');
  if (when === 'a read') one.sim.faults.add({ operation, effect: { transport: 'stall' } });
  const waiting = rejection(job.wait({ timeout: 7_654_321, interval: 1_000_000, signal }));
  await until(() =>
    when === 'a read' ? one.sim.faults.unused().length === 0 : getEventListeners(signal, 'abort').length === 1,
  );
  aborting.abort(reason);
  expect(await waiting).toBe(reason);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  const limit = started.mock.calls.findIndex(([, milliseconds]) => milliseconds === 7_654_321);
  expect(cleared.mock.calls.map(([timer]) => timer)).toContain(started.mock.results[limit]?.value);
});

test('an abort of an action rejects with its reason', async () => {
  await using one = await simulated();
  const reason = new Error('changed my mind');
  const signal = AbortSignal.abort(reason);
  const { replicationSessions } = one.a;
  expect(await rejection(replicationSessions.pause(one.id, { signal }))).toBe(reason);
  expect(await rejection(replicationSessions.failover(one.id, {}, { signal, async: true }))).toBe(reason);
  const job = await replicationSessions.pause(one.id, { async: true });
  expect(await rejection(job.status({ signal }))).toBe(reason);
});
