import { describe, expect, test } from 'vitest';
import {
  connectPair,
  type FailoverPlan,
  isFailoverPlan,
  isInputError,
  type LogEvent,
  type Pair,
} from '../../src/index.js';
import { type Drill, drill } from '../helpers/drills.js';
import { rejection } from '../helpers/rejection.js';
import { login } from '../helpers/simulated-pair.js';
import { stopped } from '../helpers/stopped.js';

/** `failover on a: POST …/failover {"is_planned":true} yes`, and what keeps it from being possible. */
const lines = ({ steps }: FailoverPlan): string[] =>
  steps.map(({ step, site, request, possible, reason }) => {
    const sent =
      request && `${request.method} ${request.path.split('/').at(-1)} ${JSON.stringify(request.body ?? null)}`;
    return `${step} on ${site}: ${sent ?? '-'} ${possible ?? '?'}${reason === undefined ? '' : ` (${reason})`}`;
  });

async function planOf(promise: Promise<unknown>): Promise<FailoverPlan> {
  const result = await promise;
  if (!isFailoverPlan(result)) throw new TypeError('it is no plan');
  return result;
}

/** Whether the client may send the requests of a plan. */
const allowed = ({ steps }: FailoverPlan) => new Set(steps.filter((step) => step.request).map((step) => step.allowed));

const never = (): never => {
  throw new Error('the function was called');
};

/** The four operations on a pair, by themselves and as plans. */
const operations = {
  plannedFailover: [
    (pair: Pair, id: string) => pair.plannedFailover(id, { reprotect: true }),
    (pair: Pair, id: string) => pair.plan.plannedFailover(id, { reprotect: true }),
  ],
  unplannedFailover: [
    (pair: Pair, id: string) => pair.unplannedFailover(id),
    (pair: Pair, id: string) => pair.plan.unplannedFailover(id),
  ],
  failback: [(pair: Pair, id: string) => pair.failback(id), (pair: Pair, id: string) => pair.plan.failback(id)],
  failoverTest: [
    (pair: Pair, id: string) => pair.failoverTest(id, never),
    (pair: Pair, id: string) => pair.plan.failoverTest(id),
  ],
} as const;

const names = Object.keys(operations) as (keyof typeof operations)[];

describe.each(names)('%s', (name) => {
  const [run, plan] = operations[name];

  test('with dryRun: resolves at once with the plan, and sends nothing', async () => {
    const events: LogEvent[] = [];
    const asked: string[] = [];
    const ask = (): boolean => asked.push('confirm') > 0;
    await using it = await drill({}, { dryRun: true, confirm: ask, log: (event) => void events.push(event) });
    const result = await planOf(run(it.pair, it.id));
    expect(result).toMatchObject({ kind: 'plan', operation: name, id: it.id, source: 'a', problems: [] });
    expect(result.steps.length).toBeGreaterThan(0);
    expect([it.calls, it.events, asked]).toEqual([[], [], []]);
    expect(events.some((event) => event.type === 'request' && event.method !== 'GET')).toBe(false);
    expect(await it.sides()).toBe('OK Source / OK Destination');
    expect(await plan(it.pair, it.id)).toEqual(result);
  });

  test('a plan needs no dryRun, and works with readOnly', async () => {
    await using it = await drill();
    await using reader = await it.again({ readOnly: true });
    const [mine, theirs] = [await plan(it.pair, it.id), await plan(reader, it.id)];
    expect(lines(theirs)).toEqual(lines(mine));
    expect([...allowed(theirs), ...allowed(mine)]).toEqual(name === 'failback' ? [] : [false, true]);
    expect(it.calls).toEqual([]);
  });

  test('one array with dryRun is enough', async () => {
    await using it = await drill();
    await using other = await it.again({ dryRun: true });
    expect(isFailoverPlan(await run(other, it.id))).toBe(true);
    expect(it.calls).toEqual([]);
  });

  test('an abort', async () => {
    await using it = await drill();
    const reason = new Error('no');
    expect(await rejection(it.pair.plan[name](it.id, { signal: AbortSignal.abort(reason) }))).toBe(reason);
  });
});

describe('the steps', () => {
  test('of a planned failover', async () => {
    await using it = await drill();
    const plan = await it.pair.plan.plannedFailover(it.id);
    expect(plan.possible).toBe(true);
    expect(plan.steps).toEqual([
      {
        step: 'failover',
        site: 'a',
        request: {
          operation: 'replication_session_failover',
          safety: 'disruptive',
          method: 'POST',
          path: `/replication_session/${it.id}/failover`,
          body: { is_planned: true, reverse: false },
        },
        possible: true,
        allowed: true,
        unknown: [],
      },
    ]);
  });

  test('of a planned failover with reprotect, in one step', async () => {
    await using it = await drill();
    expect(lines(await it.pair.plan.plannedFailover(it.id, { reprotect: true }))).toEqual([
      'failover on a: POST failover {"is_planned":true,"reverse":true} true',
    ]);
  });

  test('of a planned failover with reprotect, in two steps', async () => {
    await using it = await drill({ kind: 'nas_server', type: 'Synchronous' });
    const plan = await it.pair.plan.plannedFailover(it.id, { reprotect: true });
    expect(lines(plan)).toEqual([
      'failover on a: POST failover {"is_planned":true,"reverse":false} true',
      'reprotect on b: POST reprotect null ?',
    ]);
    expect(plan.steps[1]?.unknown).toEqual(['the outcome of failover on a']);
    expect([plan.possible, plan.source]).toEqual([true, 'a']);
  });

  test('of an unplanned failover while the source is off', async () => {
    await using it = await drill();
    await it.sim.a.power('off');
    const plan = await it.pair.plan.unplannedFailover(it.id);
    expect(lines(plan)).toEqual(['failover on b: POST failover {"is_planned":false} true']);
    expect(plan.steps[0]?.unknown).toEqual([
      'the session on a: a is out of reach',
      'whether the array asks for force, because the destination is behind (from 4.4 on)',
    ]);
    const forced = await it.pair.plan.unplannedFailover(it.id, { body: { force: true } });
    expect(forced.steps[0]).toMatchObject({ request: { body: { is_planned: false, force: true } } });
    expect(forced.steps[0]?.unknown).toHaveLength(1);
  });

  const back = [
    'reprotect on b: POST reprotect null',
    'failover on b: POST failover {"is_planned":true,"reverse":true} ?',
  ];

  test('of a failback', async () => {
    await using it = await drill();
    it.sim.link.cut();
    await it.pair.unplannedFailover(it.id, it.options);
    const apart = await it.pair.plan.failback(it.id);
    expect(lines(apart)).toEqual(['reconcile on a: - ?', `${back[0]} ?`, back[1]]);
    expect(apart.steps[0]?.unknown).toEqual(['when the arrays reach each other and agree']);
    it.sim.link.heal();
    await it.a.replicationSessions.waitUntil(it.id, 'Failed_Over', { timeout: it.options.timeout });
    expect(lines(await it.pair.plan.failback(it.id))).toEqual([`${back[0]} true`, back[1]]);
    // The run takes the same steps.
    await it.pair.failback(it.id, it.options);
    expect(it.calls.slice(1)).toEqual(['b reprotect 204', 'b failover 204']);
  });

  test('of which no source says whether the array takes it', async () => {
    await using it = await drill();
    it.sim.link.cut();
    const plan = await it.pair.plan.plannedFailover(it.id, { reprotect: true });
    expect(lines(plan)).toEqual(['failover on a: POST failover {"is_planned":true,"reverse":true} ?']);
    expect(plan.steps[0]?.unknown).toEqual([expect.stringContaining('the other array cannot be reached')]);
  });

  test('of a failover test', async () => {
    await using it = await drill();
    const plan = await it.pair.plan.failoverTest(it.id, { snapshotId: 'x', keepSnapshot: true });
    expect(lines(plan)).toEqual([
      'startFailoverTest on b: POST start_failover_test {"snapshot_id":"x"} true',
      'test on b: - ?',
      'stopFailoverTest on b: POST stop_failover_test {"create_end_of_test_snapshot":true} ?',
    ]);
  });
});

const planned = async ({ pair, id }: Drill) => {
  const plan = await pair.plan.plannedFailover(id, { reprotect: true });
  return [plan.possible, ...lines(plan), plan.steps[0]?.remedy];
};

describe('why it is not possible', () => {
  const failover = 'failover on a: POST failover {"is_planned":true,"reverse":true} false';

  test('the session is paused', async () => {
    await using it = await drill();
    await it.a.replicationSessions.pause(it.id);
    await it.a.replicationSessions.waitUntil(it.id, 'Paused', { timeout: it.options.timeout });
    expect(await planned(it)).toEqual([false, `${failover} (the session is Paused)`, 'resume first']);
  });

  test.each(['a', 'b'] as const)('array %s is out of reach', async (off) => {
    await using it = await drill();
    await it.sim[off].power('off');
    const plan = await it.pair.plan.plannedFailover(it.id);
    expect(plan.steps[0]).toMatchObject({ site: 'a', possible: false, reason: `${off} is out of reach` });
  });

  test('metro', async () => {
    await using it = await drill({ type: 'Metro_Active_Active' });
    const plan = await it.pair.plan.plannedFailover(it.id);
    expect(lines(plan)).toEqual(['check on undefined: - false (the session is Metro_Active_Active)']);
    expect([plan.possible, plan.steps[0]?.remedy]).toEqual([false, expect.stringContaining('promote')]);
  });

  test('there is nothing to fail back', async () => {
    await using it = await drill();
    expect(lines(await it.pair.plan.failback(it.id))).toEqual([
      'check on undefined: - false (no side is Failed_Over as Source)',
    ]);
  });
});

test('where an array with dryRun comes back during a run, nothing is sent', async () => {
  await using it = await drill();
  await it.sim.a.power('off');
  await it.pair.unplannedFailover(it.id, it.options);
  await using pair = await connectPair(() => login(it.sim.a, { dryRun: true }), it.b);
  let back: Promise<void> | undefined;
  const onEvent = (): void => void (back ??= it.sim.a.power('on'));
  const error = await stopped(pair.failback(it.id, { ...it.options, onEvent }));
  await back;
  expect(error).toMatchObject({ step: 'reprotect', site: 'b', hasBegun: false });
  expect(error.message).toContain('a was connected with dryRun');
  expect(it.calls).toEqual(['b failover 204']);
});

test('a plan refuses options that its operation does not have', async () => {
  await using it = await drill();
  const error = await rejection(it.pair.plan.failback(it.id, { reprotect: true } as object));
  expect(isInputError(error) && error.message).toContain('reprotect');
});
