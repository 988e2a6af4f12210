import { describe, expect, it } from 'vitest';
import { createSimulator, type Simulator } from '../../src/index.js';
import {
  act,
  done,
  forceState,
  idOf,
  instance,
  list,
  refusal,
  type Row,
  seconds,
  send,
  finishTransitions,
  type Site,
} from '../helpers/pair.js';
import { userOf } from '../helpers/wire.js';

const manual = { clock: 'manual', fast: true } as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Asks for an action as a job, and gives the id of that. */
async function asJob(sim: Simulator, site: Site, id: string, action: string, body?: unknown): Promise<string> {
  const answer = await act(sim, site, id, action, body, { search: '?is_async=true' });
  if (answer.status !== 202) throw new Error(`${action}: ${answer.status} ${answer.text}`);
  return (answer.json as { id: string }).id;
}

const jobOf = async (sim: Simulator, site: Site, id: string): Promise<Row> => {
  const job = await instance(sim, site, 'job', id);
  if (!job) throw new Error(`no job ${id}`);
  return job;
};

const messageIn = (job: Row): { code?: string; severity: string; message_l10n: string } => {
  const { messages } = job['response_body'] as {
    messages: { code?: string; severity: string; message_l10n: string }[];
  };
  const [message] = messages;
  if (!message) throw new Error('no message');
  return message;
};

/** Puts the clock forward until a job is over. */
async function over(sim: Simulator, site: Site, id: string): Promise<Row> {
  finishTransitions(sim);
  return jobOf(sim, site, id);
}

describe('is_async=true', () => {
  it('is answered with 202 and nothing but the id of a job', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const answer = await act(sim, 'a', id, 'sync', undefined, { search: '?is_async=true' });
    expect(answer.status).toBe(202);
    expect(answer.json).toEqual({ id: expect.stringMatching(uuid) });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('takes True, as OpenStack writes it, and not false', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    expect((await act(sim, 'a', id, 'pause', undefined, { search: '?is_async=True' })).status).toBe(202);
    finishTransitions(sim);
    expect((await act(sim, 'a', id, 'resume', undefined, { search: '?is_async=false' })).status).toBe(204);
  });

  it('is carried out just as without', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    await asJob(sim, 'a', id, 'pause');
    expect(await instance(sim, 'b', 'replication_session', id)).toMatchObject({ state: 'Pausing' });
    finishTransitions(sim);
    expect(await instance(sim, 'b', 'replication_session', id)).toMatchObject({ state: 'Paused' });
  });

  it('works for writes of volumes and groups as well', async () => {
    await using sim = await createSimulator(manual);
    const [volume] = await list(sim, 'a', 'volume', 'select=id,protection_policy_id&name=eq.erp-data');
    const answer = await send(sim, 'a', 'PATCH', `/volume/${String(volume?.['id'])}?is_async=true`, {
      protection_policy_id: '',
    });
    expect(answer.status).toBe(202);
    const job = await jobOf(sim, 'a', (answer.json as { id: string }).id);
    expect(job).toMatchObject({ resource_type: 'volume', resource_id: volume?.['id'], resource_name: 'erp-data' });
  });
});

describe('a job', () => {
  it('shows its action, its user, its start and its progress', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.clock.advance(10 * seconds);
    const job = await asJob(sim, 'a', id, 'pause');
    expect(await jobOf(sim, 'a', job)).toMatchObject({
      id: job,
      resource_type: 'replication_session',
      resource_action: 'pause',
      resource_id: id,
      resource_name: 'erp-data',
      state: 'IN_PROGRESS',
      phase: 'In_Progress',
      progress_percentage: 0,
      start_time: '2026-01-01T00:00:10.000+00:00',
      submit_time: '2026-01-01T00:00:10.000+00:00',
      end_time: null,
      estimated_completion_time: '2026-01-01T00:00:12.000+00:00',
      response_status: null,
      response_body: null,
      root_id: job,
      parent_id: null,
      user: 'admin',
    });
    sim.clock.advance(seconds);
    expect(await jobOf(sim, 'a', job)).toMatchObject({ phase: 'In_Progress', progress_percentage: 50 });
    sim.clock.advance(seconds);
    expect(await jobOf(sim, 'a', job)).toMatchObject({
      state: 'COMPLETED',
      phase: 'Completed',
      progress_percentage: 100,
      start_time: '2026-01-01T00:00:10.000+00:00',
      end_time: '2026-01-01T00:00:12.000+00:00',
      estimated_completion_time: null,
      response_status: '204',
      response_body: null,
    });
  });

  it('shows the user who sent the action', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const { username, password } = userOf(sim.a, 'storage');
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const answer = await act(sim, 'a', id, 'sync', undefined, { search: '?is_async=true', headers: { authorization } });
    expect(await jobOf(sim, 'a', (answer.json as { id: string }).id)).toMatchObject({ user: 'storage' });
  });

  it('shows texts beside its enums and a description', async () => {
    await using sim = await createSimulator(manual);
    const job = await asJob(sim, 'a', await idOf(sim, 'erp-data'), 'failover', { is_planned: true });
    const row = await jobOf(sim, 'a', job);
    expect(row['phase_l10n']).toBe('In Progress');
    expect(row['description_l10n']).toContain('erp-data');
  });

  it.each([
    ['Pause replication session erp-data', 'a', 'replication_session/ID/pause', undefined],
    ['Synchronize replication session erp-data', 'a', 'replication_session/ID/sync', undefined],
    ['Fail over replication session erp-data', 'a', 'replication_session/ID/failover', {}],
    ['Start a failover test of replication session erp-data', 'b', 'replication_session/ID/start_failover_test', {}],
    [
      'Configure metro for volume spare-a',
      'a',
      'volume/name:spare-a/configure_metro',
      { remote_system_id: 'name:array-b' },
    ],
    ['End metro of volume group metro-group', 'a', 'volume_group/name:metro-group/end_metro', {}],
  ] as const)('says in words: %s', async (expected, site, place, body) => {
    await using sim = await createSimulator(manual);
    const target = place.replace('ID', await idOf(sim, 'erp-data'));
    const { json } = await send(sim, site, 'POST', `/${target}?is_async=true`, body);
    expect((await jobOf(sim, site, (json as { id: string }).id))['description_l10n']).toBe(expected);
  });

  it('ends when the last state on the way ends', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const job = await asJob(sim, 'a', id, 'failover', { is_planned: true, reverse: true });
    const seen = new Set<string>();
    for (let second = 0; second <= 20; second += 1) {
      const [row, session] = [await jobOf(sim, 'a', job), await instance(sim, 'a', 'replication_session', id)];
      seen.add(`${String(session?.['state'])}: ${String(row['state'])}`);
      sim.clock.advance(seconds);
    }
    expect([...seen]).toEqual(['Failing_Over: IN_PROGRESS', 'Reprotecting: IN_PROGRESS', 'OK: COMPLETED']);
  });

  it('is over at once where nothing is on the way', async () => {
    await using sim = await createSimulator({ ...manual, transitions: 'immediate' });
    const job = await asJob(sim, 'a', await idOf(sim, 'erp-data'), 'pause');
    expect(await jobOf(sim, 'a', job)).toMatchObject({ state: 'COMPLETED', response_status: '204' });
  });

  it('is left by being read where reads count', async () => {
    await using sim = await createSimulator({ ...manual, transitions: { reads: 2 } });
    const job = await asJob(sim, 'a', await idOf(sim, 'erp-data'), 'pause');
    expect(await jobOf(sim, 'a', job)).toMatchObject({ state: 'IN_PROGRESS' });
    expect(await jobOf(sim, 'a', job)).toMatchObject({ state: 'IN_PROGRESS' });
    expect(await jobOf(sim, 'a', job)).toMatchObject({ state: 'COMPLETED' });
  });

  it('holds the output of an action that has one, with its type', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'b', id, 'start_failover_test');
    const job = await asJob(sim, 'b', id, 'stop_failover_test', { create_end_of_test_snapshot: true });
    const row = await over(sim, 'b', job);
    expect(row).toMatchObject({
      state: 'COMPLETED',
      response_status: '200',
      response_body: {
        response_type: 'job_replication_session_stop_failover_test_response',
        snapshot_id: expect.stringMatching(uuid),
      },
    });
    const { snapshot_id: snapshot } = row['response_body'] as { snapshot_id: string };
    const [found] = await list(sim, 'b', 'volume', `id=eq.${snapshot}`);
    expect(found?.['name']).toMatch(/^failover_test_STOPPED/);
  });

  it('has no output where there is none', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'b', id, 'start_failover_test');
    const job = await asJob(sim, 'b', id, 'stop_failover_test');
    expect(await over(sim, 'b', job)).toMatchObject({ response_status: '204', response_body: null });
  });
});

describe('a job that fails', () => {
  it('has the error of the action that failed on the way', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    sim.faults.add({
      operation: 'replication_session_sync',
      effect: { job: 'fails', text: 'No space left.', code: '0xE0A08001FFFF' },
    });
    const job = await asJob(sim, 'a', id, 'sync');
    expect(await jobOf(sim, 'a', job)).toMatchObject({ state: 'IN_PROGRESS' });
    const row = await over(sim, 'a', job);
    expect(row).toMatchObject({ state: 'FAILED', phase: 'Failed', response_status: '422' });
    expect(row['end_time']).toMatch(/^2026-01-01T00:00:0[2-8]\.000\+00:00$/);
    expect(row['progress_percentage']).not.toBe(100);
    expect(row['response_body']).toEqual({
      messages: [{ code: '0xE0A08001FFFF', severity: 'Error', message_l10n: 'No space left.', arguments: [] }],
    });
  });

  it('fails for an action that the state refuses', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    const before = await instance(sim, 'a', 'replication_session', id);
    const refused = await act(sim, 'a', id, 'sync');
    expect(refused.status).toBe(422);
    const row = await jobOf(sim, 'a', await asJob(sim, 'a', id, 'sync'));
    expect(row).toMatchObject({ state: 'FAILED', phase: 'Failed', response_status: '422', resource_id: id });
    expect(row['end_time']).toBe(row['start_time']);
    expect(messageIn(row).message_l10n).toBe(refusal(refused).message_l10n);
    expect(await instance(sim, 'a', 'replication_session', id)).toEqual(before);
  });

  it('has the code by which OpenStack knows that it has failed over already', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'b', id, 'failover', { is_planned: false });
    finishTransitions(sim);
    const job = await asJob(sim, 'b', id, 'failover', { is_planned: false });
    expect(messageIn(await jobOf(sim, 'b', job)).code).toBe('0xE0201005000C');
  });

  it('is no job where the request is wrong', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const search = '?is_async=true';
    const unknown = await act(sim, 'a', '00000000-0000-4000-8000-000000000000', 'sync', undefined, { search });
    expect([unknown.status, refusal(unknown).code]).toEqual([404, '0xE04040020009']);
    expect((await act(sim, 'b', id, 'sync', undefined, { search })).status).toBe(400);
    expect((await act(sim, 'a', id, 'promote', {}, { search })).status).toBe(400);
    expect(await list(sim, 'a', 'job')).toEqual([]);
    expect(await list(sim, 'b', 'job')).toEqual([]);
  });

  it.each(['volume', 'volume_group'])('is no job for a %s that does not exist', async (resource) => {
    await using sim = await createSimulator(manual);
    const answer = await send(sim, 'a', 'POST', `/${resource}/unknown-id/end_metro?is_async=true`, {});
    expect(answer.status).toBe(404);
    expect(await list(sim, 'a', 'job')).toEqual([]);
  });
});

describe('a job that is interrupted', () => {
  it('fails when another action takes over', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const sync = await asJob(sim, 'a', id, 'sync');
    sim.clock.advance(seconds);
    const pause = await asJob(sim, 'b', id, 'pause');
    const row = await jobOf(sim, 'a', sync);
    expect(row).toMatchObject({ state: 'FAILED', end_time: '2026-01-01T00:00:01.000+00:00' });
    expect(row['response_body']).toEqual({
      messages: [{ code: '0xEFFFFFFFFFFF', severity: 'Error', message_l10n: 'Interrupted by pause.', arguments: [] }],
    });
    expect(await over(sim, 'b', pause)).toMatchObject({ state: 'COMPLETED' });
  });

  it('fails when the link breaks', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const job = await asJob(sim, 'a', id, 'failover', { is_planned: true });
    sim.link.cut();
    const row = await jobOf(sim, 'a', job);
    expect(row).toMatchObject({ state: 'FAILED', phase: 'Failed' });
    expect(messageIn(row).message_l10n).toBe('The other array can no longer be reached.');
    sim.link.heal();
    finishTransitions(sim);
    expect(await jobOf(sim, 'a', job)).toEqual(row);
  });

  it('goes on where one side can do without the other', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const job = await asJob(sim, 'b', id, 'failover', { is_planned: false });
    await sim.a.power('off');
    expect(await over(sim, 'b', job)).toMatchObject({ state: 'COMPLETED' });
  });

  it('survives its array being off', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const job = await asJob(sim, 'a', id, 'failover', { is_planned: true });
    await sim.a.power('off');
    await sim.a.power('on');
    expect(await jobOf(sim, 'a', job)).toMatchObject({ state: 'FAILED' });
  });
});

describe('jobs', () => {
  it('there is one for every action that was accepted, and none for one that was refused', async () => {
    await using sim = await createSimulator(manual);
    const [async, metro] = [await idOf(sim, 'erp-data'), await idOf(sim, 'metro-plain')];
    await done(sim, 'a', async, 'sync');
    finishTransitions(sim);
    await done(sim, 'a', async, 'pause');
    finishTransitions(sim);
    await done(sim, 'a', metro, 'pause');
    finishTransitions(sim);
    await done(sim, 'a', metro, 'promote');
    await done(sim, 'a', async, 'resume');
    finishTransitions(sim);
    expect((await act(sim, 'a', async, 'resume')).status).toBe(422);
    const jobs = await list(sim, 'a', 'job', 'order=start_time');
    expect(jobs.map((job) => [job['resource_action'], job['resource_id'], job['state']])).toEqual([
      ['sync', async, 'COMPLETED'],
      ['pause', async, 'COMPLETED'],
      ['pause', metro, 'COMPLETED'],
      ['promote', metro, 'COMPLETED'],
      ['resume', async, 'COMPLETED'],
    ]);
  });

  it('are there on the array that was asked only', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const job = await asJob(sim, 'b', id, 'pause');
    expect((await list(sim, 'b', 'job')).map((row) => row['id'])).toEqual([job]);
    expect(await list(sim, 'a', 'job')).toEqual([]);
    const elsewhere = await send(sim, 'a', 'GET', `/job/${job}`);
    expect([elsewhere.status, refusal(elsewhere).code]).toEqual([404, '0xE04040020009']);
  });

  it('can be filtered, ordered and paged', async () => {
    await using sim = await createSimulator(manual);
    const [one, two] = [await idOf(sim, 'erp-data'), await idOf(sim, 'sql-group')];
    const first = await asJob(sim, 'a', one, 'sync');
    sim.clock.advance(20 * seconds);
    const second = await asJob(sim, 'a', two, 'pause');
    sim.clock.advance(20 * seconds);
    const third = await asJob(sim, 'a', one, 'pause');
    const ids = async (query: string): Promise<unknown[]> =>
      (await list(sim, 'a', 'job', `select=id&${query}`)).map(({ id }) => id);
    expect(await ids(`resource_id=eq.${one}&order=start_time.desc`)).toEqual([third, first]);
    expect(await ids('state=eq.IN_PROGRESS')).toEqual([third]);
    expect(await ids('phase=in.(Completed,Failed)&order=end_time')).toEqual([first, second]);
    expect(await ids(`resource_type=eq.replication_session&resource_action=eq.pause&resource_id=eq.${two}`)).toEqual([
      second,
    ]);
    expect(await ids('end_time=is.null')).toEqual([third]);
    const page = await send(sim, 'a', 'GET', '/job?select=id&order=start_time&limit=2&offset=0');
    expect([page.status, page.headers.get('content-range'), page.json]).toEqual([
      206,
      '0-1/3',
      [{ id: first }, { id: second }],
    ]);
  });

  it('records the deletion of a session, as OpenStack looks for it', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const [volume] = await list(sim, 'a', 'volume', 'select=id&name=eq.erp-data');
    const answer = await send(sim, 'a', 'PATCH', `/volume/${String(volume?.['id'])}`, { protection_policy_id: '' });
    expect(answer.status).toBe(204);
    const asked = `resource_type=eq.replication_session&resource_action=eq.delete&resource_id=eq.${id}`;
    expect(await list(sim, 'a', 'job', `${asked}&state=eq.COMPLETED`)).toEqual([]);
    finishTransitions(sim);
    expect(await list(sim, 'a', 'job', `${asked}&state=eq.COMPLETED`)).toHaveLength(1);
    expect(await instance(sim, 'a', 'replication_session', id)).toBeUndefined();
  });

  it('are kept up to a number; the oldest that are over go, and those that are not stay', async () => {
    await using sim = await createSimulator(manual);
    const [running, id] = [await idOf(sim, 'sql-group'), await idOf(sim, 'metro-plain')];
    await done(sim, 'a', id, 'pause');
    finishTransitions(sim);
    const underWay = await asJob(sim, 'a', running, 'pause');
    // Promoting and demoting is over at once, so that the clock can stand still.
    const first = await asJob(sim, 'a', id, 'promote');
    for (let round = 0; round < 21; round += 1)
      await Promise.all(Array.from({ length: 50 }, () => asJob(sim, 'a', id, 'demote')));
    const last = await asJob(sim, 'a', id, 'promote');
    const { headers } = await send(sim, 'a', 'GET', '/job?limit=1');
    expect(Number(headers.get('content-range')?.split('/')[1])).toBe(1000);
    expect(await jobOf(sim, 'a', underWay)).toMatchObject({ state: 'IN_PROGRESS' });
    expect(await instance(sim, 'a', 'job', first)).toBeUndefined();
    expect(await jobOf(sim, 'a', last)).toMatchObject({ phase: 'Completed' });
    expect(await over(sim, 'a', underWay)).toMatchObject({ state: 'COMPLETED' });
  });

  it('are in a snapshot, and run on after it was loaded', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    const job = await asJob(sim, 'a', id, 'pause');
    const snapshot = sim.save();
    sim.reset();
    expect(await instance(sim, 'a', 'job', job)).toBeUndefined();
    sim.load(snapshot);
    expect(await over(sim, 'a', job)).toMatchObject({ state: 'COMPLETED' });
  });

  it('of a session in a state that allows no action say so', async () => {
    await using sim = await createSimulator(manual);
    const id = await idOf(sim, 'erp-data');
    forceState(sim, id, 'Paused_For_NDU');
    const row = await jobOf(sim, 'a', await asJob(sim, 'a', id, 'resume'));
    expect(row).toMatchObject({ state: 'FAILED', response_status: '422' });
  });
});
